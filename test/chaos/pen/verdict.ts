import { disagreement } from '../../../src/outbox/replay.ts';
import type { PenEntry } from '../../../src/protocol/pen/types.ts';
import { breach, met, type Wanted, type World } from './world.ts';

/** What a history has come to, once nobody has anything left to do. */
export const judge = async (world: World): Promise<void> => {
  const last = world.machines.at(-1);
  for (const wanted of world.wanted) {
    const entry = last?.entries.get(wanted.entryId);
    if (!entry) continue;
    met(world, `end: ${entry.state.kind}`);
    checkEnd(world, entry, wanted);
    checkTimes(world, wanted);
    checkKnown(world, entry, wanted);
    const wrong = await disagreement(entry, last?.rows.get(entry.id) ?? []);
    if (wrong) breach(world, 'rule', `${wanted.protocolo}: ${wrong}`);
  }
};

const tramitesOf = ({ barramento }: World, { protocolo }: Wanted) =>
  barramento.tramites.filter((one) => one.protocolo === protocolo);

type Held = ReturnType<typeof tramitesOf>[number];

/** The other body could see it. */
const hasArrived = ({ changes }: Held): boolean => changes.some(({ situacao }) => situacao === 2);

/** Nothing is lost: what is done has arrived; what is not done was given up, or somebody meddled. */
const checkEnd = (world: World, { state, progress }: PenEntry, wanted: Wanted): void => {
  const { protocolo, meddled, split } = wanted;
  if (state.kind === 'done') {
    const ours = tramitesOf(world, wanted).find(({ idt }) => idt === progress.idt);
    const cancelled = meddled && ours?.situacao === 7;
    if (!ours || !(hasArrived(ours) || cancelled)) {
      breach(world, 'lost', `${protocolo} is said to be sent, and is not`);
    }
    return;
  }
  if (state.kind === 'cancelled' || meddled || split) return;
  breach(world, 'lost', `${protocolo} ends ${JSON.stringify(state)}`);
};

/**
 * Of one sending the other body sees one trâmite. A browser that was not told of its copy may make its own, and who goes
 * on with a copy sends again what was refused.
 */
const checkTimes = (world: World, wanted: Wanted): void => {
  const isCopied = world.machines.length > 1;
  const arrived = tramitesOf(world, wanted).filter(
    (one) => hasArrived(one) && !(isCopied && one.situacao === 9),
  );
  const most = wanted.meddled || wanted.split ? 2 : 1;
  if (arrived.length > most) {
    breach(world, 'doubled', `${wanted.protocolo} arrived ${arrived.length} times`);
  }
};

/** No trâmite goes on of which nobody here knows, unless the sending was given up in doubt. */
const checkKnown = (world: World, entry: PenEntry, wanted: Wanted): void => {
  const { state, progress, mustAsk } = entry;
  if (state.kind === 'cancelled' && (state.unresolved || mustAsk)) return;
  if (wanted.split) return;
  const unknown = tramitesOf(world, wanted).filter(
    ({ idt, situacao }) => situacao !== 7 && situacao !== 9 && idt !== progress.idt,
  );
  for (const { idt } of unknown) {
    breach(world, 'lost', `${wanted.protocolo}: nobody knows of ${idt}`);
  }
};
