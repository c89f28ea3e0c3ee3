import { expect, it } from 'vitest';
import type { Process } from '../../process/types.ts';
import { penStores } from '../pen/stores.ts';
import { newProcess } from './new-record.ts';
import { openProcess } from './process-session.ts';

const produtor = { nome: 'Ana', tipo: 'fisica' } as const;

const opened = async () => {
  const place = { ambiente: 'a', orgao: 'prefeitura' };
  const made = newProcess(place, '1/2026', '', { produtor, now: 1 });
  await penStores.processes.save(made);
  const session = await openProcess(made.id);
  if (!session) throw new Error('not opened');
  return { id: made.id, session };
};

const described = (descricao: string) => (process: Process) => ({ ...process, descricao });

it('what was typed last is on the disk, whatever was typed while the rest was written', async () => {
  const { id, session } = await opened();
  session.change(described('Obra'));
  const first = session.flush();
  session.change(described('Obra da ponte'));
  await first;
  expect(await session.flush()).toBe('saved');
  expect(await penStores.processes.load(id)).toMatchObject({ descricao: 'Obra da ponte' });
  await session.close();
});

it('what something else wrote meanwhile is not written over: that is told, and what was typed stays on the screen', async () => {
  const { id, session } = await opened();
  await penStores.processes.change(id, (known) => known && { ...known, nre: '0000000000012026' });
  session.change(described('tarde demais'));
  expect(await session.flush()).toBe('stale-revision');
  expect((await penStores.processes.load(id))?.descricao).toBe('');
  await session.reread();
  expect(session.process.value.descricao).toBe('tarde demais');
  await session.close();
});

it('what the sender writes is shown at once where nothing is unwritten', async () => {
  const { id, session } = await opened();
  await penStores.processes.change(id, (known) => known && { ...known, nre: '0000000000022026' });
  await session.reread();
  session.change(described('depois'));
  expect(await session.flush()).toBe('saved');
  expect(session.process.value).toMatchObject({ nre: '0000000000022026', descricao: 'depois' });
  await session.close();
});

it('a process is closed with the words that an editor still held back', async () => {
  const { id, session } = await opened();
  session.beforeFlush(() => session.change(described('Obra da ponte')));
  await session.close();
  expect(await penStores.processes.load(id)).toMatchObject({ descricao: 'Obra da ponte' });
});
