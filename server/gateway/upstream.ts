import type { Bytes } from '../../src/base/bytes.ts';
import type { UpstreamFault } from '../../src/base/gateway-answer.ts';
import type { Result } from '../../src/base/result.ts';

/** One request to a court's server: its own connection, no redirect followed, no second try. */
export interface UpstreamRequest {
  url: URL;
  method: string;
  headers: Record<string, string>;
  /** A stream is sent as it comes, no faster than it is taken; the answer waits until it was read to its end. */
  body?: Bytes | ReadableStream<Uint8Array>;
  /** PEM certificates accepted as roots beside the system's. */
  ca: readonly string[];
  /** What the TLS handshake presents: PEM bytes. A person's are overwritten by their owner after the answer; a body's stay. */
  client?: { key: Bytes; certificates: string };
  /** The IP address to connect to, in place of what the name leads to by then. */
  address?: string;
  /** The most bytes and ms that the whole answer may take; what takes more is a fault. */
  limits?: { bytes: number; ms: number };
  /** The longest silence (ms), where it is another than for all. */
  idleMs?: number;
  /** The answer is handed on while it comes. */
  streamed?: true;
}

/** An answer: whole, so that one that broke off is a fault; or, where asked for, a stream that fails where it breaks off. */
export interface UpstreamAnswer {
  status: number;
  headers: Headers;
  body: Bytes | ReadableStream<Bytes>;
}

/** Asks a court's server. Given by the host, because a page's `fetch` cannot present a certificate. */
export type AskUpstream = (
  request: UpstreamRequest,
) => Promise<Result<UpstreamAnswer, UpstreamFault>>;
