import { createHash } from 'node:crypto';
import type { LogRow } from '../../src/outbox/types.ts';
import { type Standing, standingOf } from '../../src/protocol/recepcao/standing.ts';
import type { RecepcaoEntry } from '../../src/protocol/recepcao/types.ts';
import type { Written } from './disk.ts';
import { breach, met, type Wanted, type World, wantedOf } from './world.ts';

/** What a history has come to, once nobody has anything left to do. */
export const judge = (world: World): void => {
  const last = world.machines.at(-1);
  for (const [id, entry] of last?.disk.entries ?? []) {
    const wanted = wantedOf(world, id);
    const rows = last?.disk.rows.get(id) ?? [];
    if (!wanted) continue;
    met(world, `end: ${entry.state.kind}${'what' in entry.state ? ` ${entry.state.what}` : ''}`);
    checkEnd(world, entry, wanted);
    checkKnown(world, entry, wanted);
    checkTimes(world, entry, wanted);
    checkOrder(world, wanted);
    checkQuestions(world, wanted, rows);
    checkProofs(world, wanted, rows);
  }
  checkContent(world);
  checkChains(world);
};

const isPlain = ({ meddled, misstated, split }: Wanted): boolean =>
  !meddled && !misstated && !split;

/** What comes after something that did not come about waits for it, and says so. */
const isLeftWaiting = (world: World, state: RecepcaoEntry['state'], { after }: Wanted): boolean => {
  const before = world.wanted.find(({ serial }) => serial === after?.serial);
  const end = before && world.machines.at(-1)?.disk.entries.get(before.entryId)?.state.kind;
  return state.kind === 'waiting' && state.need === 'earlier' && end !== 'done';
};

/**
 * A copy from before an alteration that the first machine took to its end finds it homologated, and says so: where its
 * files were uploaded anew, it cannot know the ones there for its own.
 */
const isHomologatedByFirst = (
  { machines, court }: World,
  { state, progress: { uploads } }: RecepcaoEntry,
  { serial, content }: Wanted,
): boolean => {
  const ids = Object.values(uploads).map(({ courtId }) => courtId);
  const there = court
    .deliveries()
    .find((one) => one.serial === serial && one.statusEnvio === 'HOMOLOGADO');
  return (
    machines.length > 1 &&
    'code' in state &&
    state.code === 'already-homologated' &&
    there !== undefined &&
    court.contentOf(there.jsonNode) === content &&
    ids.length > 0 &&
    !ids.some((id) => JSON.stringify(there.jsonNode).includes(`"${id}"`))
  );
};

/** Nothing is lost: it is done, or stops where the screen names why. */
const checkEnd = (world: World, entry: RecepcaoEntry, wanted: Wanted): void => {
  const { state } = entry;
  const { serial } = wanted;
  const named = state.kind === 'rejected' || state.kind === 'needs-person';
  if (state.kind === 'uncertain') breach(world, 'unresolved', `${serial} is asked about for ever`);
  else if (state.kind === 'cancelled' || isLeftWaiting(world, state, wanted)) return;
  else if (isHomologatedByFirst(world, entry, wanted)) return;
  else if (isPlain(wanted) && state.kind === 'needs-person' && state.what === 'check') {
    breach(world, 'unresolved', `${serial} (${state.code})`);
  } else if (isPlain(wanted) ? state.kind !== 'done' : state.kind !== 'done' && !named) {
    breach(world, 'lost', `${serial} ends ${JSON.stringify(state)}`);
  }
};

/** No delivery of an entry that is over is there unknown to it, unless it was given up in doubt. */
const checkKnown = (world: World, entry: RecepcaoEntry, wanted: Wanted): void => {
  const { serial, kind } = wanted;
  if (!isPlain(wanted) || kind !== 'deliver' || !SURE.includes(standingOf(entry))) return;
  const known = knownIds(entry);
  for (const { id, serial: of } of world.court.deliveries()) {
    if (of === serial && !known.includes(id)) {
      breach(world, 'lost', `${serial}: nobody knows of ${id}`);
    }
  }
};

const SURE: Standing[] = ['nothing-there', 'there', 'homologated'];

const knownIds = ({ progress }: RecepcaoEntry): (number | undefined)[] => [
  progress.delivery?.id,
  ...(progress.extras ?? []).map(({ id }) => id),
];

