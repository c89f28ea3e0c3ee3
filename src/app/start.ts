import type { Result } from '../base/result.ts';
import type { StorageFault } from '../store/database.ts';
import { loadCertificates } from './certificates.ts';
import { rereadDeliveries } from './deliveries-written.ts';
import { rereadDrafts } from './drafts/drafts.ts';
import { askEnvironments, type KnownEnvironments, readEnvironments } from './environment.ts';
import { loadLayouts } from './load-layouts.ts';
import { loadParallel } from './queue/parallel.ts';
import { loadQueue, queueChangedElsewhere } from './queue/queue-records.ts';
import { loadRowsViews } from './rows-view.ts';
import { chosenWay, LOGIN_WAYS, type LoginWay } from './session/login-way.ts';
import { recallRepresentacoes } from './session/remembered.ts';
import { ambiente, ambientes, ambientesFromGateway, idleMinutes, workMissing } from './state.ts';
import { recallPersistAnswer } from './storage/room.ts';
import { stores } from './stores.ts';
import { onChangedElsewhere, type SharedThing, tellChanged } from './tabs.ts';

const RELOAD: Partial<Record<SharedThing, (ids: string[] | undefined) => Promise<void>>> = {
  drafts: rereadDrafts,
  queue: queueChangedElsewhere,
  deliveries: rereadDeliveries,
  certificates: loadCertificates,
  layouts: loadLayouts,
  settings: () => loadSettings(),
};

/** Everything before the first screen: what it shows is read. All that does something is started after it. */
export const start = async (): Promise<void> => {
  await loadSettings();
  await loadEnvironments();
  await Promise.all([loadQueue(), loadCertificates(), loadLayouts()]);
  await recallRepresentacoes();
  onChangedElsewhere((what, ids) => void RELOAD[what]?.(ids));
};

/** Starts what works behind the screens, whose code the first screen does not wait for. */
export const startWork = async (): Promise<void> => {
  try {
    const work = await import('./work.ts');
    await work.start();
  } catch (error) {
    console.error(error);
    workMissing.value = true;
  }
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
