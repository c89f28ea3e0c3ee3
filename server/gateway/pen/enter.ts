import { fromUtf8 } from '../../../src/base/bytes.ts';
import type { PenSession } from '../../../src/base/environment.ts';
import { isJsonObject, parseJson } from '../../../src/base/json.ts';
import { gatewayAnswer, ownAnswer } from '../answers.ts';
import { readBody } from '../read-body.ts';
import { isPassword } from './password.ts';
import type { GatewayPen, PenBody, PenUser } from './pen.ts';
import type { Sessions } from './session.ts';

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
  const { usuario, senha } = given;
  return typeof usuario === 'string' && typeof senha === 'string' ? { usuario, senha } : undefined;
};

/** `POST …/pen/entrar`: a session for a user and password. Tries under one name come one after another. */
export const createEnter = (sessions: Sessions) => {
  const trying = new Map<string, Promise<boolean>>();

  const checkSlowly = async (senha: string, kept: string): Promise<boolean> => {
    const right = await isPassword(senha, kept);
    if (!right) await new Promise((resolve) => setTimeout(resolve, WRONG_WAITS_MS));
    return right;
  };

  const inTurn = (name: string, check: () => Promise<boolean>): Promise<boolean> => {
    const turn = (trying.get(name) ?? Promise.resolve()).then(check);
    trying.set(name, turn);
    void turn.then(() => trying.get(name) === turn && trying.delete(name));
    return turn;
  };

  return async (request: Request, ambiente: string, pen: GatewayPen): Promise<Response> => {
    const given = await readGiven(request);
    if (!given) return gatewayAnswer('body-malformed');
    const { usuario, senha } = given;
    const person = personOf(pen, usuario);
    const right = await inTurn(`${ambiente}/${usuario}`, () =>
      checkSlowly(senha, person?.user.senha ?? NOBODYS),
    );
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
