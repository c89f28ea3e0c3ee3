import { Workbox } from 'workbox-window';
import { QUEUE_SYNC_TAG, WAKE } from '../base/sw-messages.ts';
import { ambientesFromGateway, offlineState, updateWaiting } from './state.ts';
import { ownScript } from './trusted-types.ts';

let workbox: Workbox | undefined;

/** Registers the service worker; `onWake` is called when it says that there may be network again. */
export const startOffline = async (onWake: () => void): Promise<void> => {
  if (!('serviceWorker' in navigator)) {
    offlineState.value = 'unavailable';
    return;
  }
  navigator.serviceWorker.addEventListener('message', (event) => {
    if (event.data?.type === WAKE.type) onWake();
  });
  reloadOnUpdate();
  await install();
};

/** A first installation that failed, for want of a file, of network or of room, is tried again after so long. */
const AGAIN_MS = 15_000;

const install = async (): Promise<void> => {
  workbox = new Workbox(ownScript('./sw.js'));
  workbox.addEventListener('waiting', () => {
    updateWaiting.value = true;
  });
  workbox.addEventListener('redundant', giveUpForNow);
  try {
    await workbox.register();
  } catch {
    giveUpForNow();
  }
  await navigator.serviceWorker.ready;
  await controlled();
  offlineState.value = 'ready';
};

const giveUpForNow = (): void => {
  if (offlineState.value === 'ready') return;
  offlineState.value = 'unavailable';
  setTimeout(() => void install(), AGAIN_MS);
};

/** Every window: one that went on with the old code would look for files that the new version does not keep. */
const reloadOnUpdate = (): void => {
  let hadOne = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hadOne) location.reload();
    hadOne = true;
  });
};

/** Whether `fenced` has nothing to wait for. */
export const isFenced = (): boolean =>
  ambientesFromGateway.value || offlineState.value !== 'preparing';

/**
 * Resolves when a worker that is started now carries its own policy: from the gateway at once, on a static host when the
 * service worker, which adds it, controls the page. A browser without service workers has no such fence to wait for.
 */
export const fenced = async (): Promise<void> => {
  if (isFenced()) return;
  await new Promise<void>((resolve) => {
    const stop = offlineState.subscribe((state) => {
      if (state === 'preparing') return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
};

/** Resolves when the service worker controls this page. */
const controlled = async (): Promise<void> => {
  if (navigator.serviceWorker.controller) return;
  await new Promise<void>((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
  });
};

/** Starts the waiting version, which reloads every window. */
export const updateNow = (): void => workbox?.messageSkipWaiting();

interface SyncRegistration extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> };
  periodicSync?: {
    register(tag: string, options: { minInterval: number }): Promise<void>;
    unregister(tag: string): Promise<void>;
  };
}

/** The browser decides when, and not more often than this. */
const PERIOD_MS = 12 * 3_600_000;

/** Asks the browser to wake the app when there is network again, and now and then, where it can. */
export const askToBeWoken = async (): Promise<void> => {
  const registration = await syncRegistration();
  // Refused where the person blocked it, or did not install the app: the queue then goes on with the open window.
  await registration?.sync?.register(QUEUE_SYNC_TAG).catch(() => undefined);
  const often = { minInterval: PERIOD_MS };
  await registration?.periodicSync?.register(QUEUE_SYNC_TAG, often).catch(() => undefined);
};

/** Nothing waits any more: the browser need not wake anybody now and then. */
export const letSleep = async (): Promise<void> => {
  const registration = await syncRegistration();
  await registration?.periodicSync?.unregister(QUEUE_SYNC_TAG).catch(() => undefined);
};

const syncRegistration = async (): Promise<SyncRegistration | undefined> =>
  'serviceWorker' in navigator ? navigator.serviceWorker.getRegistration() : undefined;
