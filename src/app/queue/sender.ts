import { effect, untracked } from '@preact/signals';
import { advance, command, recover } from '../../outbox/runner.ts';
import type { RecepcaoEntry } from '../../protocol/recepcao/types.ts';
import { letSleep } from '../offline.ts';
import { chosenWay } from '../session/login-way.ts';
import { onlyRepresentacao } from '../session/represented.ts';
import { ambiente, deliveriesWritten, key, records, token } from '../state.ts';
import { isHeld } from '../storage/examine.ts';
import { clock, stores } from '../stores.ts';
import { dueFrom } from './due.ts';
import { rereadSince, sinceDelivered } from './earlier-at-court.ts';
import { errandOf, forgetFailures, needFrom } from './errand.ts';
import { type Due, lanesOf } from './lanes.ts';
import { oneSender } from './one-sender.ts';
import { parallel } from './parallel.ts';
import { catchUp, isFinal, knownEntry, queueStore, readAgain } from './queue-records.ts';

/** What has something to do by itself, the oldest first. */
function* due(): Iterable<Due> {
  const now = clock.now();
  for (const { id } of records.entries.value.toReversed()) {
    const entry = isHeld(id) ? undefined : knownEntry(id);
    const at = entry && dueFrom(entry.state, now, (need) => needFrom(entry, need));
    if (at !== undefined) yield { id, at };
  }
}

let lookFirst: (() => Promise<void> | undefined) | undefined;

const move = async (id: string, goesOn: () => boolean): Promise<boolean> => {
  await lookFirst?.();
  const entry = await stores.entries.load(id);
  const errand = entry && errandOf(entry, () => goesOn() && !lookFirst?.());
  if (!errand) return false;
  // Nothing of it is under way here: what ran it has ended.
  const isOrphan = entry.state.kind === 'running';
  const moved = await (isOrphan ? recover(entry, errand) : advance(entry, errand));
  if (!moved.ok) {
    // Another window did what the person asked of it there.
    if (moved.error === 'stale-revision') await readAgain([id]);
    return moved.error === 'stale-revision';
  }
  const hasChosen = await chooseTheOnlyOne(moved.value);
  return hasChosen || moved.value !== entry;
};

// Where there is only one representação there is nothing to choose.
const chooseTheOnlyOne = async (entry: RecepcaoEntry): Promise<boolean> => {
  const { id, state, representacao } = entry;
  const waits = state.kind === 'waiting' && state.need === 'token' && representacao === undefined;
  const only = onlyRepresentacao();
  if (!waits || only === undefined || entry.ambiente !== ambiente.value?.id) return false;
  const event = { kind: 'represented', representacao: only } as const;
  return (await command(id, event, { store: queueStore, clock })).ok;
};

const lanes = lanesOf({ due, move, width: () => parallel.value, clock });

/** Lets everything go on that can; for when something changed. Only the window that holds the sender lock sends. */
export const runQueue = (): void => lanes.lookAgain();

/** Does something with an entry between two of its steps. */
export const betweenSteps = lanes.still;

const sender = oneSender({ lock: 'estafeta:sender', lanes, catchUp });

/**
 * The window that unlocked a key sends; while none did, the first one does. `beforeSending`: before each step, may give
 * entries up; `undefined` while there is nothing to look at.
 */
export const startSender = (beforeSending: () => Promise<void> | undefined): void => {
  lookFirst = beforeSending;
  effect(() => {
    if (records.entries.value.every(isFinal)) void letSleep();
    // What another window wrote may have let something go on.
    untracked(lanes.look);
  });
  effect(() => {
    // What others did to a delivery may let go on, or hold, what waits for it.
    void [records.entries.value, deliveriesWritten.value];
    untracked(() => void rereadSince());
  });
  effect(() => {
    void sinceDelivered.value;
    untracked(lanes.look);
  });
  effect(() => {
    // Another way to log in, or a token that was pasted: what waits for one may go on.
    void [chosenWay.value, token.value];
    untracked(runQueue);
  });
  effect(() => {
    if (key.value.kind === 'unlocked' || wantedHere) untracked(() => void sendFromHere());
  });
  sender.start();
};

/** Something is to be sent from here as soon as the sender starts. */
let wantedHere = false;

/** This window has what the next step needs: it takes over the sending, and goes on. */
export const sendFromHere = async (): Promise<void> => {
  forgetFailures();
  wantedHere = lookFirst === undefined;
  if (wantedHere) return;
  if (sender.isHere()) runQueue();
  else await sender.take();
};
