import { CLIENT_HEADER } from '../../base/gateway-answer.ts';
import type { Http } from '../../base/http.ts';
import type { Json } from '../../base/json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type Reply, readReply } from '../recepcao/reply.ts';

/** Why an open service told nothing. */
export type PublicFault =
  /** Neither it nor the gateway was reached, or the answer broke off. */
  | 'no-answer'
  /** It says of itself that it cannot now. */
  | 'service-unavailable'
  /** It knows no such municipality, or no such address. */
  | 'not-found'
  /** What came is not what these services answer. */
  | 'not-the-service';

/** Asks one open service through the gateway's relay. `address`: of the service, for one municipality. */
export const askPublic = async (
  http: Http,
  address: URL,
  signal: AbortSignal,
): Promise<Result<Json, PublicFault>> => {
  const headers = { [CLIENT_HEADER]: '1', accept: 'application/json' };
  const request = new Request(address, { headers, cache: 'no-store', signal });
  const response = await http(request).catch(() => undefined);
  const reply = await readReply(response);
  if (reply.kind !== 'success') return err(faultOf(reply));
  return reply.json === undefined ? err('not-the-service') : ok(reply.json);
};

const faultOf = (reply: Exclude<Reply, { kind: 'success' }>): PublicFault => {
  switch (reply.kind) {
    case 'no-answer':
    case 'never-sent':
    case 'truncated':
      return 'no-answer';
    case 'unavailable':
    case 'too-many':
      return 'service-unavailable';
    case 'problem':
      return reply.status === 404 ? 'not-found' : 'not-the-service';
    case 'not-the-server':
      return reply.status === 404 ? 'not-found' : 'not-the-service';
    default:
      return 'not-the-service';
  }
};
