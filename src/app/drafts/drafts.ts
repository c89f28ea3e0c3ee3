import { draftsWritten } from '../state.ts';
import { stores } from '../stores.ts';
import { tellChanged } from '../tabs.ts';

/** Has those who show drafts read them again: another window wrote some. */
export const rereadDrafts = async (): Promise<void> => {
  draftsWritten.value += 1;
};

/** Drafts were written or removed here: the lists of all windows are told. */
export const noteDrafts = (): void => {
  draftsWritten.value += 1;
  tellChanged('drafts');
};

/** Removes a draft with its history and its files. */
export const removeDraft = async (id: string): Promise<void> => {
  await stores.drafts.remove(id);
  await stores.files.collect();
  noteDrafts();
};
