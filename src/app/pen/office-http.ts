import { CLIENT_HEADER, GATEWAY_HEADER, READER_HEADER } from '../../base/gateway-answer.ts';
import type { Http } from '../../base/http.ts';
import type { BodyHere } from '../../store/pen-lists.ts';
import { dateTold } from '../date-told.ts';
import { thisBrowserId } from '../owner.ts';
import { clock } from '../stores.ts';
import { endSession, isInOfficeOf, office, penClockSkew, reader } from './office.ts';

/**
 * How PEN is asked for whoever is in the office: `fetch` with the session and the name of this browser. The gateway's
 * word that the session ended, or that another browser reads, is noted. `body`: whose request it is; once somebody else's
 * office was entered nothing leaves, for it would be asked and answered under that one's session.
 */
export const penHttp =
  (body?: BodyHere): Http =>
  async (request) => {
    request.headers.set(CLIENT_HEADER, '1');
    request.headers.set(READER_HEADER, await thisBrowserId());
    // From here to `fetch` nothing is waited for: the session is that of the office that was looked at.
    if (body && !isInOfficeOf(body)) return notInItsOffice();
    const used = office.value?.sessao;
    if (used !== undefined) request.headers.set('authorization', `Bearer ${used}`);
    const asked = performance.now();
    const answer = await fetch(request);
    const told = dateTold(answer.headers, performance.now() - asked);
    if (told !== undefined) penClockSkew.value = told - clock.now();
    const word = answer.headers.get(GATEWAY_HEADER);
    if (word === 'session-ended' && used === office.value?.sessao) endSession();
    if (word === 'reader-elsewhere' && reader.value.kind === 'here')
      reader.value = { kind: 'unknown' };
    return answer;
  };

/** As the gateway answers to who has no session. */
const notInItsOffice = () =>
  new Response(null, { status: 401, headers: { [GATEWAY_HEADER]: 'session-ended' } });
