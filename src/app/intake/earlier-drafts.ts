import { stores } from '../stores.ts';

const settingOf = (sha256: string): string => `intake:${sha256}`;

/** The draft of an environment that was made of these very bytes and is still there. */
export const earlierDraftOf = async (
  sha256: string,
  ambiente: string | undefined,
): Promise<string | undefined> => {
  const draftId = await stores.settings.get(settingOf(sha256));
  if (typeof draftId !== 'string') return undefined;
  const earlier = await stores.draftLists.head(draftId);
  return earlier?.ambiente === ambiente ? earlier?.id : undefined;
};

export const noteDraftOf = async (sha256: string, draftId: string): Promise<void> => {
  await stores.settings.set(settingOf(sha256), draftId);
};
