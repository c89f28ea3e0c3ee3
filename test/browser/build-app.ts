import { build } from 'vite';

/** Builds the app once before the browser tests, as `npm start` does. */
export const setup = async (): Promise<void> => {
  await build({ logLevel: 'warn' });
};
