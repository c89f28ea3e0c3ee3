import { fromUtf8 } from '../../../src/base/bytes.ts';
import type { PenSession } from '../../../src/base/environment.ts';
import { isJsonObject, parseJson } from '../../../src/base/json.ts';
import { gatewayAnswer, ownAnswer } from '../answers.ts';
import { readBody } from '../read-body.ts';
import { isPassword } from './password.ts';
import type { GatewayPen, PenBody, PenUser } from './pen.ts';
import type { Sessions } from './session.ts';
import { createSlots, type Slots } from './slots.ts';

const LARGEST_REQUEST = 4 * 1024;

/** How long a wrong password waits for its answer, and the next try under that name with it (ms). */
const WRONG_WAITS_MS = 1_000;

/** Checked where there is no such user, so that the answer takes as long as any; no password makes it. */
const NOBODYS =
  'pbkdf2-sha256$600000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

/** Somebody of a body's office, with the body. */
export interface PenPerson {
  user: PenUser;
  orgao: PenBody;
}

/** The person of that name; names are unique in an environment. */
export const personOf = (pen: GatewayPen, usuario: string): PenPerson | undefined => {
  for (const orgao of pen.orgaos) {
    const user = orgao.users.find((known) => known.usuario === usuario);
    if (user) return { user, orgao };
  }
  return undefined;
};

const readGiven = async (request: Request) => {
  const body = await readBody(request, LARGEST_REQUEST);
  const given = body && parseJson(fromUtf8(body));
  if (!isJsonObject(given)) return undefined;
  const { usuario, senha, conhecido } = given;
  if (typeof usuario !== 'string' || typeof senha !== 'string') return undefined;
  return { usuario, senha, ...(typeof conhecido === 'string' && { conhecido }) };
};

/**
 * `POST …/pen/entrar`: a session for a user and password. Tries under one name come one after another. Who shows that she
 * has entered from there before has turns of her own, which others' tries under her name, or under any, do not take.
 */
export const createEnter = (sessions: Sessions) => {
  const strangers = createTurns();
  const known = createTurns();

  return async (request: Request, ambiente: string, pen: GatewayPen): Promise<Response> => {
    const given = await readGiven(request);
    if (!given) return gatewayAnswer('body-malformed');
    const { usuario, senha, conhecido } = given;
    const person = personOf(pen, usuario);
    const isKnown = await sessions.isKnown(conhecido ?? '', ambiente, usuario);
    const turns = isKnown ? known : strangers;
    const right = await turns.check(`${ambiente}/${usuario}`, senha, person?.user.senha ?? NOBODYS);
    if (right === 'busy') return gatewayAnswer('too-many-tries');
    if (!right || !person) return gatewayAnswer('office-refused');
    const { user, orgao } = person;
    const session: PenSession = {
      ...(await sessions.open(ambiente, usuario)),
      usuario,
      nome: user.nome,
      orgao: orgao.id,
      papeis: user.papeis,
    };
    return ownAnswer(session);
  };
};

/** Passwords checked at once over all names, and those that wait: each takes a whole processor for a while. */
const AT_ONCE = 2;
const MOST_WAITING = 16;

/** Tries under one name that wait while another one is answered. */
const MOST_WAITING_BY_NAME = 4;

const createTurns = () => {
  const all = createSlots(AT_ONCE, MOST_WAITING);
  const byName = new Map<string, Slots>();

  const checkSlowly = async (senha: string, kept: string): Promise<boolean | 'busy'> => {
    const right = await all.take(() => isPassword(senha, kept));
    if (right === false) await new Promise((resolve) => setTimeout(resolve, WRONG_WAITS_MS));
    return right;
  };

  return {
    check: async (name: string, senha: string, kept: string): Promise<boolean | 'busy'> => {
      const turns = byName.get(name) ?? createSlots(1, MOST_WAITING_BY_NAME);
      byName.set(name, turns);
      const right = await turns.take(() => checkSlowly(senha, kept));
      if (turns.isIdle()) byName.delete(name);
      return right;
    },
  };
};
