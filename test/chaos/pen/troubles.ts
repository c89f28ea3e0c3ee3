import { commit } from '../../../src/outbox/commit.ts';
import { command } from '../../../src/outbox/runner.ts';
import type { Halted } from '../stage.ts';
import { depsOf, diskOf, openWindow, putOnQueue } from './sender.ts';
import {
  type Disk,
  entryOf,
  isFinal,
  type Machine,
  met,
  newMachine,
  type Wanted,
  type Window,
  type World,
} from './world.ts';

const MINUTE_MS = 60_000;
const PATIENCE = 40;

/** What happens around a program that is about to go on; whether it still can. */
export const stir = async (world: World, one: Halted<Window>): Promise<boolean> => {
  const { weather, random } = world;
  if (random.chance(weather.jump)) setClock(world, one.program.machine);
  if (random.chance(0.02)) receive(world);
  if (random.chance(weather.tamper)) cancelElsewhere(world);
  if (random.chance(weather.whim)) whim(world);
  if (random.chance(weather.restore)) await copyOrRestore(world);
  const weight = one.where === 'save:after' ? 5 : 1;
  if (mayFreeze(world, one.program) && random.chance(weather.freeze * weight)) {
    met(world, 'frozen', one.where);
    one.program.frozenUntil = world.now + random.below(15 * MINUTE_MS);
    if (one.program.machine.sender === one.program) one.program.machine.sender = undefined;
    return false;
  }
  if (random.chance(weather.crash * weight)) {
    met(world, `crash at ${one.where}`);
    world.stage.drop(one.program);
    if (one.program.machine.sender === one.program) one.program.machine.sender = undefined;
    return false;
  }
  return world.stage.halted().includes(one);
};

// Browsers freeze a window between tasks; from the look at the time to the request's leaving there is only one.
const mayFreeze = ({ stage }: World, window: Window): boolean =>
  !stage.halted().some(({ program, where }) => program === window && where === 'request:before');

const setClock = ({ random }: World, machine: Machine): void => {
  const span = random.pick([10, 60, 24 * 60, 20 * 24 * 60]) * MINUTE_MS;
  machine.ahead += Math.round((random.next() - 0.5) * 2 * span);
};

/** The other body goes on: it takes the process, or refuses it; once it is through, the process is free to be sent again. */
export const receive = (world: World): void => {
  const open = world.barramento.tramites.find(({ situacao }) => situacao >= 2 && situacao < 5);
  if (!open) return;
  const isRefused = world.random.chance(0.3);
  for (const next of isRefused ? ([3, 8, 9] as const) : ([3, 4, 5, 6] as const)) {
    world.barramento.move(open.idt, next);
  }
  met(world, isRefused ? 'refused by the other body' : 'taken by the other body');
};

const cancelElsewhere = (world: World): void => {
  const open = world.barramento.tramites.find(({ situacao }) => situacao >= 1 && situacao <= 4);
  if (!open) return;
  world.barramento.move(open.idt, 7);
  for (const one of world.wanted) if (one.protocolo === open.protocolo) one.meddled = true;
  met(world, 'cancelled by somebody');
};

const desk = ({ machines }: World): Machine | undefined => machines.at(-1);

/** Pauses, tries now, changes her mind. */
const whim = (world: World): void => {
  const machine = desk(world);
  const kind = world.random.pick(['pause', 'try-now', 'cancel'] as const);
  const [wanted] = world.wanted;
  if (!machine || !wanted) return;
  met(world, `whim: ${kind}`);
  act(world, machine, wanted, (id, deps) => command(id, { kind }, deps));
};

type Act = (id: string, deps: ReturnType<typeof depsOf>) => Promise<unknown>;

const act = (world: World, machine: Machine, wanted: Wanted, what: Act): void => {
  const id = entryOf(machine, wanted)?.id;
  if (id === undefined) return;
  const window = openWindow(machine);
  world.stage.begin(window, id, async (pause) => {
    await what(id, depsOf(world, window, wanted, pause));
    machine.sender?.lookAt.delete(id);
  });
};

/** The person answers whatever is asked; whether there was anything to do. */
export const answerWhatIsAsked = (world: World): boolean => {
  const machine = desk(world);
  let acted = false;
  for (const wanted of world.wanted) {
    const state = machine && entryOf(machine, wanted)?.state;
    if (!machine || !state || wanted.comesBackAt > world.now) continue;
    const stands =
      state.kind === 'needs-person' || (state.kind === 'paused' && state.until === undefined);
    if (!stands || wanted.mendings >= PATIENCE) continue;
    wanted.mendings++;
    wanted.comesBackAt = world.now + MINUTE_MS;
    acted = true;
    const isOthers = state.kind === 'needs-person' && state.what === 'takeover';
    const event = isOthers
      ? ({ kind: 'taken-over', owner: machine.owner } as const)
      : ({ kind: 'try-now' } as const);
    act(world, machine, wanted, (id, deps) => command(id, event, deps));
  }
  return acted;
};

/** First a copy is taken; later it is put into an empty browser, where the person goes on. */
const copyOrRestore = async (world: World): Promise<void> => {
  const [first, second] = world.machines;
  if (!first || second) return;
  if (!world.backup) {
    world.backup = structuredClone({ entries: first.entries, rows: first.rows });
  } else if (world.random.chance(0.4)) {
    await restoreOlder(world);
  } else {
    await restore(world, first, world.backup);
  }
};

const restore = async (world: World, first: Machine, backup: Disk): Promise<void> => {
  const second = newMachine('second', structuredClone(backup));
  for (const entry of second.entries.values()) {
    if (isFinal(entry)) continue;
    const deps = { store: diskOf(second), clock: { now: () => world.now } };
    await commit(entry, { kind: 'disowned', other: first.owner }, {}, deps);
  }
  goOnAt(world, second);
};

/** A copy that was made before anything was queued: in it the process is open, and the person sends it again. */
export const restoreOlder = async (world: World): Promise<void> => {
  const second = newMachine('second');
  for (const { errand } of world.wanted)
    await putOnQueue(world, second, { ...errand, fromCopy: true });
  met(world, 'the copy is older than the sending');
  goOnAt(world, second);
};

const goOnAt = (world: World, second: Machine): void => {
  const [first] = world.machines;
  world.machines.push(second);
  if (first && world.random.chance(0.7)) {
    first.gone = true;
    for (const { program } of [...world.stage.halted()]) {
      if (program.machine === first) world.stage.drop(program);
    }
    met(world, 'copy restored, the first wiped');
  } else {
    for (const one of world.wanted) one.split = true;
    met(world, 'copy restored, the first not told');
  }
};
