import { GATEWAY_HEADER } from '../../base/gateway-answer.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../base/json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { thisBrowser } from '../owner.ts';
import { ambiente } from '../state.ts';
import { clock } from '../stores.ts';
import { changeSession, office, reader } from './office.ts';
import { penHttp } from './office-http.ts';
import { readSession } from './office-session.ts';

/** Why somebody did not come in. */
export type EnterFault =
  /** This environment has no PEN. */
  | 'pen-absent'
  /** No such user, or another password. */
  | 'office-refused'
  | 'no-answer';

const LONGEST_MS = 20_000;

/** Asks the gateway, or through it; `undefined` where no answer came. */
const ask = async (method: string, path: string, body?: JsonObject) => {
  const request = new Request(new URL(`${ambiente.value?.pen?.base}${path}`, location.href), {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(LONGEST_MS),
    cache: 'no-store',
  });
  try {
    const answer = await penHttp()(request);
    return { word: answer.headers.get(GATEWAY_HEADER), json: parseJson(await answer.text()) };
  } catch {
    return undefined;
  }
};

/** Comes into the office of the body that the user belongs to. */
export const enterOffice = async (
  usuario: string,
  senha: string,
): Promise<Result<void, EnterFault>> => {
  const where = ambiente.value;
  if (!where?.pen) return err('pen-absent');
  const answer = await ask('POST', '/entrar', { usuario, senha });
  if (answer?.word === 'office-refused') return err('office-refused');
  const session = readSession(answer?.json);
  if (!session) return err('no-answer');
  changeSession({ ...session, ambiente: where.id });
  // What answers tells its clock.
  void ask('GET', '/v3/healthcheck');
  return ok(undefined);
};

/** Leaves the office: the session is forgotten, and another browser may read at once. */
export const leaveOffice = async (): Promise<void> => {
  if (reader.value.kind === 'here') await ask('DELETE', '/leitura');
  changeSession(undefined);
};

/** A lease that ends sooner is renewed before anything is done under it, and by itself while the window is open (ms). */
const TOO_SHORT_MS = 35_000;
const RENEWED_AFTER_MS = 30_000;

let renewal: ReturnType<typeof setTimeout> | undefined;

const renewLater = (): void => {
  clearTimeout(renewal);
  renewal = setTimeout(() => {
    if (reader.value.kind === 'here') void mayRead();
  }, RENEWED_AFTER_MS);
};

/**
 * Makes sure that this browser is the one that reads for the body: reading and answering move states at the platform, for
 * everybody with that certificate. Where it is not, `reader` says who does.
 */
export const mayRead = async (): Promise<boolean> => {
  if (!office.value) return false;
  const current = reader.value;
  if (current.kind === 'here' && current.ate - clock.now() > TOO_SHORT_MS) return true;
  const { id, name } = await thisBrowser();
  const answer = await ask('POST', '/leitura', { leitor: id, nome: name });
  if (!isJsonObject(answer?.json)) return false;
  const { nome, ate } = answer.json;
  if (answer.word === 'reader-elsewhere' && typeof nome === 'string') {
    reader.value = { kind: 'elsewhere', nome };
  }
  if (answer.word !== 'own' || typeof ate !== 'number') return false;
  reader.value = { kind: 'here', ate };
  renewLater();
  return true;
};
