import { expect, it } from 'vitest';
import { enqueue } from '../../outbox/entry.ts';
import { command } from '../../outbox/runner.ts';
import { listedEntry } from '../../store/entry-records.ts';
import { loadQueue } from '../queue/queue-records.ts';
import { clock, database, stores } from '../stores.ts';
import { damage, disagreesWithLog } from './damage.ts';
import { examine, isHeld } from './examine.ts';

const queue = async (): Promise<string> => {
  const queued = await enqueue(
    {
      ambiente: 'simulado',
      protocol: 'recepcao',
      owner: { id: 'here', name: 'aqui' },
      frozen: {
        draftId: 'd1',
        ...{ spc: 'LIC', slp: 'X', mes: 1, ano: 2019 },
        layoutSha256: '',
        payload: {},
        files: [],
      },
      progress: { uploads: {} },
    },
    { store: stores.entries, clock },
  );
  if (!queued.ok) throw new Error(queued.error);
  await command(queued.value.id, { kind: 'pause' }, { store: stores.entries, clock });
  return queued.value.id;
};

/** Writes an entry or a row anew, as a fault of the disk or of ours might. */
const tamper = async (id: string, what: 'row' | 'state' | 'frozen'): Promise<void> => {
  const kept = await stores.entries.withLog(id);
  if (!kept) throw new Error('no entry');
  const { entry } = kept;
  await database.write(['entries', 'log'], 'strict', async (transaction) => {
    if (what === 'row') return transaction.objectStore('log').delete([id, 1]);
    const record =
      what === 'state'
        ? { ...entry, state: { kind: 'ready' as const } }
        : { ...entry, frozen: { ...entry.frozen, payload: { valor: 1 } } };
    const sealed = { codec: 'plain' as const, rev: entry.rev, record };
    await transaction.objectStore('entries').put(listedEntry(record, sealed), id);
  });
};

it('holds every unfinished entry until it was looked at, and then the one that does not fit its log', async () => {
  const whole = await queue();
  const harmed = await Promise.all(
    (['row', 'state', 'frozen'] as const).map(async (what) => {
      const id = await queue();
      await tamper(id, what);
      return id;
    }),
  );
  await loadQueue();
  const examined = examine();
  expect([whole, ...harmed].map(isHeld)).toEqual([true, true, true, true]);
  expect([whole, ...harmed].some(disagreesWithLog)).toBe(false);
  await examined;
  expect(harmed.map(isHeld)).toEqual([true, true, true]);
  expect(isHeld(whole)).toBe(false);
  expect(damage.value).toHaveLength(3);
});
