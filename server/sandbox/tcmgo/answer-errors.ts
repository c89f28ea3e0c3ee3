import type { Env, Hono } from 'hono';
import { refusal, refuse } from './answer.ts';
import { ours } from './messages.ts';

/** Unknown paths and faults of the sandbox itself are JSON too; the fault goes to the console only. */
export const answerErrors = <E extends Env>(app: Hono<E>): Hono<E> =>
  app
    .notFound(() => refuse(refusal(404, ours('Endereço não encontrado.'))))
    .onError((error) => {
      console.error(error);
      return refuse(refusal(500, ours('Erro interno do simulador.')));
    });
