import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Bytes } from '../src/base/bytes.ts';

/** Until a request takes more, or will take nothing more: it was answered, or is gone. */
const untilReady = (request: ClientRequest): Promise<void> =>
  new Promise((resolve) => {
    const events = ['drain', 'response', 'close'];
    const ready = () => {
      for (const event of events) request.off(event, ready);
      resolve();
    };
    for (const event of events) request.on(event, ready);
  });

/**
 * Sends a body whole, or as it comes and no faster than it is taken. What comes after an early answer or a broken
 * connection is read away: a refusal must not overtake what is still being sent.
 */
export const sendBody = async (
  request: ClientRequest,
  body: Bytes | ReadableStream<Uint8Array> | undefined,
): Promise<void> => {
  if (!(body instanceof ReadableStream)) {
    request.end(body);
    return;
  }
  let answered = false;
  request.once('response', () => {
    answered = true;
  });
  try {
    for await (const chunk of body) {
      if (answered || request.destroyed) continue;
      if (!request.write(chunk)) await untilReady(request);
    }
    if (!answered) request.end();
  } catch {
    // Who sends it went away: the other side must not take a part for the whole.
    request.destroy();
  }
};

/** An answer as it comes, no faster than it is read; it fails where the answer breaks off. */
export const streamOf = (incoming: IncomingMessage): ReadableStream<Bytes> => {
  const chunks = incoming[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    cancel: () => {
      incoming.destroy();
    },
  });
};
