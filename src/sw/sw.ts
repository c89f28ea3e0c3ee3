/// <reference lib="webworker" />
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { scriptPolicy } from '../base/security-policy.ts';
import { type SwMessage, WAKE } from '../base/sw-messages.ts';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

// A plain static host sends no headers; workers must be fenced in all the same, above all the one that uses eval.
const fenceWorkers = {
  cacheWillUpdate: async ({ response }: { response: Response }) => {
    if (!response.ok) return null;
    const policy = scriptPolicy(new URL(response.url).pathname);
    if (!policy) return response;
    const headers = new Headers(response.headers);
    headers.set('Content-Security-Policy', policy);
    return new Response(await response.blob(), { status: response.status, headers });
  },
};

addPlugins([fenceWorkers]);
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const message = event.data as SwMessage;
  if (message.type === 'SKIP_WAITING') void self.skipWaiting();
});

// The service worker never sends a delivery: it wakes the windows that can, or says that one is needed. It is asked to
// while something waits; what became of it since, only a window knows.
const wakeWindows = async (): Promise<void> => {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const client of windows) client.postMessage(WAKE);
  if (windows.length === 0 && Notification.permission === 'granted') {
    await self.registration.showNotification('Estafeta', {
      body: 'Pode haver envios esperando na fila. Abra o Estafeta para continuar.',
      tag: 'fila',
      icon: 'icons/icon-192.png',
    });
  }
};

// `sync` once there is network again, `periodicsync` now and then, where the browser has them.
for (const type of ['sync', 'periodicsync']) {
  self.addEventListener(type, (event) => {
    (event as ExtendableEvent).waitUntil(wakeWindows());
  });
}

self.addEventListener('notificationclick', (event) => {
  const { open = './#/fila' }: { open?: string } = event.notification.data ?? {};
  event.notification.close();
  event.waitUntil(self.clients.openWindow(open));
});
