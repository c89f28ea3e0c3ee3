import { GATEWAY_HEADER } from '../../base/gateway-answer.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../base/json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { thisBrowser } from '../owner.ts';
import { ambiente } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { changeSession, office, reader } from './office.ts';
import { penHttp } from './office-http.ts';
import { readSession } from './office-session.ts';
import type { PlatformFault } from './platform.ts';

/** Why somebody did not come in. */
export type EnterFault =
  /** This environment has no PEN. */
  | 'pen-absent'
  /** No such user, or another password. */
  | 'office-refused'
  /** Of so many that enter, or try to, the gateway looks at no more now. */
  | 'too-many-tries'
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

/** Under which name is kept what shows the gateway that somebody entered from here before; it opens nothing. */
const knownBy = (ambiente: string, usuario: string): string => `penKnown:${ambiente}:${usuario}`;

/** Comes into the office of the body that the user belongs to. */
export const enterOffice = async (
  usuario: string,
  senha: string,
): Promise<Result<void, EnterFault>> => {
  const where = ambiente.value;
  if (!where?.pen) return err('pen-absent');
  const before = await stores.settings.get(knownBy(where.id, usuario));
  const conhecido = typeof before === 'string' ? before : '';
  const answer = await ask('POST', '/entrar', { usuario, senha, conhecido });
  if (answer?.word === 'office-refused' || answer?.word === 'too-many-tries') {
    return err(answer.word);
  }
  const session = readSession(answer?.json);
  if (!session) return err('no-answer');
  await stores.settings.set(knownBy(where.id, usuario), session.conhecido);
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
 * everybody with that certificate. Where another one is, `reader` says which.
 */
export const mayRead = async (): Promise<Result<void, PlatformFault>> => {
  const asking = office.value;
  const current = reader.value;
  if (!asking) return err('not-entered');
  if (current.kind === 'here' && current.ate - clock.now() > TOO_SHORT_MS) return ok(undefined);
  const { id, name } = await thisBrowser();
  const answer = await ask('POST', '/leitura', { leitor: id, nome: name });
  if (!answer) return err('no-network');
  // It was asked under a session that is over, maybe for another body.
  if (office.value !== asking) return err('not-entered');
  const { nome, ate } = isJsonObject(answer.json) ? answer.json : {};
  if (answer.word === 'own' && typeof ate === 'number') {
    reader.value = { kind: 'here', ate };
    renewLater();
    return ok(undefined);
  }
  if (answer.word !== 'reader-elsewhere') {
    return err(answer.word === 'role-missing' ? 'role-missing' : 'not-the-server');
  }
  reader.value = { kind: 'elsewhere', nome: typeof nome === 'string' ? nome : '' };
  return err('reader-elsewhere');
};
