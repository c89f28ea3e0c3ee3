import { err, type Result } from '../base/result.ts';
import type { CommitFault } from '../outbox/commit.ts';
import type { PersonEvent } from '../outbox/events.ts';
import type { Availability, OutboxDeps } from '../outbox/ports.ts';
import { proveByHint } from '../outbox/resolve.ts';
import { command, drain, recover } from '../outbox/runner.ts';
import type { LogRow, Need } from '../outbox/types.ts';
import type { Connection } from '../protocol/recepcao/call.ts';
import { reachCourt } from '../protocol/recepcao/court.ts';
import { recepcaoProtocol } from '../protocol/recepcao/protocol.ts';
import type {
  RecepcaoEntry,
  RecepcaoFrozen,
  RecepcaoProgress,
} from '../protocol/recepcao/types.ts';
import { deliveryOf } from '../receipt/delivery.ts';
import { onUnlocked } from './certificates.ts';
import { connectionTo, noteReach } from './connection.ts';
import { askToBeWoken } from './offline.ts';
import { ensureToken, onlyRepresentacao, resetBackoff, sessionOf } from './session.ts';
import { ambientes, entries, key, records } from './state.ts';
import { blobs, clock, stores } from './stores.ts';
import { type TabLock, takeLock, tellChanged, tryLock } from './tabs.ts';

const FINAL = new Set(['done', 'rejected', 'cancelled']);
/** How often waiting entries are looked at; each has its own time before which it does nothing. */
const LOOK_MS = 2_000;

export const loadQueue = async (): Promise<void> => {
  const all = await stores.entries.list();
  records.entries.value = all.sort((a, b) => b.createdAt - a.createdAt);
  records.deliveries.value = (await stores.deliveries.list()).sort(
    (a, b) => b.deliveredAt - a.deliveredAt,
  );
};

/** The log of an entry, oldest row first. */
export const logOf = (id: string): Promise<LogRow[]> => stores.entries.log(id);

const saved = async (): Promise<void> => {
  await loadQueue();
  tellChanged('queue');
};

const depsFor = (
  entry: RecepcaoEntry,
): OutboxDeps<RecepcaoFrozen, RecepcaoProgress> | undefined => {
  const where = ambientes.value.find(({ id }) => id === entry.ambiente);
  if (!where) return undefined;
  const session = sessionOf(where, entry.representacao);
  const connection = connectionTo(where);
  return {
    protocol: recepcaoProtocol({ connection, session, blobs, clock }),
    store: {
      load: stores.entries.load,
      save: async (changed, row) => {
        const written = await stores.entries.save(changed, row);
        if (written.ok) await keepDelivery(changed);
        return written;
      },
    },
    clock,
    random: Math.random,
    ensure: (need) => ensure(need, entry, connection),
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(signal.reason);
        });
      }),
    signal: new AbortController().signal,
  };
};

/** What was delivered is kept apart from the queue as soon as the court gave an id. */
const keepDelivery = async (entry: RecepcaoEntry): Promise<void> => {
  const delivery = deliveryOf(entry);
  if (delivery) await stores.deliveries.save(delivery);
  await saved();
};

const ensure = async (
  need: Need,
  entry: RecepcaoEntry,
  connection: Connection,
): Promise<Availability> => {
  if (need === 'unlock') return { kind: key.value.kind === 'unlocked' ? 'at-hand' : 'absent' };
  const signal = AbortSignal.timeout(60_000);
  if (need === 'token') {
    const found = await ensureToken(entry.representacao, signal);
    chooseOnlyOne(entry);
    return found;
  }
  // Judged by what the very server says, never by `navigator.onLine`.
  const reached = await reachCourt(connection, entry.frozen, signal);
  noteReach(reached.kind === 'at-hand');
  return reached;
};

// Where there is only one there is nothing to choose.
const chooseOnlyOne = (entry: RecepcaoEntry): void => {
  const representacao = onlyRepresentacao();
  if (entry.representacao !== undefined || representacao === undefined) return;
  queueMicrotask(() => void tell(entry.id, { kind: 'represented', representacao }));
};

/** Does what the person asks of an entry, then lets the queue go on. */
export const tell = async (
  id: string,
  event: PersonEvent,
): Promise<Result<RecepcaoEntry, CommitFault | 'no-such-entry'>> => {
  resetBackoff();
  const done = await command(id, event, { store: stores.entries, clock });
  await saved();
  void runQueue();
  return done;
};

/** The person found the delivery's id at the court; only a GET that equals what was sent proves it. */
export const proveById = async (
  id: string,
  hint: string,
): Promise<Result<RecepcaoEntry, string>> => {
  const entry = await stores.entries.load(id);
  const deps = entry && depsFor(entry);
  if (!entry || !deps) return err('no-such-entry');
  const proved = await proveByHint(entry, hint, deps);
  await saved();
  void runQueue();
  return proved;
};

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
    for (const { id, state } of records.entries.value) {
      if (sender && !FINAL.has(state.kind)) await drainOne(id);
    }
  }
};

const drainOne = async (id: string): Promise<void> => {
  const entry = await stores.entries.load(id);
  const deps = entry && depsFor(entry);
  // One poisoned entry must not hold up the others.
  if (deps) await drain(id, deps).catch((error) => console.error('queue entry', id, error));
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

/** The window that unlocked a key sends; while none did, the first one does. A dead window's lock is free again. */
export const startSender = (): void => {
  const look = async () => {
    if (!sender) await becomeSender(await tryLock(SENDER, lockOptions));
    else if (entries.value.some(({ state }) => !FINAL.has(state.kind))) await runQueue();
  };
  void look();
  setInterval(look, LOOK_MS);
  onUnlocked(async () => {
    if (!sender) await becomeSender(await takeLock(SENDER, lockOptions));
    else await runQueue();
  });
};

const recoverAll = async (): Promise<void> => {
  for (const entry of await stores.entries.list()) {
    await recover(entry, { store: stores.entries, clock });
  }
  await saved();
};

/** After something was put on the queue. */
export const queueChanged = async (): Promise<void> => {
  await saved();
  await askToBeWoken();
  void runQueue();
};
