import { command, drain, recover } from '../../outbox/runner.ts';
import type { RecepcaoEntry } from '../../protocol/recepcao/types.ts';
import { onUnlocked } from '../certificates.ts';
import { onlyRepresentacao } from '../session/representacoes.ts';
import { entries, records } from '../state.ts';
import { isHeld } from '../storage/damage.ts';
import { clock, stores } from '../stores.ts';
import { type TabLock, takeLock, tryLock } from '../tabs.ts';
import { errandOf } from './errand.ts';
import { isFinal, queueWritten } from './queue-records.ts';

/** How often waiting entries are looked at; each has its own time before which it does nothing. */
const LOOK_MS = 2_000;

let sender: TabLock | undefined;
let sending: Promise<void> | undefined;
let again = false;

/** Moves every entry as far as it goes now; only in the window that holds the sender lock. */
export const runQueue = (): Promise<void> => {
  again = true;
  sending ??= runAll().finally(() => {
    sending = undefined;
  });
  return sending;
};

const runAll = async (): Promise<void> => {
  while (again && sender) {
    again = false;
    for (const entry of records.entries.value) {
      // One poisoned entry must not hold up the others.
      if (sender && !isFinal(entry) && !isHeld(entry.id)) {
        await runOne(entry.id).catch((error) => console.error('queue entry', entry.id, error));
      }
    }
  }
};

const runOne = async (id: string): Promise<void> => {
  const entry = await stores.entries.load(id);
  const errand = entry && errandOf(entry);
  if (!errand) return;
  const moved = await drain(id, errand);
  if (moved.ok) await chooseTheOnlyOne(moved.value);
};

// Where there is only one representação there is nothing to choose.
const chooseTheOnlyOne = async ({ id, state, representacao }: RecepcaoEntry): Promise<void> => {
  const only = onlyRepresentacao();
  const waits = state.kind === 'waiting' && state.need === 'token' && representacao === undefined;
  if (!waits || only === undefined) return;
  const event = { kind: 'represented', representacao: only } as const;
  const chosen = await command(id, event, { store: stores.entries, clock });
  if (chosen.ok) again = true;
};

const SENDER = 'estafeta:sender';

const lockOptions = {
  // What runs is finished first, so that no answer is lost by the hand-over.
  beforeYield: async () => {
    sender = undefined;
    await sending;
  },
  onLost: () => {
    sender = undefined;
  },
};

const becomeSender = async (lock: TabLock | undefined): Promise<void> => {
  if (!lock || sender) return;
  sender = lock;
  await recoverAll();
  await runQueue();
};

const recoverAll = async (): Promise<void> => {
  for (const entry of await stores.entries.list()) {
    if (!isHeld(entry.id)) await recover(entry, { store: stores.entries, clock });
  }
  await queueWritten();
};

/** The window that unlocked a key sends; while none did, the first one does. A dead window's lock is free again. */
export const startSender = (): void => {
  const look = async () => {
    if (!sender) await becomeSender(await tryLock(SENDER, lockOptions));
    else if (!entries.value.every(isFinal)) await runQueue();
  };
  void look();
  setInterval(look, LOOK_MS);
  onUnlocked(sendFromHere);
};

/** This window has what the next step needs: it takes over the sending, and goes on. */
export const sendFromHere = async (): Promise<void> => {
  if (!sender) await becomeSender(await takeLock(SENDER, lockOptions));
  else await runQueue();
};
