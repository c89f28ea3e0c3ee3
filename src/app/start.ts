import { effect } from '@preact/signals';
import { repairOnLoad } from '../store/repair-on-load.ts';
import { idleMinutes, loadCertificates, startIdleLock } from './certificates.ts';
import { loadDrafts } from './drafts/drafts.ts';
import { askEnvironments, type KnownEnvironments, readEnvironments } from './environment.ts';
import { loadLayouts } from './layouts.ts';
import { startOffline } from './offline.ts';
import { loadParallel } from './queue/parallel.ts';
import { loadQueue } from './queue/queue-records.ts';
import { queueChangedElsewhere, runQueue, startSender } from './queue/sender.ts';
import { chosenWay, LOGIN_WAYS, type LoginWay } from './session/login-way.ts';
import { followHolder } from './session/session.ts';
import { ambiente, ambientes, ambientesFromGateway, records, room } from './state.ts';
import { database, stores } from './stores.ts';
import { onChangedElsewhere, type SharedThing, tellChanged } from './tabs.ts';

const RELOAD: Record<SharedThing, (ids: string[] | undefined) => Promise<void>> = {
  drafts: loadDrafts,
  queue: queueChangedElsewhere,
  certificates: loadCertificates,
  layouts: loadLayouts,
  settings: () => loadSettings(),
};

/** Everything before the first screen: records are repaired and read, then workers and network are started. */
export const start = async (): Promise<void> => {
  await repairOnLoad(database);
  await loadSettings();
  await loadEnvironments();
  await Promise.all([loadDrafts(), loadQueue(), loadCertificates(), loadLayouts()]);
  onChangedElsewhere((what, ids) => void RELOAD[what](ids));
  followHolder();
  startIdleLock();
  startSender();
  addEventListener('online', runQueue);
  void startOffline(runQueue);
  effect(() => {
    // Whatever was written took room.
    void [records.drafts.value, records.entries.value];
    void measureRoom();
  });
};

const loadSettings = async (): Promise<void> => {
  const [way, minutes] = await Promise.all([
    stores.settings.get('login'),
    stores.settings.get('idleMinutes'),
    loadParallel(),
  ]);
  chosenWay.value = LOGIN_WAYS.find((known) => known === way) ?? chosenWay.value;
  if (typeof minutes === 'number') idleMinutes.value = minutes;
};

/** How the person logs in, and after how many idle minutes the key is forgotten. */
export const saveSettings = async (way: LoginWay, minutes: number): Promise<void> => {
  await stores.settings.set('login', way);
  await stores.settings.set('idleMinutes', minutes);
  chosenWay.value = way;
  idleMinutes.value = minutes;
  tellChanged('settings');
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

/** Works in another environment from now on. */
export const chooseAmbiente = async (id: string): Promise<void> => {
  await stores.settings.set('ambiente', id);
  ambiente.value = ambientes.value.find((known) => known.id === id);
};

/** How much room the app has in this browser, and whether the browser promised to keep it. */
export const measureRoom = async (): Promise<void> => {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  room.value = { used: usage, quota, persisted: await navigator.storage.persisted() };
};

/** Asks the browser to keep the data; Firefox asks the person, so nothing else waits for the answer. */
export const askToPersist = async (): Promise<boolean> => {
  const kept = await navigator.storage.persist();
  await measureRoom();
  return kept;
};
