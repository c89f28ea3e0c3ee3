import type { Draft } from '../../draft/types.ts';
import { records } from '../state.ts';
import { stores } from '../stores.ts';
import { tellChanged } from '../tabs.ts';

export const loadDrafts = async (): Promise<void> => {
  const all = await stores.drafts.list();
  records.drafts.value = all.sort((a, b) => b.changedAt - a.changedAt);
};

/** A draft of this window was written: the lists show it without being read again. */
export const showDraft = (written: Draft): void => {
  const others = records.drafts.value.filter(({ id }) => id !== written.id);
  records.drafts.value = [written, ...others];
};

/** Removes a draft with its history and its files. */
export const removeDraft = async (id: string): Promise<void> => {
  await stores.drafts.remove(id);
  await stores.files.collect();
  await loadDrafts();
  tellChanged('drafts');
};
