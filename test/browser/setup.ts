import { buildApp } from '../support/build.ts';

/** Builds the app once before the browser tests, as `npm start` does. */
export const setup = (): Promise<void> => buildApp();
