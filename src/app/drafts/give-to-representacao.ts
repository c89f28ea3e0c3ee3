import { err, type Result } from '../../base/result.ts';
import type { DraftSaveFault } from '../../store/drafts.ts';
import { clock, stores } from '../stores.ts';
import { noteDrafts } from './drafts.ts';

/** Writes whose a draft is that was begun before that was known. */
export const giveToRepresentacao = async (
  draftId: string,
  representacao: number,
): Promise<Result<void, DraftSaveFault | 'no-such-draft'>> => {
  const stored = await stores.drafts.load(draftId);
  if (!stored) return err('no-such-draft');
  const { draft } = stored;
  const saved = await stores.drafts.save(
    { ...draft, representacao, rev: draft.rev + 1, changedAt: clock.now() },
    [],
  );
  if (saved.ok) noteDrafts();
  return saved;
};
