import { effect, untracked } from '@preact/signals';
import { advance, recover } from '../../outbox/runner.ts';
import type { PenEntry } from '../../protocol/pen/types.ts';
import { dueFrom } from '../queue/due.ts';
import { type Due, lanesOf } from '../queue/lanes.ts';
import { oneSender } from '../queue/one-sender.ts';
import { parallel } from '../queue/parallel.ts';
import type { Damage } from '../storage/damage.ts';
import { holdAgainstLogs, isHeld } from '../storage/examine.ts';
import { clock } from '../stores.ts';
import { forgetPenFailures, penErrandOf, penNeedFrom } from './errand.ts';
import { office } from './office.ts';
import {
  knownPenEntries,
  penQueue,
  penQueueStore,
  readPenEntry,
  readPenQueue,
} from './queue-records.ts';
import { penStores } from './stores.ts';

/** What has something to do by itself, the oldest first. */
function* due(): Iterable<Due> {
  const now = clock.now();
  for (const entry of knownPenEntries()) {
    if (isHeld(entry.id)) continue;
    const at = dueFrom(entry.state, now, (need) => penNeedFrom(entry, need));
    if (at !== undefined) yield { id: entry.id, at };
  }
}

const move = async (id: string, goesOn: () => boolean): Promise<boolean> => {
  const entry = await penQueueStore.load(id);
  const errand = entry && penErrandOf(entry, goesOn);
  if (!errand) return false;
  // Nothing of it is under way here: what ran it has ended.
  const isOrphan = entry.state.kind === 'running';
  const moved = await (isOrphan ? recover(entry, errand) : advance(entry, errand));
  if (!moved.ok) {
    // Another window did what the person asked of it there.
    if (moved.error === 'stale-revision') await readPenEntry(id);
    return moved.error === 'stale-revision';
  }
  return moved.value !== entry;
};

const lanes = lanesOf({ due, move, width: () => parallel.value, clock });

/** Lets everything of PEN go on that can; for when something changed. */
export const runPenQueue = (): void => {
  forgetPenFailures();
  lanes.lookAgain();
};

/** Does something with an entry between two of its steps. */
export const betweenPenSteps = lanes.still;

const sender = oneSender({ lock: 'estafeta:sender-pen', lanes, catchUp: readPenQueue });

const disagreeing = ({ id: entryId, frozen: { errand } }: PenEntry): Damage => {
  const of = errand.kind === 'send' ? { protocolo: errand.protocolo } : { idt: errand.idt };
  return { kind: 'pen-log', entryId, of };
};

/** The window in which somebody is in the office sends: the session lives in its memory alone. */
export const startPenSender = async (): Promise<void> => {
  await readPenQueue();
  void holdAgainstLogs(knownPenEntries(), penStores.penEntries.withLog, disagreeing).then(
    runPenQueue,
  );
  effect(() => {
    void penQueue.value;
    untracked(lanes.look);
  });
  effect(() => {
    if (!office.value) return;
    untracked(() => void sender.take().then(runPenQueue));
  });
  addEventListener('online', runPenQueue);
  sender.start();
};
