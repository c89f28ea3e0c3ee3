import { commit } from '../../src/outbox/commit.ts';
import type { Owner } from '../../src/outbox/types.ts';
import { copyOf, type Disk, storeOf } from './disk.ts';
import { KEYS, whim } from './person.ts';
import { crash, freeze, openTab } from './sender.ts';
import type { Halted } from './stage.ts';
import { isFinal, type Machine, met, type Tab, type World, wallClock } from './world.ts';

const MINUTE_MS = 60_000;

/** What happens to the world around a program that is about to go on; whether it still can. */
export const stir = async (world: World, one: Halted<Tab>): Promise<boolean> => {
  const { weather, random } = world;
  if (random.chance(weather.jump)) setClock(world, one.program.machine);
  if (random.chance(weather.tamper)) tamper(world);
  if (weather.rollback > 0) keepBooks(world);
  if (random.chance(weather.rollback)) rollBack(world);
  if (random.chance(weather.whim)) whim(world);
  if (random.chance(weather.swap)) openOtherKey(world, one.program);
  if (random.chance(weather.restore)) await backUpOrRestore(world);
  if (random.chance(weather.freeze * weightOf(one)) && mayFreeze(world, one.program)) {
    met(world, `frozen at ${one.where}`, one.program.name);
    freeze(world, one.program, random.below(15 * MINUTE_MS));
    return false;
  }
  if (random.chance(weather.crash * weightOf(one))) {
    met(world, `crash at ${one.where}`, one.program.name);
    crash(world, one.program, random.chance(0.3));
    return false;
  }
  return world.stage.halted().includes(one);
};

// Browsers freeze a window between tasks; from the look at the time to the request's leaving there is only one.
const mayFreeze = ({ stage }: World, tab: Tab): boolean =>
  !stage.halted().some(({ program, where }) => program === tab && where === 'request:before');

// What has been written and not yet acted on is where the most can go wrong.
const weightOf = ({ where }: Halted<Tab>): number => (where === 'save:after' ? 5 : 1);

const openOtherKey = (world: World, tab: Tab): void => {
  tab.key = world.random.pick(KEYS);
  met(world, 'another key opened');
};

const setClock = (world: World, machine: Machine): void => {
  const { random } = world;
  const span = random.pick([10, 60, 24 * 60, 20 * 24 * 60]) * MINUTE_MS;
  machine.ahead += Math.round((random.next() - 0.5) * 2 * span);
  met(world, 'clock set');
};

const tamper = (world: World): void => {
  const open = world.court.deliveries().filter(({ statusEnvio }) => statusEnvio !== 'HOMOLOGADO');
  const [first, ...rest] = open;
  if (!first) return;
  const { id, serial } = world.random.pick([first, ...rest]);
  world.court.tamper(id);
  meddle(world, serial);
  met(world, 'tampered with', serial);
};

const meddle = (world: World, serial?: string): void => {
  for (const one of world.wanted)
    if (serial === undefined || one.serial === serial) one.meddled = true;
};

/** Old states of the books, one after each deed. */
const keepBooks = (world: World): void => {
  const { books, court } = world;
  if (books.at(-1)?.deeds === court.deeds.length) return;
  books.push({ at: world.now, deeds: court.deeds.length, putBack: court.copy() });
};

const rollBack = (world: World): void => {
  const recent = world.books.filter(({ at }) => at > world.now - 10 * MINUTE_MS);
  const [first, ...rest] = recent;
  if (!first) return;
  world.random.pick([first, ...rest]).putBack();
  meddle(world);
  for (const one of world.wanted) one.undone = true;
  met(world, 'court went back to older books');
};

/** First a copy is taken; later it is put into an empty browser, where the person goes on. */
const backUpOrRestore = async (world: World): Promise<void> => {
  const [first] = world.machines;
  if (!first || world.machines.length > 1) return;
  if (!world.backup) {
    world.backup = copyOf(first.disk);
    met(world, 'copy made');
    return;
  }
  const second = await restore(world, first, world.backup);
  const fate = world.random.pick(['wiped', 'wiped', 'told', 'not told']);
  met(world, `copy restored, the first ${fate}`);
  if (fate === 'wiped') leave(world, first);
  if (fate === 'told') await tell(world, first, second);
  if (fate === 'not told') split(world, () => true);
};

const restore = async (world: World, { owner }: Machine, backup: Disk): Promise<Machine> => {
  const second: Machine = {
    ...{ owner: { id: 'second', name: 'B' }, disk: copyOf(backup), ahead: 0, tabs: [] },
    ...{ sender: undefined, gone: false },
  };
  for (const entry of second.disk.entries.values()) {
    if (!isFinal(entry)) await disown(world, second, entry.id, owner);
  }
  openTab(second);
  world.machines.push(second);
  return second;
};

/** By the outbox's own commit, so that it stands in the log. */
const disown = async (world: World, machine: Machine, id: string, other: Owner): Promise<void> => {
  const entry = machine.disk.entries.get(id);
  const store = storeOf(machine.disk, () => world.now);
  const clock = wallClock(world, machine);
  if (entry) await commit(entry, { kind: 'disowned', other }, {}, { store, clock });
};

const leave = (world: World, machine: Machine): void => {
  machine.gone = true;
  for (const tab of machine.tabs) world.stage.drop(tab);
};

/** What is not being sent there this very moment is disowned; the rest may go on in both. */
const tell = async (world: World, first: Machine, second: Machine): Promise<void> => {
  const busy = new Set(
    world.stage
      .halted()
      .flatMap(({ program, entryId }) => (program.machine === first ? entryId : [])),
  );
  for (const entry of first.disk.entries.values()) {
    if (!isFinal(entry) && !busy.has(entry.id)) await disown(world, first, entry.id, second.owner);
  }
  split(world, (id) => busy.has(id));
};

const split = ({ wanted }: World, isSplit: (entryId: string) => boolean): void => {
  for (const one of wanted) if (isSplit(one.entryId)) one.split = true;
};
