import { deleteDB } from 'idb';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { enterTheOffice } from '../../../test/support/pen-office.ts';
import { processOf } from '../../../test/support/pen-records.ts';
import { newId } from '../../base/ids.ts';
import type { Process } from '../../process/types.ts';
import { noteRestored } from '../backup/restored-work.ts';
import { openProcess } from '../processes/process-session.ts';
import { database, stores } from '../stores.ts';
import { queueProcess } from './queue-process.ts';
import { penStores } from './stores.ts';

const TO = { repositorio: 1, numero: '2002', nome: 'Ministério' };

afterEach(() => {
  vi.unstubAllGlobals();
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const opened = async () => {
  enterTheOffice(() => undefined);
  const made = processOf({ id: newId(), protocolo: newId() });
  await stores.files.put(new Blob(['abc']));
  await penStores.processes.save(made);
  const session = await openProcess(made.id);
  if (!session) throw new Error('not opened');
  return { id: made.id, session };
};

const described = (descricao: string) => (process: Process) => ({ ...process, descricao });

it('a process that was put on the queue is changed no more by who had it open before', async () => {
  const { id, session } = await opened();
  const queued = await queueProcess(id, TO);
  if (!queued.ok) throw new Error(JSON.stringify(queued.error));
  session.change(described('tarde demais'));
  expect(await session.flush()).toBe('locked');
  expect((await penStores.processes.load(id))?.descricao).toBe('Alvará de obra');
});

it('what is written while a process is frozen goes out with it', async () => {
  const { id } = await opened();
  const put = stores.files.put;
  vi.spyOn(stores.files, 'put').mockImplementationOnce(async (content) => {
    await penStores.processes.change(id, (known) => known && described('a tempo')(known));
    return put(content);
  });
  const queued = await queueProcess(id, TO);
  const errand = queued.ok && queued.value.frozen.errand;
  const sha256 = errand && errand.kind === 'send' ? errand.metadataSha256 : '';
  const metadata = await stores.files.get(sha256);
  expect(JSON.parse((await metadata?.text()) ?? '')).toMatchObject({
    processo: { descricao: 'a tempo' },
  });
});

it('asks the platform first where the process came out of a copy', async () => {
  const mustAsk = async (id: string) => {
    const queued = await queueProcess(id, TO);
    return queued.ok && queued.value.mustAsk;
  };
  const [own, restored] = [await opened(), await opened()];
  await noteRestored([restored.id]);
  expect(await mustAsk(own.id)).toBe(false);
  expect(await mustAsk(restored.id)).toBe(true);
});
