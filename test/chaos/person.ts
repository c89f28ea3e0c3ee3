import { proveByHint } from '../../src/outbox/resolve.ts';
import { command } from '../../src/outbox/runner.ts';
import type { EntryState } from '../../src/outbox/types.ts';
import { CONSENT } from '../../src/protocol/recepcao/agreement.ts';
import type { RecepcaoEntry } from '../../src/protocol/recepcao/types.ts';
import { type Deps, portsOf } from './ports.ts';
import { openTab } from './sender.ts';
import {
  agreedKey,
  courtIdOf,
  isFinal,
  type Machine,
  met,
  type Tab,
  type Wanted,
  type World,
  wantedOf,
} from './world.ts';

/** What was refused is tried so often before it is left for what it is. */
const PATIENCE = 3;
/** So often she looks where the network or the program fails her. */
const PERSEVERANCE = 300;
/** After an act that came to nothing she comes back later. */
const LATER_MS = 60_000;

type Asks<What> = Extract<EntryState, { kind: 'needs-person' }> & { what: What };
type Act = (entry: RecepcaoEntry, deps: Deps) => Promise<unknown>;

/** The machine at which the person sits: the newest. */
const desk = ({ machines }: World): Machine | undefined => machines.at(-1);

const windowOf = ({ now }: World, machine: Machine): Tab =>
  machine.tabs.find(({ frozenUntil }) => frozenUntil <= now) ?? openTab(machine);

/** The person answers, truthfully, whatever is asked; whether there was anything to do. */
export const answerWhatIsAsked = (world: World): boolean => {
  const machine = desk(world);
  if (!machine) return false;
  let acted = false;
  for (const entry of machine.disk.entries.values()) {
    const wanted = wantedOf(world, entry.id);
    if (!wanted || isFinal(entry) || wanted.comesBackAt > world.now) continue;
    const act = actFor(world, machine, entry, wanted);
    if (!act) continue;
    acted = true;
    perform(world, windowOf(world, machine), entry.id, act);
  }
  return acted;
};

const perform = (world: World, tab: Tab, entryId: string, act: Act): void =>
  world.stage.begin(tab, entryId, async (pause) => {
    const entry = tab.machine.disk.entries.get(entryId);
    if (entry) await act(entry, portsOf(world, tab, entryId, pause));
    tab.machine.sender?.lookAt.delete(entryId);
  });

/** When she next comes back (ms of the world). */
export const nextReturn = (world: World): number => {
  const open = world.wanted.filter(({ entryId }) => {
    const entry = desk(world)?.disk.entries.get(entryId);
    return entry && !isFinal(entry);
  });
  return Math.min(...open.map(({ comesBackAt }) => comesBackAt).filter((at) => at > world.now));
};

const say =
  (...event: Parameters<typeof command>[1][]): Act =>
  async ({ id }, deps) => {
    for (const one of event) await command(id, one, deps);
  };

const actFor = (
  world: World,
  machine: Machine,
  entry: RecepcaoEntry,
  wanted: Wanted,
): Act | undefined => {
  const { state } = entry;
  if (state.kind === 'waiting' && state.need === 'unlock') return unlock(world, machine, entry);
  if (state.kind === 'paused' && state.until === undefined) {
    return patiently(world, wanted, say({ kind: 'try-now' }), PERSEVERANCE);
  }
  if (state.kind !== 'needs-person') return undefined;
  switch (state.what) {
    case 'consent':
      return consent(world, state);
    case 'mend':
      return patiently(world, wanted, say({ kind: 'try-now' }));
    case 'takeover':
      return say({ kind: 'taken-over', owner: machine.owner });
    case 'check':
      return check(world, entry, wanted, state);
  }
};

/** Does it, so often at most, and then leaves it: what is left has a name on the screen. */
const patiently = (
  world: World,
  wanted: Wanted,
  act: Act,
  patience = PATIENCE,
): Act | undefined => {
  if (wanted.mendings >= patience) return undefined;
  wanted.mendings++;
  wanted.comesBackAt = world.now + LATER_MS;
  return act;
};

/** `objeto` of what is there before it is altered. */
export const OLD = 'antigo';

export const KEYS = ['key A', 'key A', 'key A', 'key B'] as const;

const consent = ({ random }: World, { step }: { step: string }): Act => {
  const means = step === CONSENT ? random.pick(KEYS) : random.pick(['delete', 'keep']);
  return say({ kind: 'consented', step, means });
};

