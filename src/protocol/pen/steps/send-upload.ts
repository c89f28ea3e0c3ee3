import { ok, type Result } from '../../../base/result.ts';
import type { PenAnswerFault } from '../answers.ts';
import { definiteNo, failureOutcome, heard } from '../outcome.ts';
import type { SendComponent, SendProgress } from '../types.ts';
import {
  noting,
  ONLINE,
  type PenOutcome,
  type PenStep,
  type PenTools,
  type Sending,
} from './step.ts';

interface Upload {
  component: SendComponent;
  /** From 1, among the components of the sending. */
  number: number;
  ticket: string;
}

/** One request for a component that is wanted: all of it, its next part, or the signal that it has ended. */
export const upload = (sending: Sending, what: Upload, tools: PenTools): PenStep => {
  const { component, number } = what;
  const from = sending.notes.sent?.[component.hash] ?? 0;
  if (component.whole) return sendWhole(`component:${number}`, sending, what, tools);
  return from < component.size
    ? sendPart(`component:${number}:${from}`, from, sending, what, tools)
    : signalEnd(`component:${number}:end`, sending, what, tools);
};

const sendWhole = (id: string, sending: Sending, what: Upload, tools: PenTools): PenStep =>
  withContent(id, sending, what, tools, async (content, signal) => {
    const { component, ticket } = what;
    const answer = await tools.pen.sendComponent(ticket, component, content, signal);
    return answer.ok
      ? ok({
          changed: taken(sending, component),
          meaning: 'component-sent',
          ...heard(answer.value),
        })
      : answer;
  });

/** Twice is as good as once: the platform puts a part where it belongs. */
const sendPart = (
  id: string,
  from: number,
  sending: Sending,
  what: Upload,
  tools: PenTools,
): PenStep =>
  withContent(id, sending, what, tools, async (content, signal) => {
    const { component, ticket } = what;
    const to = Math.min(from + sending.errand.partSize, component.size);
    const answer = await tools.pen.sendPart(
      ticket,
      component,
      from,
      content.slice(from, to),
      signal,
    );
    const sent = { ...sending.notes.sent, [component.hash]: to };
    return answer.ok
      ? ok({ changed: { sent }, meaning: 'part-sent', ...heard(answer.value) })
      : answer;
  });

const signalEnd = (id: string, sending: Sending, what: Upload, tools: PenTools): PenStep =>
  withContent(id, sending, what, tools, async (_, signal) => {
    const { component, ticket } = what;
    const answer = await tools.pen.endOfParts(ticket, component, signal);
    return answer.ok
      ? ok({
          changed: taken(sending, component),
          meaning: 'component-sent',
          ...heard(answer.value),
        })
      : answer;
  });

/** The platform has the whole component. */
const taken = ({ notes }: Sending, { hash }: SendComponent): SendProgress => ({
  wanted: notes.wanted?.filter((one) => one !== hash),
  sent: without(notes.sent, hash),
  tries: without(notes.tries, hash),
});

const without = (by: Record<string, number> = {}, hash: string): Record<string, number> =>
  Object.fromEntries(Object.entries(by).filter(([name]) => name !== hash));

type Sent = { changed: SendProgress; meaning: string; answerSha256?: string };

const withContent = (
  id: string,
  sending: Sending,
  what: Upload,
  tools: PenTools,
  send: (content: Blob, signal: AbortSignal) => Promise<Result<Sent, PenAnswerFault>>,
): PenStep => ({
  id,
  effect: 'repeatable',
  needs: ONLINE,
  ...(what.component.whole && { requestSha256: what.component.sha256 }),
  run: async (signal): Promise<PenOutcome> => {
    const { nome, size, sha256 } = what.component;
    const content = await tools.blobs.get(sha256);
    if (!content) return stopped(sending, what, 'file-missing', { nome });
    if (content.size !== size) return stopped(sending, what, 'bytes-differ', { nome });
    const answer = await send(content, signal);
    if (answer.ok) {
      const { changed, ...rest } = answer.value;
      return { kind: 'applied', progress: noting(sending, changed), ...rest };
    }
    const no = definiteNo(answer.error);
    return no
      ? afterRefusal(no, content, sending, what, tools)
      : failureOutcome(answer.error, 'repeatable', noting(sending, {}));
  },
});

/** The person may mend it; the component then goes from its beginning. */
const stopped = (
  sending: Sending,
  { component: { hash } }: Upload,
  code: 'file-missing' | 'bytes-differ' | 'component-refused',
  detail: { nome: string; mensagem?: string },
): PenOutcome => ({
  kind: 'refused',
  code,
  detail,
  progress: noting(sending, {
    sent: without(sending.notes.sent, hash),
    tries: without(sending.notes.tries, hash),
    wanted: undefined,
  }),
});

/** A component that is refused begins anew, after a look at what is wanted; so often, and as long as its bytes are right. */
const afterRefusal = async (
  { mensagem, answerSha256 }: Extract<PenAnswerFault, { kind: 'fault' }>,
  content: Blob,
  sending: Sending,
  what: Upload,
  tools: PenTools,
): Promise<PenOutcome> => {
  const { errand, notes } = sending;
  const { nome, hash, sha256 } = what.component;
  if ((await tools.sha256(content)) !== sha256) {
    return { ...stopped(sending, what, 'bytes-differ', { nome }), ...heard({ answerSha256 }) };
  }
  const tries = (notes.tries?.[hash] ?? 0) + 1;
  if (tries >= errand.mostTries) {
    const detail = { nome, mensagem };
    return { ...stopped(sending, what, 'component-refused', detail), ...heard({ answerSha256 }) };
  }
  return {
    kind: 'applied',
    progress: noting(sending, {
      wanted: undefined,
      sent: without(notes.sent, hash),
      tries: { ...notes.tries, [hash]: tries },
    }),
    meaning: 'component-refused',
    ...heard({ answerSha256 }),
  };
};

/** It wants what was never announced; only a person can find out why. */
export const unknownWanted = (wanted: readonly string[]): PenStep => ({
  id: 'component:unknown',
  effect: 'none',
  needs: [],
  run: async (): Promise<PenOutcome> => ({
    kind: 'refused',
    code: 'wants-unknown',
    detail: [...wanted],
  }),
});
