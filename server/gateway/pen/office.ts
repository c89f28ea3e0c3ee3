import { fromUtf8 } from '../../../src/base/bytes.ts';
import type { Clock } from '../../../src/base/clock.ts';
import type { PenPapel } from '../../../src/base/environment.ts';
import { READER_HEADER } from '../../../src/base/gateway-answer.ts';
import { isJsonObject, type Json, parseJson } from '../../../src/base/json.ts';
import type { GatewayAmbiente } from '../ambientes.ts';
import { gatewayAnswer, ownAnswer } from '../answers.ts';
import { isPlainPath } from '../plain-path.ts';
import { readBody } from '../read-body.ts';
import type { AskUpstream } from '../upstream.ts';
import { createEnter, type PenPerson, personOf } from './enter.ts';
import { operationOf } from './operations.ts';
import type { GatewayPen } from './pen.ts';
import { createReaders } from './readers.ts';
import { penRelay } from './relay.ts';
import { createSessions } from './session.ts';
import { readReceipt, signReceipt } from './sign-receipt.ts';

/** A receipt of a trâmite with tens of thousands of components stays under it. */
const LARGEST_REQUEST = 4 * 1024 * 1024;

/** A call of somebody of an office. */
interface OfficeCall extends PenPerson {
  request: Request;
  ambiente: GatewayAmbiente;
  pen: GatewayPen;
  /** The body's name among all environments: what a lease belongs to. */
  body: string;
}

const mayAct = ({ user }: PenPerson, roles: readonly PenPapel[]): boolean =>
  roles.length === 0 || roles.some((role) => user.papeis.includes(role));

const jsonOf = async (request: Request): Promise<Json | undefined> => {
  const body = await readBody(request, LARGEST_REQUEST);
  return body && parseJson(fromUtf8(body));
};

const isName = (value: Json | undefined): value is string =>
  typeof value === 'string' && value !== '' && value.length <= 200;

/** Whose a lease is: a browser, and who works in it. */
const readerOf = ({ user }: PenPerson, leitor: string | null): string =>
  `${user.usuario}/${leitor ?? ''}`;

/** Everything under `/gateway/{ambiente}/pen`: the login, the one reader, receipts, and what is passed on to PEN. */
export const createOffice = (ask: AskUpstream, clock: Clock) => {
  const sessions = createSessions(clock);
  const readers = createReaders(clock);
  const enter = createEnter(sessions);

  const lease = async (call: OfficeCall): Promise<Response> => {
    const { request, body } = call;
    if (!mayAct(call, ['enviar', 'receber'])) return gatewayAnswer('role-missing');
    if (request.method === 'DELETE') {
      readers.giveBack(body, readerOf(call, request.headers.get(READER_HEADER)));
      return ownAnswer({});
    }
    if (request.method !== 'POST') return gatewayAnswer('method-not-allowed');
    const given = await jsonOf(request);
    if (!isJsonObject(given) || !isName(given.leitor) || !isName(given.nome)) {
      return gatewayAnswer('body-malformed');
    }
    const { isGiven, holder } = readers.ask(body, readerOf(call, given.leitor), given.nome);
    return isGiven ? ownAnswer(holder) : gatewayAnswer('reader-elsewhere', holder);
  };

  const isReader = (call: OfficeCall): boolean =>
    readers.holds(call.body, readerOf(call, call.request.headers.get(READER_HEADER)));

  const sign = async (call: OfficeCall): Promise<Response> => {
    const { request, orgao, body } = call;
    if (!mayAct(call, ['receber'])) return gatewayAnswer('role-missing');
    if (request.method !== 'POST') return gatewayAnswer('method-not-allowed');
    if (!isReader(call)) return gatewayAnswer('reader-elsewhere', readers.holderOf(body));
    const receipt = readReceipt(await jsonOf(request));
    if (!receipt) return gatewayAnswer('body-malformed');
    return ownAnswer({ hashDaAssinatura: await signReceipt(receipt, orgao.key) });
  };

  const passOn = async (call: OfficeCall, path: string): Promise<Response> => {
    const { request, ambiente, pen, orgao, body } = call;
    const operation = isPlainPath(path) ? operationOf(request.method, path) : undefined;
    if (!operation) return gatewayAnswer('path-unknown');
    if (!mayAct(call, operation.roles)) return gatewayAnswer('role-missing');
    if (operation.reads && !isReader(call)) {
      return gatewayAnswer('reader-elsewhere', readers.holderOf(body));
    }
    const url = new URL(pen.servicos + path + new URL(request.url).search);
    return penRelay(request, operation, url, orgao, ambiente.ca, ask);
  };

  return async (request: Request, ambiente: GatewayAmbiente): Promise<Response> => {
    const { pen, id } = ambiente;
    if (!pen) return gatewayAnswer('pen-absent');
    const path = new URL(request.url).pathname.slice(`/gateway/${id}/pen`.length);
    if (path === '/entrar') {
      return request.method === 'POST'
        ? enter(request, id, pen)
        : gatewayAnswer('method-not-allowed');
    }
    const person = personOf(pen, (await sessions.userOf(request, id)) ?? '');
    if (!person) return gatewayAnswer('session-ended');
    const call = { ...person, request, ambiente, pen, body: `${id}/${person.orgao.id}` };
    if (path === '/leitura') return lease(call);
    if (path === '/assinar-recibo') return sign(call);
    if (path.startsWith('/v3/')) return passOn(call, path.slice('/v3'.length));
    return gatewayAnswer('path-unknown');
  };
};
