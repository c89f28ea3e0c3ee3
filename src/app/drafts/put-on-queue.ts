import { err, ok, type Result } from '../../base/result.ts';
import type { Draft } from '../../draft/types.ts';
import { enqueue } from '../../outbox/entry.ts';
import type { SaveFault } from '../../outbox/ports.ts';
import { RECEPCAO } from '../../protocol/recepcao/protocol.ts';
import { standingOf } from '../../protocol/recepcao/standing.ts';
import type { RecepcaoEntry } from '../../protocol/recepcao/types.ts';
import { isRestored } from '../backup/restored-work.ts';
import { type ChangeFault, freezeChange } from '../change/freeze.ts';
import { givenUpHomologations } from '../change/give-up.ts';
import { asOnlyChange } from '../change/one-change.ts';
import { earlierFor, numbersThatCame } from '../links/freeze-links.ts';
import type { LinkFault } from '../links/link-faults.ts';
import { thisBrowser } from '../owner.ts';
import {
  catchUp,
  doneEntryOf,
  isFinal,
  knownEntriesOf,
  storeWith,
} from '../queue/queue-records.ts';
import type { QueueEntry } from '../queue/types.ts';
import { ambientes, records } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { tryLock } from '../tabs.ts';
import { type DraftSession, filesOf } from './draft-session.ts';
import { needsSignature } from './sign-files.ts';
import { keepVersion } from './versions.ts';

export type QueueFault =
  | SaveFault
  | ChangeFault
  | 'no-ambiente'
  | 'not-saved'
  /** It was changed while it was checked. */
  | 'changed-meanwhile'
  | 'has-errors'
  | 'verdicts-differ'
  | 'file-missing'
  | 'not-signed'
  | 'already-queued'
  /** Outside `simulado` the court's own schema has to check a draft first (D7). */
  | 'sample-layout'
  | LinkFault;

const CAME_TO_NOTHING = new Set<QueueEntry['state']['kind']>(['rejected', 'cancelled']);

/** The entry that carries a draft, and has not come to an end. */
export const entryOfDraft = (draftId: string): QueueEntry | undefined =>
  records.entries.value.find((entry) => entry.frozen.draftId === draftId && !isFinal(entry));

/** Whether a draft is on the queue or was delivered: it is not changed any more. */
export const isSpent = (draftId: string): boolean =>
  entryOfDraft(draftId) !== undefined || doneEntryOf(draftId) !== undefined;

/**
 * An entry that was made of a draft and came to nothing, but of which the court holds a delivery, or may hold one: put on
 * the queue again, the draft becomes a second delivery.
 */
export const leftAtCourt = (draftId: string): QueueEntry | undefined =>
  records.entries.value.find(
    (entry) =>
      entry.frozen.draftId === draftId &&
      CAME_TO_NOTHING.has(entry.state.kind) &&
      !['nothing-there', 'gone'].includes(standingOf(entry)),
  );

type Judged = Pick<
  DraftSession,
  'draft' | 'report' | 'verdict' | 'layout' | 'payload' | 'attachments'
>;

/**
 * What keeps a judged draft from being put on the queue, judged by its own environment, whichever is in use; nothing of it
 * depends on the network.
 */
export const queueFault = (session: Judged): QueueFault | undefined => {
  const where = ambientes.value.find(({ id }) => id === session.draft.value.ambiente);
  if (!where) return 'no-ambiente';
  if (isSpent(session.draft.value.id)) return 'already-queued';
  if (session.report.value.length > 0) return 'has-errors';
  if (session.verdict.value === false) return 'verdicts-differ';
  if (session.layout.source === 'sample' && where.tipo !== 'simulado') return 'sample-layout';
  if (filesOf(session).some(needsSignature)) return 'not-signed';
  return undefined;
};

