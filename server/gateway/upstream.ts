import type { Bytes } from '../../src/base/bytes.ts';
import type { UpstreamFault } from '../../src/base/gateway-answer.ts';
import type { Result } from '../../src/base/result.ts';

/** One request to a court's server: its own connection, no redirect followed, no second try. */
export interface UpstreamRequest {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body?: Bytes;
  /** PEM certificates accepted as roots beside the system's. */
  ca: readonly string[];
  /** What the TLS handshake presents: PEM bytes, overwritten by their owner after the answer. */
  client?: { key: Bytes; certificates: string };
}

/** A whole answer: one that broke off is a fault. */
export interface UpstreamAnswer {
  status: number;
  headers: Headers;
  body: Bytes;
}

/** Asks a court's server. Given by the host, because a page's `fetch` cannot present a certificate. */
export type AskUpstream = (
  request: UpstreamRequest,
) => Promise<Result<UpstreamAnswer, UpstreamFault>>;