/** Opens the key she agreed to, or agrees to another. */
const unlock = (world: World, machine: Machine, entry: RecepcaoEntry): Act | undefined => {
  const agreed = agreedKey(entry);
  const { sender } = machine;
  if (!sender || sender.frozenUntil > world.now || sender.key === agreed) return undefined;
  if (world.random.chance(0.1)) return say({ kind: 'consented', step: CONSENT, means: 'key B' });
  return async () => {
    sender.key = agreed;
  };
};

/** Looks at the court and says what is there. */
const check = (
  world: World,
  entry: RecepcaoEntry,
  wanted: Wanted,
  { step, settledAt }: Asks<'check'> & { what: 'check' },
): Act | undefined => {
  if (world.weather.hasty && world.now >= settledAt) return stateAbsence(world, wanted);
  if (step !== 'send' && step !== 'alter') return checkOther(world, entry, wanted, step);
  const theirs = world.court.deliveries().filter(({ serial }) => serial === wanted.serial);
  const ours =
    theirs.find(({ jsonNode }) => world.court.contentOf(jsonNode) === wanted.content) ?? theirs[0];
  const isOld = ours?.jsonNode.objeto === OLD;
  if (ours && !isOld) {
    met(world, 'person found it', String(ours.id));
    const isOther = world.court.contentOf(ours.jsonNode) !== wanted.content;
    return patiently(world, wanted, prove(world, ours.id, isOther), PERSEVERANCE);
  }
  // She was told from when on looking proves something.
  if (world.now < settledAt) {
    wanted.comesBackAt = settledAt;
    return undefined;
  }
  return stateAbsence(world, wanted);
};

/** Brings what she found. Told that its content is other, and seeing it, she gives up what nobody can find out. */
const prove =
  (world: World, id: number, isOther: boolean): Act =>
  async (entry, deps) => {
    const proved = await proveByHint(entry, String(id), deps);
    if (proved.ok || proved.error !== 'content-differs' || !isOther) return;
    await command(entry.id, { kind: 'cancel' }, deps);
    met(world, 'given up in doubt');
  };

const stateAbsence = (world: World, wanted: Wanted): Act | undefined =>
  patiently(
    world,
    wanted,
    async ({ id }, deps) => {
      // The app asks the court something first, so that its clock is fresh.
      const fresh = await deps.ensure('network');
      if (fresh.kind !== 'at-hand') return;
      const there = world.court.deeds.some(
        ({ what, serial }) => what === 'post' && serial === wanted.serial,
      );
      if (there) wanted.misstated = true;
      const stated = await command(id, { kind: 'absence-stated', at: deps.courtClock.now() }, deps);
      met(world, stated.ok ? 'absence stated' : `statement refused: ${stated.error}`);
    },
    PERSEVERANCE,
  );

/** A step on a delivery that has an id: asked again first; then what is seen there is said. */
const checkOther = (
  world: World,
  entry: RecepcaoEntry,
  wanted: Wanted,
  step: string,
): Act | undefined => {
  if (wanted.mendings < 2) return patiently(world, wanted, say({ kind: 'try-now' }));
  const id = courtIdOf(entry);
  const there = world.court.deliveries().find((one) => one.id === id);
  const undone = step === 'homologate' ? there?.statusEnvio !== 'HOMOLOGADO' : there !== undefined;
  if (undone) return stateAbsence(world, wanted);
  const isOther = there !== undefined && world.court.contentOf(there.jsonNode) !== wanted.content;
  return isOther
    ? say({ kind: 'cancel' })
    : patiently(world, wanted, say({ kind: 'try-now' }), PERSEVERANCE);
};

const WHIMS = ['pause', 'try-now', 'try-now', 'cancel'] as const;

/** Pauses, tries now, changes her mind. */
export const whim = (world: World): void => {
  const machine = desk(world);
  const entry = machine && world.random.pick([...machine.disk.entries.values()] as [RecepcaoEntry]);
  const wanted = entry && wantedOf(world, entry.id);
  if (!machine || !entry || !wanted) return;
  const kind = world.random.pick(WHIMS);
  met(world, `whim: ${kind}`);
  perform(world, windowOf(world, machine), entry.id, async ({ id }, deps) => {
    await command(id, { kind }, deps);
  });
};
