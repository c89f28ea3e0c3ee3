import { stores } from '../stores.ts';

const settingOf = (sha256: string): string => `intake:${sha256}`;

/** The draft that was made of these very bytes and is still there. */
export const earlierDraftOf = async (sha256: string): Promise<string | undefined> => {
  const draftId = await stores.settings.get(settingOf(sha256));
  if (typeof draftId !== 'string') return undefined;
  return (await stores.drafts.load(draftId)) ? draftId : undefined;
};

export const noteDraftOf = async (sha256: string, draftId: string): Promise<void> => {
  await stores.settings.set(settingOf(sha256), draftId);
};
