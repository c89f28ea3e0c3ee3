import { GATEWAY_HEADER } from '../base/gateway-answer.ts';

/** An answer that took longer tells a time that may be long past: the window may have been frozen before it was read. */
const FRESH_MS = 5_000;

/** The time (epoch ms UTC) that a server's answer tells (`Date`, RFC 9110 §6.6.1); `undefined` where it is not to be trusted. */
export const dateTold = (headers: Headers, tookMs: number): number | undefined => {
  if (tookMs > FRESH_MS) return undefined;
  // The gateway's own answers say the time of this machine, or of its neighbour.
  if ((headers.get(GATEWAY_HEADER) ?? 'relayed') !== 'relayed') return undefined;
  const told = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(told) ? undefined : told;
};
