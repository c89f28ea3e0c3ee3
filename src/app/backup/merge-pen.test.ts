import { expect, it } from 'vitest';
import { processOf, tramiteOf } from '../../../test/support/pen-records.ts';
import { enqueue } from '../../outbox/entry.ts';
import { command } from '../../outbox/runner.ts';
import type { LogRow } from '../../outbox/types.ts';
import type { PenEntry } from '../../protocol/pen/types.ts';
import type { WholePen, WholePenEntry } from '../../store/whole-pen.ts';
import { mergePen } from './merge-pen.ts';
import { filesOf, recordsOf, workOf } from './records.ts';

const OTHER = { id: 'o', name: 'outro' };
const clock = { now: () => 9 };
const NOTHING: WholePen = { processes: [], tramites: [], entries: [] };
const merged = (here: Partial<WholePen>, copy: Partial<WholePen>) =>
  mergePen({ ...NOTHING, ...here }, { ...NOTHING, ...copy }, OTHER, clock);

const written = (rev: number, writings: Record<string, number>) => processOf({ rev, writings });

it('takes a process that is not here, and one that went on elsewhere from what is here', async () => {
  const copied = written(3, { here: 2, there: 1 });
  expect((await merged({}, { processes: [copied] })).work.processes).toEqual([copied]);
  const goesOn = await merged({ processes: [written(2, { here: 2 })] }, { processes: [copied] });
  expect(goesOn.work.processes).toEqual([copied]);
  expect(goesOn.revs).toEqual([['p1', 2]]);
  expect(goesOn.leftOut).toEqual([]);
});

it.each([
  ['newer-here', { here: 3, there: 1 }],
  ['different', { here: 4 }],
] as const)('never replaces a process that is %s, and says so', async (why, writings) => {
  const copied = written(3, { here: 2, there: 1 });
  const { work, leftOut } = await merged(
    { processes: [written(4, writings)] },
    { processes: [copied] },
  );
  expect(work.processes).toEqual([]);
  expect(leftOut).toEqual([{ what: 'process', why, of: { protocolo: '12345.123456/2024-19' } }]);
});

it('leaves what is the same, and says nothing of trâmites, of which the platform is asked again', async () => {
  const same = written(3, { here: 3 });
  expect(await merged({ processes: [same] }, { processes: [same] })).toEqual({
    ...{ work: NOTHING, revs: [], leftOut: [] },
  });
  const here = tramiteOf({ rev: 2, writings: { here: 2 } });
  const copied = tramiteOf({ rev: 2, writings: { there: 2 }, situacao: 6 });
  const { work, leftOut } = await merged({ tramites: [here] }, { tramites: [copied] });
  expect(work.tramites).toEqual([]);
  expect(leftOut).toEqual([]);
});

const sent = async (): Promise<WholePenEntry> => {
  const log: LogRow[] = [];
  let entry: PenEntry | undefined;
  const store = {
    load: async () => entry,
    save: async (next: PenEntry, rows: readonly LogRow[]) => {
      entry = next;
      log.push(...rows);
      return { ok: true as const, value: undefined };
    },
  };
  const queued = await enqueue(
    {
      ...{ ambiente: 'simulado', protocol: 'pen', owner: { id: 'here', name: 'aqui' } },
      frozen: { orgao: 'prefeitura', errand: { kind: 'receive', idt: 7 } },
      progress: {},
    },
    { store, clock },
  );
  if (!queued.ok) throw new Error(queued.error);
  await command(queued.value.id, { kind: 'pause' }, { store, clock });
  if (!entry) throw new Error('no entry');
  return { entry, log };
};

it('has an unfinished entry out of a copy ask before it goes on', async () => {
  const copied = await sent();
  const { work } = await merged({}, { entries: [copied] });
  expect(work.entries).toMatchObject([
    { entry: { mustAsk: true, state: { what: 'takeover', other: OTHER } } },
  ]);
  const again = await merged({ entries: [copied] }, { entries: [copied] });
  expect(again.work.entries).toEqual([]);
});

it('finds in a copy what was put into it, and knows the files it needs', async () => {
  const pen: WholePen = {
    ...{ processes: [processOf()], tramites: [tramiteOf()], entries: [await sent()] },
  };
  const work = {
    ...{ drafts: [], entries: [], deliveries: [], courtDeliveries: [], batches: [], layouts: [] },
    ...{ certificates: [], pen },
  };
  expect(workOf([...recordsOf(work)]).pen).toEqual(pen);
  expect([...filesOf(work)]).toEqual([
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  ]);
});
