import type { CourtDelivery } from './court-delivery.ts';
import type { Delivery } from './types.ts';

/** An errand about a delivery; an outbox entry of Recepção has this shape. Instants are epoch ms UTC. */
export interface ThreadErrand {
  id: string;
  createdAt: number;
  state: { kind: string };
  progress: { delivery?: { deliveredAt: number }; confirmedAt?: number };
}

/** What the story of a delivery is told from. */
export interface ThreadSource {
  delivery: Pick<CourtDelivery, 'statusEnvio' | 'heardAt' | 'goneAt' | 'origin'>;
  /** What was sent to it or taken in, the oldest first. */
  contents: readonly Pick<Delivery, 'id' | 'deliveredAt' | 'confirmedAt' | 'origin'>[];
  /** Requests that it be opened again, the oldest first. */
  requests: readonly ThreadErrand[];
  /** Errands that are to put other content in its place; those that did are told by what they sent. */
  alterations: readonly ThreadErrand[];
}

/** How far an errand came: on its way, there, counting, or over without it. */
export type ErrandStage = 'queued' | 'there' | 'homologated' | 'refused' | 'given-up';

/** One thing that happened to a delivery, or is to happen. `at`: epoch ms UTC. */
export type ThreadStep =
  | { kind: 'delivered'; at: number; origin: CourtDelivery['origin'] }
  | { kind: 'homologated'; at: number; again: boolean }
  | { kind: 'requested'; at: number; entryId: string; stage: ErrandStage; homologatedAt?: number }
  /** `seen`: whether the court was seen to hold it open since; `at` is when, else since when that may be. */
  | { kind: 'reopened'; at: number; seen: boolean }
  /** Without `entryId` somebody else altered it, who is not known here; `at` is when that was taken in. */
  | { kind: 'altered'; at: number; entryId?: string; stage: ErrandStage }
  | { kind: 'gone'; at: number };

const stageOf = ({ state, progress }: ThreadErrand): ErrandStage => {
  if (progress.confirmedAt !== undefined) return 'homologated';
  if (state.kind === 'rejected') return 'refused';
  if (state.kind === 'cancelled') return 'given-up';
  return progress.delivery ? 'there' : 'queued';
};

/** The whole story of a delivery at the court, the oldest first; it says nothing that was not read there. */
export const threadOf = (source: ThreadSource): ThreadStep[] =>
  [
    // What opened it comes before the alteration of the same instant.
    ...source.requests.flatMap((request) => requestSteps(request, source)),
    ...contentSteps(source),
    ...alterationsUnderWay(source),
    ...goneStep(source),
  ].sort((a, b) => a.at - b.at);

const contentSteps = ({ contents, delivery: { origin } }: ThreadSource) => {
  let homologations = 0;
  return contents.flatMap(
    ({ id, deliveredAt, confirmedAt, origin: whence }, index): ThreadStep[] => {
      const entryId = whence === 'taken-in' ? {} : { entryId: id };
      const stage = confirmedAt === undefined ? 'there' : 'homologated';
      const made: ThreadStep =
        index === 0
          ? { kind: 'delivered', at: deliveredAt, origin }
          : { kind: 'altered', at: deliveredAt, ...entryId, stage };
      if (confirmedAt === undefined) return [made];
      homologations += 1;
      return [made, { kind: 'homologated', at: confirmedAt, again: homologations > 1 }];
    },
  );
};

const requestSteps = (request: ThreadErrand, source: ThreadSource): ThreadStep[] => {
  const { id: entryId, createdAt: at } = request;
  const { confirmedAt: homologatedAt } = request.progress;
  const requested = { kind: 'requested', at, entryId, stage: stageOf(request) } as const;
  if (homologatedAt === undefined) return [requested];
  const seenAt = seenOpenAt(homologatedAt, source);
  return [
    { ...requested, homologatedAt },
    { kind: 'reopened', at: seenAt ?? homologatedAt, seen: seenAt !== undefined },
  ];
};

/** When it was first known to be open since: altered is only what a GET showed open right before. */
const seenOpenAt = (since: number, { contents, delivery }: ThreadSource): number | undefined => {
  const altered = contents.find(
    ({ deliveredAt, origin }, index) => index > 0 && deliveredAt >= since && origin !== 'taken-in',
  );
  if (altered) return altered.deliveredAt;
  const { statusEnvio, heardAt, goneAt } = delivery;
  const isOpen = statusEnvio !== 'HOMOLOGADO' && goneAt === undefined && heardAt >= since;
  return isOpen ? heardAt : undefined;
};

const alterationsUnderWay = ({ alterations, contents }: ThreadSource): ThreadStep[] =>
  alterations
    .filter(({ id }) => !contents.some((content) => content.id === id))
    .map((errand) => ({
      kind: 'altered',
      at: errand.createdAt,
      entryId: errand.id,
      stage: stageOf(errand),
    }));

const goneStep = ({ delivery: { goneAt } }: ThreadSource): ThreadStep[] =>
  goneAt === undefined ? [] : [{ kind: 'gone', at: goneAt }];
