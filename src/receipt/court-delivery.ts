import type { Delivery } from './types.ts';

/** One delivery at the court as far as it is known here, whoever made it. Instants are epoch ms UTC. */
export interface CourtDelivery {
  /** Id of the ambiente it belongs to. */
  ambiente: string;
  representacao: number;
  spc: string;
  slp: string;
  /** 1–12. */
  mes: number;
  ano: number;
  /** `arquivo.id` and `arquivo.recibo` of the court. */
  courtId: number;
  recibo: string;
  /** As the court said last, and when. */
  statusEnvio: string;
  heardAt: number;
  /** First known. */
  deliveredAt: number;
  /** Records (`Delivery.id`) of what was sent to it or taken in, the oldest first; the last is what we hold. At least one. */
  contents: string[];
  /** SHA-256 of the canonical JSON of the last of them. */
  bodySha256: string;
  origin: 'sent' | 'taken-in';
  /** A GET said HOMOLOGADO of the content we hold. */
  confirmedAt?: number;
  /** It was deleted, or looked for and not there. */
  goneAt?: number;
  /** The last look; `differs`: the SHA-256 (in the file store) of the court's content where it is not ours. */
  look?: { at: number; differs?: string };
  /** What the court said of the recibo when it was asked last (`validar-recibo`). */
  reciboSaid?: ReciboSaid;
}

/** What the court answered about a recibo: no source says what the answer looks like, so it is kept as it came. */
export type ReciboSaid = {
  /** Epoch ms UTC. */
  at: number;
  /** Of HTTP. */
  status: number;
  text: string;
};

/**
 * Where a delivery stands; of several the first that is true. `pending`: it is not known to count, although it may be
 * homologated and not read back yet.
 */
export type DeliveryState = 'gone' | 'differs' | 'homologated' | 'pending';

/** What an entry tells of the delivery it is about; an outbox entry of Recepção has this shape. */
export interface DeliveryNews {
  ambiente: string;
  frozen: { errand?: { kind: string; courtId?: number } };
  progress: {
    delivery?: { id: number };
    extrasSoughtAt?: number;
    deletedAt?: number;
    homologation?: { acceptedAt?: number; unansweredAt?: number };
  };
}

/** The court's id of the delivery an entry is about, once there is one. */
export const courtIdOf = ({ frozen, progress }: DeliveryNews): number | undefined =>
  progress.delivery?.id ?? frozen.errand?.courtId;

/** What the court held in the place of our content. `sha256`: of its canonical JSON; `at`: epoch ms UTC. */
export interface SeenInstead {
  sha256: string;
  at: number;
  statusEnvio?: string;
}

/**
 * What is known of a delivery once an entry about it is saved. `delivery`: what the entry sent, where the court holds it;
 * `differs`: the SHA-256 of what the court held instead of it, just now, and its status. What was heard later stays. `undefined`: the
 * entry is about none that is known.
 */
export const courtDeliveryAfter = (
  known: CourtDelivery | undefined,
  news: DeliveryNews,
  delivery: Delivery | undefined,
  differs?: SeenInstead,
): CourtDelivery | undefined => {
  const sent = delivery ? withSent(known, news, delivery, differs?.at ?? 0) : known;
  return sent && withDeletion(withDifference(sent, differs), news.progress.deletedAt);
};

const withSent = (
  known: CourtDelivery | undefined,
  news: DeliveryNews,
  delivery: Delivery,
  seenAt: number,
): CourtDelivery => {
  const { kind } = news.frozen.errand ?? { kind: 'deliver' };
  const heardAt = Math.max(seenAt, lastHeard(news, delivery));
  if (!known) return firstKnown(delivery, heardAt);
  // A court that went back to older books gives an id again: another recibo is another delivery.
  if (known.recibo !== delivery.recibo) {
    return known.deliveredAt > delivery.deliveredAt ? known : firstKnown(delivery, heardAt);
  }
  const isNew = !known.contents.includes(delivery.id);
  const isOurs = isNew || known.contents.at(-1) === delivery.id;
  const { confirmedAt, look, goneAt, ...rest } = known;
  const contents = isNew ? [...known.contents, delivery.id] : known.contents;
  const isLater = heardAt >= known.heardAt;
  // What it was told before the last reading says nothing of now.
  const confirmed = isLater ? delivery.confirmedAt : confirmedAt;
  const seenOurs = Math.max(delivery.comparedAt ?? 0, delivery.confirmedAt ?? 0);
  const isSeen = seenOurs > (look?.at ?? 0);
  return {
    ...rest,
    ...(isLater && { statusEnvio: delivery.statusEnvio, heardAt }),
    deliveredAt: Math.min(known.deliveredAt, delivery.deliveredAt),
    contents,
    ...(isOurs && { bodySha256: delivery.body.sha256 }),
    ...(kind === 'deliver' && { origin: 'sent' as const }),
    ...(isOurs && confirmed !== undefined && { confirmedAt: confirmed }),
    ...(!isOurs && confirmedAt !== undefined && { confirmedAt }),
    ...(look && !(isOurs && (isNew || isSeen)) && { look }),
    ...(goneAt !== undefined && goneAt > heardAt && { goneAt }),
  };
};

