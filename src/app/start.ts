import { effect } from '@preact/signals';
import type { Result } from '../base/result.ts';
import type { StorageFault } from '../store/database.ts';
import { dropEarlier } from '../store/earlier.ts';
import { loadCopies, lookBeforeSending, startCopies } from './backup/automatic.ts';
import { idleMinutes, loadCertificates, startIdleLock } from './certificates.ts';
import { somethingUnwritten } from './drafts/draft-writer.ts';
import { rereadDrafts } from './drafts/drafts.ts';
import { askEnvironments, type KnownEnvironments, readEnvironments } from './environment.ts';
import { loadLayouts } from './layouts.ts';
import { startOffline } from './offline.ts';
import { loadParallel } from './queue/parallel.ts';
import { loadQueue } from './queue/queue-records.ts';
import { queueChangedElsewhere, runQueue, startSender } from './queue/sender.ts';
import { loadRowsViews } from './rows-view.ts';
import { chosenWay, LOGIN_WAYS, type LoginWay } from './session/login-way.ts';
import { followHolder } from './session/session.ts';
import { ambiente, ambientes, ambientesFromGateway, draftsWritten, records } from './state.ts';
import { noRoom } from './storage/condition.ts';
import { damage, examine } from './storage/damage.ts';
import { measureRoom, recallPersistAnswer } from './storage/room.ts';
import { clock, database, stores } from './stores.ts';
import { onChangedElsewhere, type SharedThing, tellChanged } from './tabs.ts';

const RELOAD: Record<SharedThing, (ids: string[] | undefined) => Promise<void>> = {
  drafts: rereadDrafts,
  queue: queueChangedElsewhere,
  certificates: loadCertificates,
  layouts: loadLayouts,
  settings: async () => {
    await Promise.all([loadSettings(), loadCopies()]);
  },
};

/** Everything before the first screen: records are read, then workers and network are started. */
export const start = async (): Promise<void> => {
  await loadSettings();
  await loadEnvironments();
  await Promise.all([loadQueue(), loadCertificates(), loadLayouts()]);
  const examined = examine();
  onChangedElsewhere((what, ids) => void RELOAD[what](ids));
  // What another browser took on is not sent from here.
  await startCopies();
  followHolder();
  startIdleLock();
  startSender(lookBeforeSending);
  addEventListener('beforeunload', (event) => {
    if (somethingUnwritten()) event.preventDefault();
  });
  addEventListener('online', runQueue);
  void startOffline(runQueue);
  effect(() => {
    // Whatever was written took room, or found none.
    void [draftsWritten.value, records.entries.value, noRoom.value];
    void measureRoom();
  });
  void examined.then(goOnAfterExamination);
  void import('./refresh-layouts.ts').then(({ startRefreshing }) => startRefreshing());
};

/** What was held until all was looked through is sent, and the copy of an earlier version has proven needless. */
const goOnAfterExamination = async (): Promise<void> => {
  runQueue();
  if (damage.value.length === 0) await dropEarlier(database, clock.now());
};

const loadSettings = async (): Promise<void> => {
  const [way, minutes] = await Promise.all([
    stores.settings.get('login'),
    stores.settings.get('idleMinutes'),
    loadParallel(),
    loadRowsViews(),
  ]);
  chosenWay.value = LOGIN_WAYS.find((known) => known === way) ?? chosenWay.value;
  if (typeof minutes === 'number') idleMinutes.value = minutes;
  await recallPersistAnswer();
};

/** How the person logs in, and after how many idle minutes the key is forgotten. */
export const saveSettings = async (
  way: LoginWay,
  minutes: number,
): Promise<Result<void, StorageFault>> => {
  chosenWay.value = way;
  idleMinutes.value = minutes;
  const saved = await stores.settings.set('login', way);
  if (!saved.ok) return saved;
  tellChanged('settings');
  return stores.settings.set('idleMinutes', minutes);
};

/** The environments as known from last time at once, and as told now as soon as somebody answers. */
const loadEnvironments = async (): Promise<void> => {
  const kept = readEnvironments((await stores.settings.get('ambientes')) ?? null);
  if (kept) await takeEnvironments(kept);
  const asking = askEnvironments().then(async (asked) => {
    if (!asked) return;
    await stores.settings.set('ambientes', asked);
    await takeEnvironments(readEnvironments(asked));
  });
  // The first start of all has nothing to go on with; every later one does not wait for the network.
  if (!kept) await asking;
};

const takeEnvironments = async (known: KnownEnvironments | undefined): Promise<void> => {
  if (!known) return;
  ambientes.value = known.ambientes;
  ambientesFromGateway.value = known.gateway;
  const chosen = await stores.settings.get('ambiente');
  ambiente.value = ambientes.value.find(({ id }) => id === chosen) ?? ambientes.value[0];
};

/** Works in another environment from now on; without room for the choice, until this window is closed. */
export const chooseAmbiente = async (id: string): Promise<void> => {
  ambiente.value = ambientes.value.find((known) => known.id === id);
  await stores.settings.set('ambiente', id);
};
