import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Bytes } from '../../../src/base/bytes.ts';
import type { Clock } from '../../../src/base/clock.ts';
import type { Person } from '../demo/people.ts';
import { refusal, refuse } from './answer.ts';
import { answerErrors } from './answer-errors.ts';
import { credentialedCors } from './cors.ts';
import { ours } from './messages.ts';
import { newClaims, type TokenMint } from './token.ts';
import { userRecord } from './user-record.ts';

interface Env {
  Bindings: { clientCertificate?: Bytes };
  Variables: { person: Person };
}

/** Whose certificate (DER) this is; `undefined` for one that is not trusted or not in force. */
export type RecognisePerson = (certificate: Bytes) => Promise<Person | undefined>;

/** Passaporte's login by client certificate (recepcao.md A 1, 2). */
export const createPassaporte = (
  tokens: TokenMint,
  clock: Clock,
  recognise: RecognisePerson,
): Hono<Env> => {
  const byCertificate = createMiddleware<Env>(async (c, next) => {
    const { clientCertificate } = c.env;
    const person = clientCertificate && (await recognise(clientCertificate));
    if (!person) {
      return refuse(
        refusal(401, ours('Apresente um certificado digital válido da cadeia aceita.')),
      );
    }
    c.set('person', person);
    await next();
  });

  const app = new Hono<Env>();
  app.use(credentialedCors, byCertificate);

  app.get('/passaporte/api/auth/representacoes', (c) => {
    const { nome, representacoes } = c.get('person');
    return c.json({ nome, representacoes });
  });

  app.get('/passaporte/api/auth/certificado', async (c) => {
    const person = c.get('person');
    const codigo = Number(c.req.query('representacao'));
    if (!person.representacoes.some((right) => right.codigo === codigo)) {
      return refuse(refusal(403, ours('O titular do certificado não possui esta representação.')));
    }
    const claims = newClaims(person.cpf, codigo, clock.now());
    const valor = await tokens.sign(claims);
    return c.json({ token: { valor, claims }, usuario: userRecord(person) });
  });

  return answerErrors(app);
};
