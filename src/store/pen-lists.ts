import { isFinalSituacao } from '../base/situacao.ts';
import type { TramiteFact } from '../base/standing.ts';
import type { Process } from '../process/types.ts';
import type { PenEntry } from '../protocol/pen/types.ts';
import type { Tramite } from '../receipt/pen/tramite.ts';
import type { Sealed } from './codec.ts';

/**
 * Which processes of a body a list shows. `unread`: received ones that nobody has looked at since they came. `preparing`:
 * what is worked on here or waits on the queue (`preparing-shelf.ts`).
 */
export type ProcessShelf = 'all' | 'received' | 'unread' | 'preparing';

/** Which trâmites of a body a list shows, of both directions or of one. */
export type TramiteShelf = `${'all' | Tramite['direction']}/${'all' | 'going' | 'ended'}`;

/** Where a record stands in every list that has it: the newest first. */
export type PenPlace = [age: number, id: string];

/** A body in an ambiente. */
export interface BodyHere {
  ambiente: string;
  orgao: string;
}

/** [ambiente, body, shelf, …place] */
export type PenListKey = [string, string, string, ...PenPlace];

/** [ambiente, body, what the name is, name] */
export type ProcessNameKey = [string, string, 'nre' | 'protocolo', string];

/** A process as it lies on disk: by what stands beside its record, in clear, it is found. */
export interface ListedProcess extends Sealed<Process> {
  lists: PenListKey[];
  names: ProcessNameKey[];
  /** Epoch ms UTC. */
  changedAt: number;
  /** It was begun here, or has something in it that did not come with it. */
  hasOurs: boolean;
}

/** A trâmite as it lies on disk. */
export interface ListedTramite extends Sealed<Tramite> {
  lists: PenListKey[];
  /** By which it is told where its process stands. */
  fact: TramiteFact;
  /** Absent while it has none. */
  process?: string;
  /** Epoch ms UTC. */
  changedAt: number;
}

/** An entry of PEN as it lies on disk. */
export interface ListedPenEntry extends Sealed<PenEntry> {
  /** Only while something may happen to it. */
  unfinished?: 1;
  /** Only while it is to send its process. */
  sends?: 1;
  process?: string;
  /** [ambiente, body, IDT] */
  tramite?: [string, string, number];
}

export const listedProcess = (process: Process, sealed: Sealed<Process>): ListedProcess => {
  const { id, ambiente, orgao, nre, protocolo, received, openedAt, changedAt, documents } = process;
  const shelves: ProcessShelf[] = received
    ? ['all', 'received', ...(openedAt === undefined ? (['unread'] as const) : [])]
    : ['all'];
  return {
    ...sealed,
    lists: shelves.map((shelf) => [ambiente, orgao, shelf, -changedAt, id]),
    changedAt,
    hasOurs: !received || documents.some(({ wire }) => !wire),
    names: [
      [ambiente, orgao, 'protocolo', protocolo],
      ...(nre === undefined ? [] : [[ambiente, orgao, 'nre', nre] satisfies ProcessNameKey]),
    ],
  };
};

export const listedTramite = (tramite: Tramite, sealed: Sealed<Tramite>): ListedTramite => {
  const { id, idt, ambiente, orgao, direction, situacao, processId, createdAt, changedAt } =
    tramite;
  // For the receiver it ends with her own answer.
  const isOver = isFinalSituacao(situacao) || (direction === 'received' && situacao >= 5);
  const phase = isOver ? 'ended' : 'going';
  const shelves = (['all', direction] as const).flatMap((way) =>
    (['all', phase] as const).map((when): TramiteShelf => `${way}/${when}`),
  );
  return {
    ...sealed,
    lists: shelves.map((shelf) => [ambiente, orgao, shelf, -createdAt, id]),
    fact: { idt, direction, situacao },
    changedAt,
    ...(processId !== undefined && { process: processId }),
  };
};

const FINAL: ReadonlySet<PenEntry['state']['kind']> = new Set(['done', 'rejected', 'cancelled']);

export const listedPenEntry = (entry: PenEntry, sealed: Sealed<PenEntry>): ListedPenEntry => {
  const { ambiente, state, progress } = entry;
  const { orgao, errand } = entry.frozen;
  const isUnfinished = !FINAL.has(state.kind);
  const process = errand.kind === 'send' ? errand.processId : progress.processId;
  const idt = errand.kind === 'receive' ? errand.idt : progress.idt;
  return {
    ...sealed,
    ...(isUnfinished && { unfinished: 1 }),
    ...(isUnfinished && errand.kind === 'send' && { sends: 1 }),
    ...(process !== undefined && { process }),
    ...(idt !== undefined && { tramite: [ambiente, orgao, idt] }),
  };
};

/** What a list shows of a body, of one shelf; `after`: only what stands behind this place. */
export const penRange = (
  { ambiente, orgao }: BodyHere,
  shelf: string,
  after?: PenPlace,
): IDBKeyRange =>
  IDBKeyRange.bound([ambiente, orgao, shelf, ...(after ?? [])], [ambiente, orgao, shelf, []], true);
