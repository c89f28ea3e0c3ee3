import { brokenAt } from '../../src/outbox/log.ts';
import type { RecepcaoEntry } from '../../src/protocol/recepcao/types.ts';
import type { Written } from './disk.ts';
import { breach, met, type Wanted, type World, wantedOf } from './world.ts';

/** What a history has come to, once nobody has anything left to do. */
export const judge = async (world: World): Promise<void> => {
  const last = world.machines.at(-1);
  for (const [id, entry] of last?.disk.entries ?? []) {
    const wanted = wantedOf(world, id);
    const rows = last?.disk.rows.get(id) ?? [];
    if (!wanted) continue;
    met(world, `end: ${entry.state.kind}${'what' in entry.state ? ` ${entry.state.what}` : ''}`);
    checkEnd(world, entry, wanted);
    checkTimes(world, entry, wanted);
    checkOrder(world, wanted);
    checkQuestions(world, wanted, rows);
    checkProofs(world, wanted, rows);
  }
  checkContent(world);
  await checkChains(world);
};

const isPlain = ({ meddled, misstated, split }: Wanted): boolean =>
  !meddled && !misstated && !split;

/** What comes after something that did not come about waits for it, and says so. */
const isLeftWaiting = (world: World, state: RecepcaoEntry['state'], { after }: Wanted): boolean => {
  const before = world.wanted.find(({ serial }) => serial === after?.serial);
  const end = before && world.machines.at(-1)?.disk.entries.get(before.entryId)?.state.kind;
  return state.kind === 'waiting' && state.need === 'earlier' && end !== 'done';
};

/** Nothing is lost: it is done, or stops where the screen names why. */
const checkEnd = (world: World, { state, progress }: RecepcaoEntry, wanted: Wanted): void => {
  const { serial } = wanted;
  const named = state.kind === 'rejected' || state.kind === 'needs-person';
  if (state.kind === 'uncertain') breach(world, 'unresolved', `${serial} is asked about for ever`);
  else if (state.kind === 'cancelled' || isLeftWaiting(world, state, wanted)) return;
  else if (isPlain(wanted) && state.kind === 'needs-person' && state.what === 'check') {
    breach(world, 'unresolved', `${serial} (${state.code})`);
  } else if (isPlain(wanted) ? state.kind !== 'done' : state.kind !== 'done' && !named) {
    breach(world, 'lost', `${serial} ends ${JSON.stringify(state)}`);
  }
  const known = [progress.delivery?.id, ...(progress.extras ?? []).map(({ id }) => id)];
  const unknown = world.court
    .deliveries()
    .filter((one) => one.serial === serial && !known.includes(one.id));
  if (isPlain(wanted) && state.kind === 'done' && wanted.kind === 'deliver' && unknown.length > 0) {
    breach(world, 'lost', `${serial}: nobody knows of ${unknown.map(({ id }) => id)}`);
  }
};

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

/** Nothing happens twice: neither in the books nor, with nobody meddling, ever. */
const checkTimes = (
  world: World,
  { progress, state }: RecepcaoEntry,
  { serial, meddled, misstated, split }: Wanted,
): void => {
  const { court, listed } = world;
  const posts = court.deeds.filter((deed) => deed.what === 'post' && deed.serial === serial);
  const there = court.deliveries().filter((one) => one.serial === serial);
  const tell = (says: string) => breach(world, 'doubled', says);
  if (!meddled && !misstated && !split && posts.length > 1)
    tell(`${serial}: ${posts.length} POSTs`);
  if (!split && !misstated && !meddled && there.length > 1)
    tell(`${serial} is there ${there.length} times`);
  if (misstated && !meddled && !split && listed && state.kind === 'done') {
    const known = [progress.delivery?.id, ...(progress.extras ?? []).map(({ id }) => id)];
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
const ONCE = ['send', 'alter', 'homologate', 'delete'];

const checkProofs = (world: World, { serial }: Wanted, rows: readonly Written[]): void => {
  for (const step of ONCE) {
    const begun = rows.filter((row) => row.event === 'begun' && row.step === step);
    for (const [n, next] of begun.slice(1).entries()) {
      const since = rows.filter(({ seq }) => seq > (begun[n]?.seq ?? 0) && seq < next.seq);
      const proven = since.some(({ event, step: of }) => PROOFS.includes(event) && of === step);
      const applied = since.some(({ event, step: of }) => event === 'applied' && of === step);
      if (!proven && !applied) breach(world, 'rule', `${serial}: ${step} again without a proof`);
    }
  }
};

const checkChains = async (world: World): Promise<void> => {
  for (const { disk, owner } of world.machines) {
    for (const [id, written] of disk.rows) {
      const rows = written.map(({ trueAt: _, ...row }) => row);
      const at = await brokenAt(disk.entries.get(id)?.frozenSha256 ?? '', rows);
      if (at >= 0) breach(world, 'rule', `${owner.name}: the log is broken at row ${at + 1}`);
      if (disk.entries.get(id)?.logHead !== rows.at(-1)?.hash) {
        breach(world, 'rule', `${owner.name}: the entry does not know the end of its log`);
      }
    }
  }
};
