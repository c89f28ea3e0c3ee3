import { lookup } from 'node:dns/promises';
import type { Resolve } from './gateway/pki-relay.ts';

/** Asks the system's resolver for every address of a name. */
export const resolveHost: Resolve = async (host) => {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
};
