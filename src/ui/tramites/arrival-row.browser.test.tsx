import { deleteDB } from 'idb';
import { render } from 'preact';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { queueReceiving } from '../../app/pen/queue-receiving.ts';
import { penQueueStore } from '../../app/pen/queue-records.ts';
import { penStores } from '../../app/pen/stores.ts';
import { clock, database } from '../../app/stores.ts';
import { commit } from '../../outbox/commit.ts';
import { ArrivalRow } from './arrival-row.tsx';

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

it('what another browser was receiving, or what came out of a copy, goes on here at the person’s word', async () => {
  await queueReceiving({ ambiente: 'simulado', orgao: 'prefeitura' }, 7);
  const [queued] = await penStores.penEntries.ofTramite('simulado', 'prefeitura', 7);
  const other = { id: 'other', name: 'Sala 2' };
  const event = { kind: 'disowned', other } as const;
  const restored = queued && (await commit(queued, event, {}, { store: penQueueStore, clock }));
  if (!restored?.ok) throw new Error('not disowned');
  const app = document.querySelector('#app');
  if (!app) throw new Error('no app');
  render(<ArrivalRow arrival={{ entry: restored.value }} onAnswer={() => {}} />, app);
  await expect.element(page.getByRole('status')).toHaveTextContent('Sala 2');
  await page.getByRole('button', { name: 'Continuar aqui' }).click();
  await expect
    .poll(async () => (await penStores.penEntries.load(restored.value.id))?.state)
    .toEqual({ kind: 'ready' });
});
