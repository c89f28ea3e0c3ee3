import { deleteDB } from 'idb';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { enterTheOffice } from '../../../test/support/pen-office.ts';
import { processOf } from '../../../test/support/pen-records.ts';
import { newId } from '../../base/ids.ts';
import { database, stores } from '../stores.ts';
import { addToBlock, createBlock, linesOf, readBlocks, sendBlock, sendRest } from './blocks.ts';
import { queueProcess } from './queue-process.ts';
import { cancelSending } from './sending-verbs.ts';
import { penStores } from './stores.ts';

const TO = { repositorio: 1, numero: '2002', nome: 'Ministério' };

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const blockOf = async (count: number) => {
  enterTheOffice(() => undefined);
  await stores.files.put(new Blob(['abc']));
  await createBlock('Alvarás');
  const id = (await theBlock()).id;
  for (let n = 0; n < count; n++) {
    const made = processOf({ id: newId(), protocolo: newId() });
    await penStores.processes.save(made);
    await addToBlock(id, made.id);
  }
  return theBlock();
};

/** The newest. */
const theBlock = async () => {
  const [block] = await readBlocks();
  if (!block) throw new Error('no block');
  return block;
};

const states = async () => (await linesOf(await theBlock())).map(({ state }) => state);

it('a sending of a block that was cut short goes on with those that are not on the queue yet', async () => {
  const block = await blockOf(2);
  const { saveWith } = penStores.penEntries;
  vi.spyOn(penStores.penEntries, 'saveWith')
    .mockImplementationOnce(saveWith)
    .mockRejectedValueOnce(new Error('the browser ended'));
  await expect(sendBlock(block, TO)).rejects.toThrow('the browser ended');
  expect((await states()).map(({ kind }) => kind)).toEqual(['queue', 'open']);
  await sendRest(block.id);
  expect((await states()).map(({ kind }) => kind)).toEqual(['queue', 'queue']);
});

it('one that cannot go keeps none of the others back, and says why', async () => {
  const block = await blockOf(2);
  const [first = ''] = block.processIds;
  await penStores.processes.change(first, (known) => known && { ...known, documents: [] });
  await sendBlock(block, TO);
  expect(await states()).toMatchObject([{ kind: 'fault', fault: 'findings' }, { kind: 'queue' }]);
});

it('one that could not go goes with those that are left, once it was mended', async () => {
  const block = await blockOf(1);
  const [first = ''] = block.processIds;
  const { documents } = processOf();
  await penStores.processes.change(first, (known) => known && { ...known, documents: [] });
  await sendBlock(block, TO);
  await sendRest(block.id);
  expect((await states()).map(({ kind }) => kind)).toEqual(['fault']);
  await penStores.processes.change(first, (known) => known && { ...known, documents });
  await sendRest(block.id);
  expect((await states()).map(({ kind }) => kind)).toEqual(['queue']);
});

it('what was sent of a process after its block had sent it is not of the block', async () => {
  const block = await blockOf(1);
  await sendBlock(block, TO);
  const [processId = ''] = block.processIds;
  const [entry] = await penStores.penEntries.ofProcess(processId);
  await cancelSending(entry?.id ?? '');
  const again = await queueProcess(processId, TO);
  expect(again.ok).toBe(true);
  expect(await states()).toEqual([{ kind: 'queue', entry: 'cancelled' }]);
});
