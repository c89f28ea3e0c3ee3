import { cors } from 'hono/cors';

const allowHeaders = ['Authorization', 'Content-Type', 'Cache-Control', 'Accept', 'ignore'];
const allowMethods = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'];

/** Recepção and Colare-Envios answer any origin (seen in clients: recepcao.md G). */
export const openCors = cors({ origin: (origin) => origin, allowHeaders, allowMethods });

/** Passaporte answers the asking origin by name: a client certificate counts as a credential. */
export const credentialedCors = cors({
  origin: (origin) => origin,
  allowHeaders,
  allowMethods: ['GET', 'OPTIONS'],
  credentials: true,
});
