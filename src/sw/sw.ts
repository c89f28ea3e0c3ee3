/// <reference lib="webworker" />
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { AJV_WORKER_POLICY, isAjvWorker } from '../base/security-policy.ts';
import { type SwMessage, WAKE } from '../base/sw-messages.ts';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

// A plain static host sends no headers; the one script that may use eval must still be fenced in.
const fenceTheAjvWorker = {
  cacheWillUpdate: async ({ response }: { response: Response }) => {
    if (!response.ok) return null;
    if (!isAjvWorker(new URL(response.url).pathname)) return response;
    const headers = new Headers(response.headers);
    headers.set('Content-Security-Policy', AJV_WORKER_POLICY);
    return new Response(await response.blob(), { status: response.status, headers });
  },
};

addPlugins([fenceTheAjvWorker]);
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const message = event.data as SwMessage;
  if (message.type === 'SKIP_WAITING') void self.skipWaiting();
});

// The service worker never sends a delivery: it wakes the windows that can, or says that one is needed.
const wakeWindows = async (): Promise<void> => {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const client of windows) client.postMessage(WAKE);
  if (windows.length === 0 && Notification.permission === 'granted') {
    await self.registration.showNotification('Estafeta', {
      body: 'Há envios esperando na fila. Abra o Estafeta para continuar.',
      tag: 'fila',
      icon: 'icons/icon-192.png',
    });
  }
};

self.addEventListener('sync', (event) => {
  (event as ExtendableEvent).waitUntil(wakeWindows());
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow('./#/fila'));
});
