import { isJsonObject, type Json } from '../../../src/base/json.ts';
import { disagreement } from '../../../src/outbox/replay.ts';
import { SENT_ALREADY } from '../../../src/protocol/pen/steps/send-find.ts';
import type { PenEntry } from '../../../src/protocol/pen/types.ts';
import { breach, entryOf, met, type Wanted, type World } from './world.ts';

/** What a history has come to, once nobody has anything left to do. */
export const judge = async (world: World): Promise<void> => {
  const last = world.machines.at(-1);
  for (const wanted of world.wanted) {
    const entry = last && entryOf(last, wanted);
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

/** By it the other body has the process, or will have it. */
const stands = ({ situacao }: Held): boolean => ![7, 9, 10].includes(situacao);

/** Nothing is lost: what is done has arrived; what is not done was given up, or stands already, or somebody meddled. */
const checkEnd = (world: World, entry: PenEntry, wanted: Wanted): void => {
  const { state, progress } = entry;
  const { protocolo, meddled, split } = wanted;
  const tramites = tramitesOf(world, wanted);
  if (state.kind === 'done') {
    const ours = tramites.find(({ idt }) => idt === progress.idt);
    const cancelled = meddled && ours?.situacao === 7;
    if (!ours || !(hasArrived(ours) || cancelled)) {
      breach(world, 'lost', `${protocolo} is said to be sent, and is not`);
    }
    return;
  }
  const isTold = tramites.some(({ idt }) => idt === toldElsewhere(entry));
  if (state.kind === 'cancelled' || isTold || meddled || split) return;
  breach(world, 'lost', `${protocolo} ends ${JSON.stringify(state)}`);
};

/** Of one process the other body has one trâmite, however many browsers send it; what came to nothing is no second one. */
const checkTimes = (world: World, wanted: Wanted): void => {
  const arrived = tramitesOf(world, wanted).filter((one) => hasArrived(one) && stands(one));
  if (arrived.length > 1) {
    breach(world, 'doubled', `${wanted.protocolo} arrived ${arrived.length} times`);
  }
};

/** No trâmite goes on of which nobody here knows, unless the sending was given up in doubt. */
const checkKnown = (world: World, entry: PenEntry, wanted: Wanted): void => {
  const { state, progress, mustAsk } = entry;
  if (state.kind === 'cancelled' && (state.unresolved || mustAsk)) return;
  if (wanted.split) return;
  const known = [progress.idt, toldElsewhere(entry)];
  const unknown = tramitesOf(world, wanted).filter(
    (one) => one.situacao !== 7 && one.situacao !== 9 && !known.includes(one.idt),
  );
  for (const { idt } of unknown) {
    breach(world, 'lost', `${wanted.protocolo}: nobody knows of ${idt}`);
  }
};

/** The trâmite of which a sending was told that it stands already. */
const toldElsewhere = ({ state }: PenEntry): Json | undefined =>
  state.kind === 'rejected' && state.code === SENT_ALREADY && isJsonObject(state.detail)
    ? state.detail.IDT
    : undefined;