/** Whether the draft may have been delivered before: out of this browser, or by an entry of which nobody knows. */
const mayBeSent = async (draftId: string): Promise<boolean> => {
  const inDoubt = knownEntriesOf(draftId).some((entry) => standingOf(entry) !== 'nothing-there');
  return inDoubt || doneEntryOf(draftId) !== undefined || isRestored(draftId);
};

/** As `isSpent`, from what is written by now, here and in other windows: what the screens are shown is a little older. */
const isSpentByNow = async (draftId: string): Promise<boolean> => {
  await catchUp();
  return (
    doneEntryOf(draftId) !== undefined || knownEntriesOf(draftId).some((entry) => !isFinal(entry))
  );
};

type Freezable = Judged &
  Pick<
    DraftSession,
    'form' | 'edit' | 'flush' | 'judged' | 'document' | 'isReportCurrent' | 'keptFiles'
  >;

/**
 * The first freeze (D3): from here on the entry holds its own copy, whatever becomes of the draft. One call at a time for
 * each draft, in all windows: two entries of it would be two deliveries.
 */
export const putOnQueue = async (
  session: Freezable,
  representacao: number | undefined,
): Promise<Result<RecepcaoEntry, QueueFault>> => {
  const changed = changedBy(session.draft.value);
  const lock = await tryLock(`estafeta:put-on-queue/${session.draft.value.id}`, {});
  if (!lock) return err('already-queued');
  try {
    const put = () => freeze(session, representacao);
    return await (changed ? asOnlyChange(changed, put) : put());
  } finally {
    lock.release();
  }
};

/** The delivery that a draft is to take the place of. */
const changedBy = ({ ambiente, purpose }: Draft) =>
  purpose?.kind === 'alter' ? { ambiente, courtId: purpose.courtId } : undefined;

const freeze = async (
  session: Freezable,
  representacao: number | undefined,
): Promise<Result<RecepcaoEntry, QueueFault>> => {
  const place = { ambiente: session.draft.value.ambiente, representacao };
  const came = await numbersThatCame(session.payload.value, session.form, place);
  if (came) session.edit(came);
  if ((await session.flush()) !== 'saved') return err('not-saved');
  await session.judged();
  if (!session.isReportCurrent.value) return err('changed-meanwhile');
  const fault = queueFault(session);
  if (fault) return err(fault);
  // What was checked is frozen, whatever is typed from here on.
  const payload = session.payload.value;
  const document = session.document.value;
  const files = filesOf(session);
  const { id, ambiente: where, spc, slp, mes, ano } = session.draft.value;
  for (const { chosen, signed } of files) {
    if (!(await stores.files.get((signed?.file ?? chosen).sha256))) return err('file-missing');
  }
  const earlier = await earlierFor(payload, session.form, place);
  if (!earlier.ok) return earlier;
  const change = await freezeChange(session);
  if (!change.ok) return change;
  const after = [...(change.value.after ?? []), ...earlier.value];
  await keepVersion(id, 'queue', document);
  const owner = await thisBrowser();
  if (await isSpentByNow(id)) return err('already-queued');
  const changed = changedBy(session.draft.value);
  const givenUp = changed ? await givenUpHomologations(changed) : ok([]);
  if (!givenUp.ok) return givenUp;
  return enqueue(
    {
      ambiente: where,
      ...(representacao !== undefined && { representacao }),
      protocol: RECEPCAO,
      owner,
      mustAsk: await mayBeSent(id),
      frozen: {
        ...change.value,
        draftId: id,
        ...{ spc, slp, mes, ano },
        layoutSha256: session.layout.sha256,
        ...(after.length > 0 && { after }),
        payload,
        files: files.map(({ id: localId, chosen, signed }) => {
          const sent = signed?.file ?? chosen;
          const { name, kind, size, sha256: sentSha256 } = sent;
          return { localId, sha256: chosen.sha256, sentSha256, name, kind, size };
        }),
      },
      progress: { uploads: {} },
    },
    { store: storeWith(givenUp.value), clock },
  );
};
