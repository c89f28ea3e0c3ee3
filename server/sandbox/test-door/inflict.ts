import type { Bytes } from '../../../src/base/bytes.ts';
import type { Http } from '../../../src/base/http.ts';
import { refusal, refuse } from '../tcmgo/answer.ts';
import { discardBody } from '../tcmgo/body.ts';
import { ours } from '../tcmgo/messages.ts';
import type { Fault } from './faults.ts';

/** Long enough for a server to have sent status and headers. */
const UNTIL_HEADERS_ARE_SENT_MS = 50;

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const HTML_PAGE =
  '<!doctype html><html lang="pt-BR"><title>Manutenção</title><h1>Sistema em manutenção</h1></html>';

/**
 * A body that breaks after some bytes: Node and Deno then close the connection. Status and headers go
 * out first, on purpose: Chromium sends a request again by itself where a kept connection ends with
 * no answer at all, and the second sending would not be the app's.
 */
const brokenBody = (bytes: Bytes): ReadableStream<Bytes> =>
  new ReadableStream({
    start: (controller) => {
      if (bytes.length > 0) controller.enqueue(bytes);
    },
    pull: async (controller) => {
      await after(UNTIL_HEADERS_ARE_SENT_MS);
      controller.error(new Error('answer broken off by the test door'));
    },
  });

const cut = async (response: Response, bytes: number): Promise<Response> => {
  const body = new Uint8Array(await response.arrayBuffer());
  const { status, headers } = response;
  return new Response(brokenBody(body.slice(0, bytes)), { status, headers });
};

/** Answers a request with a fault. */
export const inflict = async (fault: Fault, request: Request, handle: Http): Promise<Response> => {
  if (fault.kind === 'delay') {
    await after(fault.ms);
    return handle(request);
  }
  if (fault.kind === 'truncated') return cut(await handle(request), fault.bytes);
  if (fault.kind === 'answer') {
    await discardBody(request);
    return Response.json(fault.json, { status: fault.status });
  }
  if (fault.applied) await handle(request);
  else await discardBody(request);
  switch (fault.kind) {
    case 'refuse':
      return refuse(refusal(fault.status, ours('Falha pedida pela porta de testes.')));
    case 'html':
      return new Response(HTML_PAGE, {
        status: fault.status,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
      });
    case 'lost':
      return cut(new Response(), 0);
  }
};
