import { describeBrowser } from '../base/describe-browser.ts';
import { newId } from '../base/ids.ts';
import { isJsonObject } from '../base/json.ts';
import type { Owner } from '../outbox/types.ts';
import { stores } from './stores.ts';

const SETTING = 'thisBrowser';

/** What the person calls this browser, so that she knows it again from another one. */
export const nameThisBrowser = async (name: string): Promise<void> => {
  const { id } = await thisBrowser();
  await stores.settings.set(SETTING, { id, name });
};

/** This browser, as entries name the one that sends them; the same for as long as its data lives. */
export const thisBrowser = async (): Promise<Owner> => {
  const kept = await stores.settings.get(SETTING);
  if (isJsonObject(kept) && typeof kept.id === 'string' && typeof kept.name === 'string') {
    return { id: kept.id, name: kept.name };
  }
  const owner = { id: newId(), name: describeBrowser(navigator.userAgent) };
  await stores.settings.set(SETTING, owner);
  return owner;
};

let idHere: Promise<string> | undefined;

/**
 * The id alone, which never changes, read from the disk once: a request that must leave within a time is not held up by
 * the database between the look at the time and its leaving.
 */
export const thisBrowserId = (): Promise<string> => {
  idHere ??= thisBrowser().then(
    ({ id }) => id,
    (error) => {
      idHere = undefined;
      throw error;
    },
  );
  return idHere;
};
