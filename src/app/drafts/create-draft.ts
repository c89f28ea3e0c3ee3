import { newId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { newDraft } from '../../draft/new-draft.ts';
import { formOf } from '../layout-form.ts';
import { type LayoutFault, type LayoutPeriod, layoutFor } from '../layouts.ts';
import { representacaoInUse } from '../session/represented.ts';
import { ambiente } from '../state.ts';
import { askToPersistOnce } from '../storage/room.ts';
import { clock, stores } from '../stores.ts';
import { noteDrafts } from './drafts.ts';

export type CreateFault = LayoutFault | 'no-ambiente' | 'storage-full' | 'stale-revision';

/** Begins an empty draft for a layout and month; gives its id. */
export const createDraft = async (period: LayoutPeriod): Promise<Result<string, CreateFault>> => {
  const where = ambiente.value;
  if (!where) return err('no-ambiente');
  const layout = await layoutFor(period);
  if (!layout.ok) return layout;
  const form = await formOf(layout.value);
  const { draft, snapshot } = newDraft(
    newId(),
    where.id,
    layout.value,
    form,
    clock.now(),
    representacaoInUse.value,
  );
  const saved = await stores.drafts.save(draft, [], { snapshot, keptFrom: 1 });
  if (!saved.ok) return saved;
  noteDrafts();
  void askToPersistOnce();
  return ok(draft.id);
};
