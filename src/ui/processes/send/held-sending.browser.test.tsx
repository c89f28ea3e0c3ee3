import { deleteDB } from 'idb';
import { render } from 'preact';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { comeIn, enterTheOffice } from '../../../../test/support/pen-office.ts';
import { processOf } from '../../../../test/support/pen-records.ts';
import { queueProcess } from '../../../app/pen/queue-process.ts';
import { queueReceiving } from '../../../app/pen/queue-receiving.ts';
import { startPenSender } from '../../../app/pen/sender.ts';
import { penStores } from '../../../app/pen/stores.ts';
import { damage, disagreesWithLog } from '../../../app/storage/damage.ts';
import { isHeld } from '../../../app/storage/examine.ts';
import { database, stores } from '../../../app/stores.ts';
import { newId } from '../../../base/ids.ts';
import { seal } from '../../../store/codec.ts';
import { listedPenEntry } from '../../../store/pen-lists.ts';
import { DamageNotice } from '../../storage/damage-notice.tsx';
import { ArrivalRow } from '../../tramites/arrival-row.tsx';
import { SendPanel } from './send-panel.tsx';

const TO = { repositorio: 1, numero: '2002', nome: 'Ministério' };

afterEach(() => {
  vi.unstubAllGlobals();
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const queued = async (protocolo: string): Promise<string> => {
  const made = processOf({ id: newId(), protocolo });
  await stores.files.put(new Blob(['abc']));
  await penStores.processes.save(made);
  const entry = await queueProcess(made.id, TO);
  if (!entry.ok) throw new Error(JSON.stringify(entry.error));
  return entry.value.id;
};

/** Writes what was frozen anew, as a fault of the disk or of ours might. */
const tamper = async (id: string): Promise<void> => {
  const entry = await penStores.penEntries.load(id);
  if (!entry) throw new Error('no entry');
  const record = { ...entry, frozen: { ...entry.frozen, orgao: 'prefeitura ' } };
  const sealed = await seal(record, record.rev);
  await database.write(['penEntries'], 'strict', async (transaction) => {
    await transaction.objectStore('penEntries').put(listedPenEntry(record, sealed), id);
  });
};

/** Takes a row of the log away. */
const forget = (id: string) =>
  database.write(['penLog'], 'strict', async (transaction) => {
    await transaction.objectStore('penLog').delete([id, 1]);
  });

it('a sending and a receiving that their logs do not bear out ask nothing of the platform; a whole one goes on', async () => {
  const asked = enterTheOffice(() => undefined);
  const whole = await queued('whole');
  const harmed = await queued('harmed');
  await queueReceiving({ ambiente: 'simulado', orgao: 'prefeitura' }, 7);
  const [receiving] = await penStores.penEntries.ofTramite('simulado', 'prefeitura', 7);
  await tamper(harmed);
  await forget(receiving?.id ?? '');
  await startPenSender();
  comeIn('prefeitura');
  await vi.waitFor(() => expect(isHeld(whole)).toBe(false));
  await vi.waitFor(() => expect(asked).toContain('GET /v3/healthcheck'));
  expect(disagreesWithLog(harmed)).toBe(true);
  expect(damage.value).toEqual([
    { kind: 'pen-log', entryId: harmed, of: { protocolo: 'harmed' } },
    { kind: 'pen-log', entryId: receiving?.id, of: { idt: 7 } },
  ]);
  const states = [whole, harmed, receiving?.id ?? ''].map(
    async (id) => (await penStores.penEntries.load(id))?.logSize,
  );
  const [moved = 0, ...stood] = await Promise.all(states);
  expect(moved).toBeGreaterThan(1);
  expect(stood).toEqual([1, 1]);

  const process = await processOfEntry(harmed);
  const app = document.body.appendChild(document.createElement('div'));
  render(
    <>
      <DamageNotice />
      <SendPanel process={process} />
      <ul>{receiving && <ArrivalRow arrival={{ entry: receiving }} onAnswer={() => {}} />}</ul>
    </>,
    app,
  );
  await expect.element(page.getByText('Envio do processo harmed: o registro')).toBeVisible();
  await expect.element(page.getByText('O registro deste envio não combina')).toBeVisible();
  await expect.element(page.getByText('o registro deste recebimento não combina')).toBeVisible();
  const buttons = [...app.querySelectorAll('section button, li button')];
  expect(buttons.map(({ textContent }) => textContent)).toEqual(['Cancelar o envio']);
});

const processOfEntry = async (id: string) => {
  const errand = (await penStores.penEntries.load(id))?.frozen.errand;
  const process =
    errand?.kind === 'send' ? await penStores.processes.load(errand.processId) : undefined;
  if (!process) throw new Error('no process');
  return process;
};
