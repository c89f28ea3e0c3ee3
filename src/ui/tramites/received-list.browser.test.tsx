import { deleteDB } from 'idb';
import { render } from 'preact';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { enterTheOffice } from '../../../test/support/pen-office.ts';
import { processOf, tramiteOf } from '../../../test/support/pen-records.ts';
import { penStores } from '../../app/pen/stores.ts';
import { database } from '../../app/stores.ts';
import { showInstant } from '../../base/civil-date.ts';
import { ReceivedList } from './received-list.tsx';
import { RefusalNotice } from './refusal-notice.tsx';

const MINISTERIO = { repositorio: 1, numero: '2002', nome: 'Ministério das Cidades' };
const CAME_AT = Date.UTC(2026, 10, 20, 13);

let app: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = '';
  app = document.body.appendChild(document.createElement('div'));
  enterTheOffice(() => undefined);
});

afterAll(async () => {
  vi.unstubAllGlobals();
  await database.close();
  await deleteDB('estafeta');
});

it('a process of ours that came back is from who sent it back, and came when it came', async () => {
  const id = 'simulado/prefeitura/9';
  const tramite = { id, idt: 9, direction: 'received', remetente: MINISTERIO } as const;
  await penStores.tramites.save(tramiteOf({ ...tramite, situacao: 5, createdAt: CAME_AT }));
  await penStores.processes.save(
    processOf({ received: { metadata: '{}', idt: 9 }, changedAt: CAME_AT + 86_400_000 }),
  );
  render(<ReceivedList />, app);
  const row = page.getByRole('row', { name: '12345.123456/2024-19' });
  await expect.element(row).toHaveTextContent(MINISTERIO.nome);
  await expect.element(row).toHaveTextContent(showInstant(CAME_AT));
});

it('says who refused a process', async () => {
  const refusal = { motivo: '99', justificativa: 'x' };
  const refused = (direction: 'sent' | 'received') =>
    render(
      <RefusalNotice tramite={tramiteOf({ direction, situacao: 9 })} refusal={refusal} />,
      app,
    );
  refused('sent');
  await expect.element(page.getByText('O outro órgão recusou')).toBeVisible();
  refused('received');
  await expect.element(page.getByText('Este órgão recusou')).toBeVisible();
});
