import type { Bytes } from '../../base/bytes.ts';
import { CLIENT_HEADER, GATEWAY_HEADER } from '../../base/gateway-answer.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { AskTimestamp } from '../../signing/cms/stamp-signature.ts';
import { ambiente } from '../state.ts';

/** Why nothing came from an authority. */
export type RelayFault =
  /** This page has no gateway that could ask; on a static host the person loads files instead. */
  | 'no-gateway'
  /** The gateway itself was not reached. */
  | 'offline'
  /** The gateway does not ask there, or nobody answered. */
  | 'no-answer';

/** Longer than the gateway itself waits. */
const LONGEST_MS = 20_000;

interface Query {
  type: 'application/ocsp-request' | 'application/timestamp-query';
  body: Bytes;
}

/** Fetches from an authority's address through the gateway, or sends it a query. */
export const askAuthority = async (
  address: string,
  query?: Query,
): Promise<Result<Bytes, RelayFault>> => {
  const relay = ambiente.value?.hosts.pki;
  if (relay === undefined) return err('no-gateway');
  const url = `${relay}?url=${encodeURIComponent(address)}`;
  const headers: Record<string, string> = { [CLIENT_HEADER]: '1' };
  const init = query
    ? { method: 'POST', headers: { ...headers, 'content-type': query.type }, body: query.body }
    : { headers };
  try {
    const signal = AbortSignal.timeout(LONGEST_MS);
    const response = await fetch(url, { ...init, cache: 'no-store', signal });
    const relayed = response.ok && response.headers.get(GATEWAY_HEADER) === 'relayed';
    const bytes = new Uint8Array(await response.arrayBuffer());
    return relayed ? ok(bytes) : err('no-answer');
  } catch {
    return err('offline');
  }
};

/** Asks the environment's time stamp authority for an answer to a TimeStampReq (RFC 3161 §2.4). */
export const requestTimestamp: AskTimestamp = async (request) => {
  const address = ambiente.value?.timestampAuthority;
  if (address === undefined) return undefined;
  const query = { type: 'application/timestamp-query', body: request } as const;
  const answer = await askAuthority(address, query);
  return answer.ok ? answer.value : undefined;
};
