import { newId } from '../../base/ids.ts';
import { isJsonObject, type Json } from '../../base/json.ts';
import type { PenUnit } from '../../base/pen-unit.ts';
import { ok, type Result } from '../../base/result.ts';
import type { Situacao } from '../../base/situacao.ts';
import type { EntryState } from '../../outbox/types.ts';
import type { StorageFault } from '../../store/database.ts';
import { bodyHere } from '../processes/body.ts';
import { clock, stores } from '../stores.ts';
import { type QueueProcessFault, queueProcess } from './queue-process.ts';
import { penStores } from './stores.ts';

/** Characters of a block's name at most (pen.md H). */
export const LONGEST_BLOCK_NAME = 250;

/** Processes that go to one destination together. */
export type Block = {
  id: string;
  name: string;
  processIds: string[];
  /** Where all were sent to, and when (epoch ms UTC). */
  sent?: { to: PenUnit; at: number };
  /** By process: why it could not be put on the queue. */
  faults?: Record<string, string>;
};

/** How one process of a block is. `fault`: a code of `QueueProcessFault`. */
export interface BlockLine {
  processId: string;
  protocolo: string;
  state:
    | { kind: 'open' }
    | { kind: 'fault'; fault: string }
    | { kind: 'queue'; entry: EntryState['kind'] }
    | { kind: 'tramite'; situacao: Situacao };
}

const settingOf = ({ ambiente, orgao }: { ambiente: string; orgao: string }): string =>
  `penBlocks:${ambiente}:${orgao}`;

/** The blocks of the body in use, the newest first. */
export const readBlocks = async (): Promise<Block[]> => {
  const here = bodyHere();
  const kept = here && (await stores.settings.get(settingOf(here)));
  // As this program wrote them.
  return Array.isArray(kept) ? (kept.filter(isJsonObject) as Block[]) : [];
};

type Kept = Promise<Result<void, StorageFault>>;

const change = async (how: (blocks: Block[]) => Block[]): Kept => {
  const here = bodyHere();
  if (!here) return ok(undefined);
  return navigator.locks.request(settingOf(here), async () => {
    const blocks: Json = how(await readBlocks());
    return stores.settings.set(settingOf(here), blocks);
  });
};

const changeOne = (id: string, how: (block: Block) => Block): Kept =>
  change((blocks) => blocks.map((block) => (block.id === id ? how(block) : block)));

export const createBlock = (name: string): Kept =>
  change((blocks) => [
    { id: newId(), name: name.slice(0, LONGEST_BLOCK_NAME), processIds: [] },
    ...blocks,
  ]);

/** Only an empty block goes. */
export const removeBlock = (id: string): Kept =>
  change((blocks) => blocks.filter((block) => block.id !== id || block.processIds.length > 0));

export const addToBlock = (id: string, processId: string): Kept =>
  changeOne(id, (block) => ({
    ...block,
    processIds: [...new Set([...block.processIds, processId])],
  }));

export const removeFromBlock = (id: string, processId: string): Kept =>
  changeOne(id, (block) => ({
    ...block,
    processIds: block.processIds.filter((each) => each !== processId),
  }));

/** Puts every process of a block on the queue; one that cannot go keeps none of the others back. */
export const sendBlock = async ({ id }: Block, to: PenUnit): Kept => {
  // Before the first one: from here on each is known by its own sending, wherever this ends.
  const begun = await changeOne(id, (block) => ({
    ...block,
    sent: block.sent ?? { to, at: clock.now() },
  }));
  return begun.ok ? sendRest(id) : begun;
};

/** Puts those of a block on the queue that are not there yet: its sending was cut short, or they could not go then. */
export const sendRest = (id: string): Kept =>
  navigator.locks.request(`estafeta:send-block:${id}`, async () => {
    const block = (await readBlocks()).find((one) => one.id === id);
    for (const processId of block?.processIds ?? []) {
      const sent = block && isLeft({ state: await stateOf(block, processId) }) && block.sent;
      const queued = sent && (await queueProcess(processId, sent.to));
      if (!queued || queued.ok) continue;
      const fault = codeOf(queued.error);
      const kept = await changeOne(id, ({ faults, ...known }) => ({
        ...known,
        faults: { ...faults, [processId]: fault },
      }));
      if (!kept.ok) return kept;
    }
    return ok(undefined);
  });

const codeOf = (fault: QueueProcessFault): string =>
  typeof fault === 'string' ? fault : 'findings';

/** Each process of a block with what became of its newest sending. */
export const linesOf = (block: Block): Promise<BlockLine[]> =>
  Promise.all(
    block.processIds.map(async (processId) => {
      const process = await penStores.processes.load(processId);
      const protocolo = process?.protocolo ?? '';
      return { processId, protocolo, state: await stateOf(block, processId) };
    }),
  );

const stateOf = async (
  { sent, faults = {} }: Block,
  processId: string,
): Promise<BlockLine['state']> => {
  if (!sent) return { kind: 'open' };
  const [entries, tramites] = await Promise.all([
    penStores.penEntries.ofProcess(processId),
    penStores.tramites.ofProcess(processId),
  ]);
  // The first since: what was sent after it came to its end is not of this block.
  const entry = entries.findLast(
    ({ frozen, createdAt }) => frozen.errand.kind === 'send' && createdAt >= sent.at,
  );
  const tramite = tramites.find(({ idt }) => idt === entry?.progress.idt);
  if (tramite) return { kind: 'tramite', situacao: tramite.situacao };
  if (entry) return { kind: 'queue', entry: entry.state.kind };
  const fault = faults[processId];
  return fault === undefined ? { kind: 'open' } : { kind: 'fault', fault };
};

/** Whether a process of a block that was sent has not gone yet, and may be put on the queue. */
export const isLeft = ({ state }: Pick<BlockLine, 'state'>): boolean =>
  state.kind === 'open' || state.kind === 'fault';

/** Where a block stands, by its processes. */
export type BlockState = 'open' | 'waiting' | 'concluded' | 'partly';

export const blockState = (block: Block, lines: readonly BlockLine[]): BlockState => {
  if (!block.sent) return 'open';
  const isDone = ({ state }: BlockLine) => state.kind === 'tramite' && state.situacao === 6;
  const isOver = ({ state }: BlockLine) =>
    state.kind === 'fault' ||
    (state.kind === 'queue' && (state.entry === 'rejected' || state.entry === 'cancelled')) ||
    (state.kind === 'tramite' && state.situacao >= 6);
  if (lines.every(isDone)) return 'concluded';
  return lines.every(isOver) ? 'partly' : 'waiting';
};