/** A delivery of which no more is known than its content tells. `heardAt`: epoch ms UTC. */
export const firstKnown = (delivery: Delivery, heardAt: number): CourtDelivery => {
  const { ambiente, representacao, spc, slp, mes, ano, courtId, recibo, statusEnvio } = delivery;
  const { deliveredAt, confirmedAt } = delivery;
  return {
    ...{ ambiente, representacao, spc, slp, mes, ano, courtId, recibo, statusEnvio },
    ...{ heardAt, deliveredAt, contents: [delivery.id], bodySha256: delivery.body.sha256 },
    origin: delivery.origin ?? 'sent',
    ...(confirmedAt !== undefined && { confirmedAt }),
  };
};

/** What is known of a delivery in two places, such as here and in a copy: of each thing, what was learnt of it last. */
export const knownTogether = (
  one: CourtDelivery | undefined,
  other: CourtDelivery,
): CourtDelivery => {
  if (!one) return other;
  if (one.recibo !== other.recibo) return one.deliveredAt > other.deliveredAt ? one : other;
  const [before, last] = one.heardAt >= other.heardAt ? [other, one] : [one, other];
  const { look: lastLook, confirmedAt: _, ...rest } = last;
  // Compared after the court was heard last, there or here.
  const look = before.look && before.look.at > last.heardAt ? before.look : lastLook;
  // What one of them held is what the other saw at the court instead of its own.
  const isHeldBefore = look !== undefined && look.differs === before.bodySha256;
  const [older, held] = isHeldBefore ? [last, before] : [before, last];
  const { reciboSaid } = (before.reciboSaid?.at ?? 0) > (last.reciboSaid?.at ?? 0) ? before : last;
  const isSaidOfHeld = held === last || held.statusEnvio === last.statusEnvio;
  return {
    ...rest,
    deliveredAt: Math.min(before.deliveredAt, last.deliveredAt),
    contents: [...older.contents.filter((id) => !held.contents.includes(id)), ...held.contents],
    bodySha256: held.bodySha256,
    origin: before.origin === last.origin ? last.origin : 'sent',
    ...(isSaidOfHeld && held.confirmedAt !== undefined && { confirmedAt: held.confirmedAt }),
    ...(reciboSaid && { reciboSaid }),
    ...(look && { look: look.differs === held.bodySha256 ? { at: look.at } : look }),
  };
};

const lastHeard = ({ progress }: DeliveryNews, delivery: Delivery): number =>
  Math.max(
    delivery.deliveredAt,
    progress.extrasSoughtAt ?? 0,
    delivery.comparedAt ?? 0,
    progress.homologation?.acceptedAt ?? 0,
    progress.homologation?.unansweredAt ?? 0,
    delivery.confirmedAt ?? 0,
  );

const withDifference = (known: CourtDelivery, differs: SeenInstead | undefined): CourtDelivery => {
  const isNews = differs && differs.at >= (known.look?.at ?? 0);
  if (!isNews || differs.sha256 === known.bodySha256) return known;
  const { sha256, at, statusEnvio } = differs;
  const isHeard = statusEnvio !== undefined && at >= known.heardAt;
  return {
    ...known,
    ...(isHeard && { statusEnvio, heardAt: at }),
    look: { at, differs: sha256 },
  };
};

const withDeletion = (known: CourtDelivery, deletedAt: number | undefined): CourtDelivery =>
  deletedAt === undefined || deletedAt < known.heardAt
    ? known
    : { ...known, heardAt: deletedAt, goneAt: deletedAt };
