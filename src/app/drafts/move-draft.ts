import { signal } from '@preact/signals';
import { editBetween, type MovedDocument, moveDocument } from '../../draft/move-layout.ts';
import type { NotKept } from '../../draft/types.ts';
import { differenceOf, type LayoutChange } from '../../layout/difference.ts';
import type { CachedLayout, ObjectField } from '../../layout/types.ts';
import { formOf } from '../layout-form.ts';
import type { DraftSession } from './draft-session.ts';
import { keepVersion } from './versions.ts';

export type { NotKept };

/** What a draft's move to another version of its layout would do. */
export interface PlannedMove {
  to: CachedLayout;
  form: ObjectField;
  changes: LayoutChange[];
  moved: MovedDocument;
}

/** Looks what would become of a draft, and changes nothing. */
export const planMove = async (session: DraftSession, to: CachedLayout): Promise<PlannedMove> => {
  const form = await formOf(to);
  return {
    ...{ to, form },
    changes: differenceOf(session.layout.schema, to.schema),
    moved: moveDocument(session.document.value, session.form, form),
  };
};

/** Moves the draft as it is now, by one change; what could not be kept is listed in it. */
export const moveDraft = (session: DraftSession, { to, form }: PlannedMove): void => {
  const before = session.document.value;
  const draft = session.draft.value;
  const { document, notKept } = moveDocument(before, session.form, form);
  void keepVersion(draft.id, 'layout', before);
  session.amend(
    {
      ...{ layoutSha256: to.sha256, layoutSource: to.source },
      notKept: [...(draft.notKept ?? []), ...notKept],
    },
    editBetween(before, document),
  );
};

/** Drafts that were begun on a sample and went over to the court's own layout in this window. */
export const leftTheSample = signal<ReadonlySet<string>>(new Set());

/** A draft begun on a sample moves by itself to the court's layout where all of it is kept. */
export const leaveSample = async (session: DraftSession, to: CachedLayout): Promise<void> => {
  const { id, layoutSource } = session.draft.value;
  // Once it was taken back, it is the person's to do.
  if (layoutSource !== 'sample' || leftTheSample.value.has(id)) return;
  const planned = await planMove(session, to);
  const isLate = session.elsewhere.value || leftTheSample.value.has(id);
  if (planned.moved.notKept.length > 0 || isLate) return;
  moveDraft(session, planned);
  leftTheSample.value = new Set([...leftTheSample.value, id]);
};
