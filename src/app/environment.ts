import type { Ambiente } from '../base/environment.ts';
import { isJsonObject, type Json, parseJson } from '../base/json.ts';

/** Where the app may deliver to, and whether a gateway of its own told so. */
export interface KnownEnvironments {
  gateway: boolean;
  ambientes: Ambiente[];
}

// Asked in this order: a gateway's word wins over what was fixed at build.
const ADDRESSES = ['./gateway/config.json', './ambientes.json'];

/**
 * Asks the page's own origin; `undefined` where nobody answers (offline), so that the last known ones go on.
 */
export const askEnvironments = async (): Promise<KnownEnvironments | undefined> => {
  for (const address of ADDRESSES) {
    const known = read(await textOf(address));
    if (known) return known;
  }
  return undefined;
};

const textOf = async (address: string): Promise<string> => {
  try {
    const response = await fetch(address, { cache: 'no-store' });
    return response.ok ? await response.text() : '';
  } catch {
    return '';
  }
};

const isAmbiente = (value: Json): boolean =>
  isJsonObject(value) && typeof value.id === 'string' && isJsonObject(value.hosts);

const read = (text: string): KnownEnvironments | undefined => {
  const json = parseJson(text);
  if (!isJsonObject(json) || !Array.isArray(json.ambientes)) return undefined;
  if (!json.ambientes.every(isAmbiente)) return undefined;
  return JSON.parse(text) as KnownEnvironments;
};
