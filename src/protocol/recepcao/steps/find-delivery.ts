import { HOMOLOGADO, type ReceivedDelivery } from '../messages.ts';
import { pauseFor } from '../outcome.ts';
import { otherFileIds, sameContent } from '../same-content.ts';
import type { RecepcaoDelivery, RecepcaoEntry } from '../types.ts';
import { hasOtherFiles, withFileIds } from './other-files.ts';
import { heard, type RecepcaoResolution, type Tools } from './step.ts';

/** What was written down before the POST. */
export interface Sent {
  entry: RecepcaoEntry;
  finalBody: { text: string; sha256: string };
}

/** What we keep of a delivery that the court shows. */
export const shownAs = (
  { id, recibo, statusEnvio }: ReceivedDelivery,
  deliveredAt: number,
): RecepcaoDelivery => ({ id, recibo, statusEnvio, deliveredAt });

/** The file ids that stand in a delivery instead of ours; `undefined` where more than those differ. */
export const idsInstead = (
  { entry: { progress }, finalBody }: Sent,
  delivery: ReceivedDelivery,
): Map<string, string> | undefined => {
  const ours = Object.values(progress.uploads).map(({ courtId }) => courtId);
  return otherFileIds(delivery, finalBody, new Set(ours));
};

/**
 * Looks among all deliveries of the period for what a POST without an answer may have made: our very content; else
 * what equals it but for the ids of its files, which a person has to recognise; else it is not there.
 * A court without a list is asked what it has against the data; that may name what it holds already.
 */
export const findInList = async (
  { entry, finalBody }: Sent,
  { court, clock, others }: Tools,
  signal: AbortSignal,
): Promise<RecepcaoResolution> => {
  const { frozen, progress } = entry;
  const listed = await court.list(frozen, signal);
  if (listed.kind === 'failed') return pauseFor(listed.reply);
  if (listed.kind === 'no-list') {
    const erros = await court.objections(frozen, finalBody.text, signal);
    return { kind: 'still-unknown', code: 'no-list', ...(erros && { detail: { erros } }) };
  }
  const answer = heard(listed.answerSha256);
  const held = await others.heldByOthers(entry);
  const free = listed.deliveries.filter(({ id }) => !held.has(id));
  const [first, ...rest] = free.filter((one) => sameContent(one, finalBody)).sort(bestFirst);
  if (first) {
    // Without files of its own, an equal one may well be somebody else's.
    const ours = frozen.files.length > 0 ? rest.filter(isOpen) : [];
    const extras = ours.map(({ id, recibo }) => ({ id, recibo }));
    const found = { ...progress, delivery: shownAs(first, clock.now()) };
    return {
      kind: 'happened',
      progress: extras.length > 0 ? { ...found, extras } : found,
      meaning: 'found-in-list',
      ...answer,
    };
  }
  const candidates = free.filter((one) => idsInstead({ entry, finalBody }, one));
  return candidates.length > 0
    ? { ...sameButFiles(candidates), ...answer }
    : { kind: 'absent', proof: 'not-listed', ...answer };
};

/** Handed to the person: the same content with files that were uploaded another time. */
export const sameButFiles = (deliveries: ReceivedDelivery[]): RecepcaoResolution => {
  const candidates = deliveries.map(({ id, recibo, statusEnvio }) => ({ id, recibo, statusEnvio }));
  return { kind: 'still-unknown', code: 'same-but-files', detail: { candidates } };
};

const isOpen = ({ statusEnvio }: ReceivedDelivery): boolean => statusEnvio !== HOMOLOGADO;

/** A homologated one goes first: it is the one that counts. Among equals the court's first. */
const bestFirst = (a: ReceivedDelivery, b: ReceivedDelivery): number =>
  Number(isOpen(a)) - Number(isOpen(b)) || a.id - b.id;

/** Holds the delivery that a person found against what was sent. What differs in the ids of its files alone is taken as it is. */
export const proveById = async (
  { entry, finalBody }: Sent,
  hint: string,
  { court, clock, others }: Tools,
  signal: AbortSignal,
): Promise<RecepcaoResolution> => {
  const { frozen, progress } = entry;
  const id = Number(hint);
  if (!Number.isSafeInteger(id)) return { kind: 'still-unknown', code: 'not-an-id' };
  if ((await others.heldByOthers(entry)).has(id)) {
    return { kind: 'still-unknown', code: 'of-another-entry' };
  }
  const found = await court.delivery(frozen, id, signal);
  if (found.kind === 'gone') return { kind: 'still-unknown', code: 'no-such-delivery' };
  if (found.kind === 'failed') return pauseFor(found.reply);
  const answer = heard(found.answerSha256);
  const delivery = shownAs(found.delivery, clock.now());
  if (sameContent(found.delivery, finalBody)) {
    const proved = { ...progress, delivery };
    return { kind: 'happened', progress: proved, meaning: 'delivery-found', ...answer };
  }
  const ids = idsInstead({ entry, finalBody }, found.delivery);
  if (!ids) return { kind: 'still-unknown', code: 'content-differs', ...answer };
  if (await hasOtherFiles(entry, found.delivery, ids, court, signal)) {
    return { kind: 'still-unknown', code: 'files-differ', ...answer };
  }
  const adopted = { ...(await withFileIds(progress, found.delivery, ids)), delivery };
  return { kind: 'happened', progress: adopted, meaning: 'adopted-other-files', ...answer };
};
