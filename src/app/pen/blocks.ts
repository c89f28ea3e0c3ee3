import { newId } from '../../base/ids.ts';
import { isJsonObject, type Json } from '../../base/json.ts';
import type { PenUnit } from '../../base/pen-unit.ts';
import type { Situacao } from '../../base/situacao.ts';
import type { EntryState } from '../../outbox/types.ts';
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

const change = async (how: (blocks: Block[]) => Block[]): Promise<void> => {
  const here = bodyHere();
  if (!here) return;
  await navigator.locks.request(settingOf(here), async () => {
    const blocks: Json = how(await readBlocks());
    await stores.settings.set(settingOf(here), blocks);
  });
};

const changeOne = (id: string, how: (block: Block) => Block): Promise<void> =>
  change((blocks) => blocks.map((block) => (block.id === id ? how(block) : block)));

export const createBlock = (name: string): Promise<void> =>
  change((blocks) => [
    { id: newId(), name: name.slice(0, LONGEST_BLOCK_NAME), processIds: [] },
    ...blocks,
  ]);

/** Only an empty block goes. */
export const removeBlock = (id: string): Promise<void> =>
  change((blocks) => blocks.filter((block) => block.id !== id || block.processIds.length > 0));

export const addToBlock = (id: string, processId: string): Promise<void> =>
  changeOne(id, (block) => ({
    ...block,
    processIds: [...new Set([...block.processIds, processId])],
  }));

export const removeFromBlock = (id: string, processId: string): Promise<void> =>
  changeOne(id, (block) => ({
    ...block,
    processIds: block.processIds.filter((each) => each !== processId),
  }));

/** Puts every process of a block on the queue; one that cannot go keeps none of the others back. */
export const sendBlock = async (block: Block, to: PenUnit): Promise<void> => {
  const faults: Record<string, string> = {};
  for (const processId of block.processIds) {
    const queued = await queueProcess(processId, to);
    if (!queued.ok) faults[processId] = codeOf(queued.error);
  }
  await changeOne(block.id, (known) => ({ ...known, sent: { to, at: clock.now() }, faults }));
};

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
  const fault = faults[processId];
  if (fault !== undefined) return { kind: 'fault', fault };
  const [entries, tramites] = await Promise.all([
    penStores.penEntries.ofProcess(processId),
    penStores.tramites.ofProcess(processId),
  ]);
  const entry = entries.find(({ frozen }) => frozen.errand.kind === 'send');
  const tramite = tramites.find(({ idt }) => idt === entry?.progress.idt);
  if (tramite) return { kind: 'tramite', situacao: tramite.situacao };
  return entry ? { kind: 'queue', entry: entry.state.kind } : { kind: 'open' };
};

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
