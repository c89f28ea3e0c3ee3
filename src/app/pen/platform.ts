import type { PenAnswerFault } from '../../protocol/pen/answers.ts';
import { type PenClient, penClient } from '../../protocol/pen/client.ts';
import type { BodyHere } from '../../store/pen-lists.ts';
import { ambiente } from '../state.ts';
import { isInOfficeOf, office } from './office.ts';
import { penHttp } from './office-http.ts';

/** The body whose office somebody is in, in the environment in use. */
export const officeHere = (): BodyHere | undefined => {
  const where = ambiente.value?.id;
  const orgao = office.value?.orgao;
  return where === undefined || orgao === undefined ? undefined : { ambiente: where, orgao };
};

/** The platform as this body asks it, for as long as somebody is in its office; `undefined` where nobody is. */
export const platform = (body = officeHere()): PenClient | undefined => {
  const base = ambiente.value?.pen?.base;
  return base === undefined || !body || !isInOfficeOf(body)
    ? undefined
    : penClient({ http: penHttp(body), base, origin: location.origin });
};

/** Why the platform did not do, or say, what it was asked. */
export type PlatformFault =
  /** Nobody is in the office, or no more. */
  | 'not-entered'
  | 'role-missing'
  /** Another browser reads for the body. */
  | 'reader-elsewhere'
  | 'no-network'
  | 'not-the-server'
  | 'server-unavailable'
  | 'platform-refused';

export const faultOf = ({ kind }: PenAnswerFault): PlatformFault => {
  switch (kind) {
    case 'fault':
      return 'platform-refused';
    case 'not-allowed':
      return 'role-missing';
    case 'not-entered':
    case 'reader-elsewhere':
    case 'not-the-server':
      return kind;
    case 'no-answer':
    case 'truncated':
    case 'never-sent':
      return 'no-network';
    default:
      return 'server-unavailable';
  }
};

/** Whether after this no other question would be answered either. */
export const isOutOfReach = (fault: string): boolean =>
  fault === 'no-network' || fault === 'not-entered';

/** An answer that takes longer is not waited for (ms). */
const LONGEST_MS = 60_000;

export const inTime = (): AbortSignal => AbortSignal.timeout(LONGEST_MS);
