import { stores } from '../stores.ts';

const SETTING = 'prazos-lembrados';

export const mayRemind = (): boolean =>
  'Notification' in globalThis && Notification.permission === 'granted';

/** Shows a notification that leads to the deadlines, at most once a day (civil date in America/Sao_Paulo). */
export const remindOnce = async (today: string, body: string): Promise<void> => {
  if (!mayRemind() || (await stores.settings.get(SETTING)) === today) return;
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return;
  // Said before it is shown: another window may be about to show it, too.
  await stores.settings.set(SETTING, today);
  await registration.showNotification('Estafeta', {
    body,
    tag: 'prazos',
    icon: 'icons/icon-192.png',
    data: { open: './#/inicio/prazos' },
  });
};