/** Nothing is sent before what it comes after. */
const checkOrder = (world: World, { serial, after, split }: Wanted): void => {
  const { deeds } = world.court;
  const sent = deeds.findIndex(
    (deed) => ['post', 'put'].includes(deed.what) && deed.serial === serial,
  );
  if (!after || sent < 0 || split) return;
  const what = after.until === 'homologated' ? ['homologate'] : ['post', 'put'];
  const first = deeds.findIndex((deed) => what.includes(deed.what) && deed.serial === after.serial);
  if (first < 0 || first > sent) breach(world, 'rule', `${serial} came too early`);
};

/** Nothing happens twice: neither in the books nor ever. */
const checkTimes = (world: World, entry: RecepcaoEntry, wanted: Wanted): void => {
  const { court, listed, machines } = world;
  const { serial, meddled, undone, misstated, split } = wanted;
  const posts = court.deeds.filter((deed) => deed.what === 'post' && deed.serial === serial);
  const there = court.deliveries().filter((one) => one.serial === serial);
  const tell = (says: string) => breach(world, 'doubled', says);
  // What a stranger changed is known by the files that were uploaded for it, and by nothing else.
  const isKnown = !meddled || (entry.frozen.files.length > 0 && machines.length === 1);
  if (!undone && !misstated && !split && isKnown) {
    if (posts.length > 1) tell(`${serial}: ${posts.length} POSTs`);
    if (there.length > 1) tell(`${serial} is there ${there.length} times`);
  }
  // Without files an equal one may be somebody else's.
  const tells = listed && entry.state.kind === 'done' && entry.frozen.files.length > 0;
  if (misstated && !meddled && !split && tells) {
    const known = knownIds(entry);
    if (there.some(({ id }) => !known.includes(id))) tell(`${serial}: the extra one was not found`);
  }
};

/** Never homologated with content other than the person's, whoever meddled. */
const checkContent = (world: World): void => {
  for (const { what, serial, content } of world.court.deeds) {
    const wanted = world.wanted.find((one) => one.serial === serial);
    if (what === 'homologate' && content !== wanted?.content) {
      breach(world, 'other-content', `${serial}: ${content}`);
    }
  }
};

/** One question of each doubt, unless the person asked to be asked again. */
const checkQuestions = (world: World, { serial }: Wanted, rows: readonly Written[]): void => {
  let open = 0;
  for (const { event, state } of rows) {
    if (event === 'begun' || event === 'doubted' || event === 'try-now') open = 0;
    else if (state === 'needs-person' && ['still-unknown', 'postponed'].includes(event)) open++;
    if (open > 1) breach(world, 'unresolved', `${serial} was asked about twice`);
  }
};

/** What surely did not happen, or was asked about, may be tried again. */
const PROOFS = ['absent', 'absence-stated', 'postponed', 'lacking', 'refused'];
/** What did happen is tried again only where the court shows that it is undone. */
const DID = ['applied', 'happened'];
const ONCE = ['send', 'alter', 'homologate', 'delete'];

const checkProofs = (world: World, { serial }: Wanted, rows: readonly Written[]): void => {
  for (const step of ONCE) {
    const begun = rows.filter((row) => row.event === 'begun' && row.step === step);
    for (const [n, next] of begun.slice(1).entries()) {
      const since = rows.filter(({ seq }) => seq > (begun[n]?.seq ?? 0) && seq < next.seq);
      const proven = since.some(({ event, step: of }) => PROOFS.includes(event) && of === step);
      const undone = since.some(({ event, step: of }) => DID.includes(event) && of === step);
      if (!proven && !undone) breach(world, 'rule', `${serial}: ${step} again without a proof`);
    }
  }
};

const checkChains = (world: World): void => {
  for (const { disk, owner } of world.machines) {
    for (const [id, written] of disk.rows) {
      const { frozenSha256 = '', logHead } = disk.entries.get(id) ?? {};
      const at = brokenAt(
        frozenSha256,
        written.map(({ trueAt: _, ...row }) => row),
      );
      if (at >= 0) breach(world, 'rule', `${owner.name}: the log is broken at row ${at + 1}`);
      if (logHead !== written.at(-1)?.hash) {
        breach(world, 'rule', `${owner.name}: the entry does not know the end of its log`);
      }
    }
  }
};

/** Written anew from docs/outbox.md: the outbox's own check would believe the outbox. Rows are flat. */
const brokenAt = (genesis: string, rows: readonly LogRow[]): number =>
  rows.findIndex(({ hash, ...row }, n) => {
    const previous = rows[n - 1]?.hash ?? genesis;
    const text = previous + JSON.stringify(row, Object.keys(row).sort());
    return row.seq !== n + 1 || hash !== createHash('sha256').update(text).digest('hex');
  });
