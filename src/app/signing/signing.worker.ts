import { expose } from 'comlink';
import { login } from './worker/login.ts';
import { opening } from './worker/open-key.ts';
import { signatures } from './worker/signatures.ts';

/** The worker that alone holds the person's key. */
const service = { ...opening, ...signatures, login };

export type SigningService = typeof service;

expose(service);
