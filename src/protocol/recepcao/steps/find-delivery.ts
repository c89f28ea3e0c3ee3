import { errandOf } from '../errand.ts';
import { HOMOLOGADO, type ReceivedDelivery } from '../messages.ts';
import { pauseFor, unproven } from '../outcome.ts';
import { namesFile, otherFileIds, sameContent } from '../same-content.ts';
import type { RecepcaoDelivery, RecepcaoEntry, RecepcaoProgress } from '../types.ts';
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
): Map<string, string> | undefined => otherFileIds(delivery, finalBody, ourFileIds(progress));

const ourFileIds = ({ uploads }: RecepcaoProgress): Set<string> =>
  new Set(Object.values(uploads).map(({ courtId }) => courtId));

/** Whether a delivery names a file that was uploaded for this very errand: then nobody else made it. */
const namesOurFile = ({ progress }: RecepcaoEntry, delivery: ReceivedDelivery): boolean =>
  namesFile(delivery, ourFileIds(progress));

/**
 * Looks among all deliveries of the period for what a POST without an answer may have made: our very content; else
 * what names our files and was changed since, or equals ours but for the ids of its files, which a person has to
 * judge; else it is not there. Without files equal content is all there is to know a delivery by, and it is taken.
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
  const held = await others.heldByOthers(
    entry,
    listed.deliveries.map(({ id }) => id),
  );
  const ours = listed.deliveries.filter((one) => namesOurFile(entry, one));
  const free = listed.deliveries.filter((one) => ours.includes(one) || !held.has(one.id));
  const equal = free.filter((one) => sameContent(one, finalBody));
  const [first, ...rest] = equal.map((one) => shownAs(one, clock.now())).sort(bestFirst);
  if (first) {
    if (frozen.files.length === 0) {
      // Whose it is, nothing tells: what was to be there is there, and another POST would make it two.
      const found = { ...progress, delivery: first };
      return { kind: 'happened', progress: found, meaning: 'equal-in-list', ...answer };
    }
    const found = { ...progress, delivery: first, ...extrasAmong(rest) };
    return { kind: 'happened', progress: found, meaning: 'found-in-list', ...answer };
  }
  if (ours.length > 0) return { ...toJudge('content-differs', ours), ...answer };
  const candidates = free.filter((one) => idsInstead({ entry, finalBody }, one));
  return candidates.length > 0
    ? { ...toJudge('same-but-files', candidates), ...answer }
    : { kind: 'absent', proof: 'not-listed', ...answer };
};

/** Handed to the person: ours with other content now, or the same content with files that were uploaded another time. */
export const toJudge = (
  code: 'content-differs' | 'same-but-files',
  deliveries: ReceivedDelivery[],
): RecepcaoResolution => {
  const candidates = deliveries.map(({ id, recibo, statusEnvio }) => ({ id, recibo, statusEnvio }));
  return { kind: 'still-unknown', code, detail: { candidates } };
};

const isOpen = ({ statusEnvio }: RecepcaoDelivery): boolean => statusEnvio !== HOMOLOGADO;

/** A homologated one goes first: it is the one that counts. Among equals the court's first. */
export const bestFirst = (a: RecepcaoDelivery, b: RecepcaoDelivery): number =>
  Number(isOpen(a)) - Number(isOpen(b)) || a.id - b.id;

/** The deliveries besides the one that is taken, as far as they can be deleted. */
export const extrasAmong = (deliveries: RecepcaoDelivery[]): Pick<RecepcaoProgress, 'extras'> => {
  const extras = deliveries.filter(isOpen).map(({ id, recibo }) => ({ id, recibo }));
  return extras.length > 0 ? { extras } : {};
};

/**
 * Holds the delivery that a person found against what was sent. What differs in the ids of its files alone is taken as
 * it is. What names our files is the one that we made, whatever it holds now: the comparison tells the person the rest.
 */
export const proveById = async (
  { entry, finalBody }: Sent,
  hint: string,
  { court, clock, others }: Tools,
  signal: AbortSignal,
): Promise<RecepcaoResolution> => {
  const { frozen, progress } = entry;
  const id = Number(hint);
  if (!Number.isSafeInteger(id)) return { kind: 'still-unknown', code: 'not-an-id' };
  const found = await court.delivery(frozen, id, signal);
  if (found.kind === 'gone') return { kind: 'still-unknown', code: 'no-such-delivery' };
  if (found.kind === 'failed') return unproven(found.reply);
  const isOurs = namesOurFile(entry, found.delivery);
  // What is to be altered is held by the entry that delivered it.
  const mayBeOurs = isOurs || errandOf(frozen).kind === 'alter';
  if (!mayBeOurs && (await others.heldByOthers(entry, [id])).has(id)) {
    return { kind: 'still-unknown', code: 'of-another-entry' };
  }
  const answer = heard(found.answerSha256);
  const delivery = shownAs(found.delivery, clock.now());
  if (sameContent(found.delivery, finalBody)) {
    const proved = { ...progress, delivery };
    return { kind: 'happened', progress: proved, meaning: 'delivery-found', ...answer };
  }
  const ids = idsInstead({ entry, finalBody }, found.delivery);
  if (!ids) {
    return isOurs
      ? {
          kind: 'happened',
          progress: { ...progress, delivery },
          meaning: 'found-changed',
          ...answer,
        }
      : { kind: 'still-unknown', code: 'content-differs', ...answer };
  }
  if (await hasOtherFiles(entry, found.delivery, ids, court, signal)) {
    return { kind: 'still-unknown', code: 'files-differ', ...answer };
  }
  const adopted = await withFileIds(progress, found.delivery, ids);
  return {
    kind: 'happened',
    progress: { ...adopted, delivery },
    meaning: `adopted-other-files ${adopted.finalBody.sha256}`,
    ...answer,
  };
};
