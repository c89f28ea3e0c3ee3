import { drain, recover } from '../../src/outbox/runner.ts';
import type { RecepcaoEntry } from '../../src/protocol/recepcao/types.ts';
import { type Deps, lacksEarlier, portsOf } from './ports.ts';
import { agreedKey, breach, type Machine, met, type Tab, type World } from './world.ts';

/** An entry that did nothing is looked at again after this long, as the app does. */
const LOOK_MS = 2_000;
/** Stands for all entries of a machine. */
const ALL = '*';

let tabs = 0;

export const openTab = (machine: Machine): Tab => {
  const tab: Tab = {
    ...{ name: `${machine.owner.name}${++tabs}`, machine, token: undefined, key: undefined },
    ...{ heard: undefined, frozenUntil: 0, lookAt: new Map() },
    askedToWait: new Map(),
  };
  machine.tabs.push(tab);
  return tab;
};

/** On each machine the tab that holds the lock moves whatever is due, several entries at a time. */
export const sendWhatIsDue = (world: World): void => {
  for (const machine of world.machines) {
    if (machine.gone) continue;
    const sender = machine.sender ?? becomeSender(world, machine);
    if (sender.frozenUntil > world.now || isBusy(world, sender, ALL)) continue;
    for (const entry of machine.disk.entries.values()) {
      if (!isBusy(world, sender, entry.id) && isDue(world, sender, entry))
        drainOne(world, sender, entry.id);
    }
  }
};

const becomeSender = (world: World, machine: Machine): Tab => {
  const tab = machine.tabs.find(({ frozenUntil }) => frozenUntil <= world.now) ?? openTab(machine);
  machine.sender = tab;
  world.stage.begin(tab, ALL, async (pause) => {
    for (const { id } of machine.disk.entries.values()) {
      const ports = portsOf(world, tab, id, pause);
      while (!(await recoverOne(id, ports))) await ports.wait(LOOK_MS, ports.signal);
    }
  });
  return tab;
};

// Where there is no room for the row, it is tried again: nobody else would ever wake what is left running.
const recoverOne = async (id: string, ports: Deps): Promise<boolean> => {
  const entry = await ports.store.load(id);
  return !entry || (await recover(entry, ports)).ok;
};

const isBusy = ({ stage }: World, tab: Tab, entryId: string): boolean =>
  stage.halted().some((one) => one.program === tab && one.entryId === entryId);

const drainOne = (world: World, tab: Tab, id: string): void =>
  world.stage.begin(tab, id, async (pause) => {
    const ports = portsOf(world, tab, id, pause);
    await recoverOne(id, ports);
    await drain(id, ports);
    checkNotLeft(world, tab, id);
    tab.lookAt.set(id, world.now + LOOK_MS);
  });

/** Who leaves a step with its answer in hand, while nobody else is at it, drops the answer. */
const checkNotLeft = (world: World, { machine }: Tab, id: string): void => {
  const isAtIt = world.stage.halted().some(({ entryId }) => entryId === id);
  if (!isAtIt && machine.disk.entries.get(id)?.state.kind === 'running') {
    breach(world, 'rule', `${id} was left in the middle of a step`);
  }
};

const isDue = (world: World, { machine, lookAt }: Tab, entry: RecepcaoEntry): boolean => {
  const at = dueAt(machine, entry);
  return at !== undefined && Math.max(at, lookAt.get(entry.id) ?? 0) <= world.now;
};

/** When the sender may do something with an entry (ms of the world); `undefined` where only the person can. */
const dueAt = ({ ahead }: Machine, { state }: RecepcaoEntry): number | undefined => {
  // Found running while nothing of it is under way here: a window taken for dead left it so.
  if (state.kind === 'ready' || state.kind === 'running') return 0;
  if (state.kind === 'waiting') return state.need === 'consent' ? undefined : 0;
  if (state.kind !== 'uncertain' && state.kind !== 'paused') return undefined;
  return state.until === undefined ? undefined : state.until - ahead;
};

/** When something is next to be looked at on a machine (ms of the world). */
export const nextLook = ({ now }: World, machine: Machine): number => {
  const { sender, disk } = machine;
  const times = [...disk.entries.values()].flatMap((entry) => {
    const at = waitsForOthers(machine, entry) ? undefined : dueAt(machine, entry);
    return at === undefined ? [] : Math.max(at, sender?.lookAt.get(entry.id) ?? 0);
  });
  return Math.min(...times.filter((at) => at > now));
};

// A person who opens a key, or an earlier entry that gets on: time alone brings neither.
const waitsForOthers = (machine: Machine, entry: RecepcaoEntry): boolean => {
  if (entry.state.kind !== 'waiting') return false;
  if (entry.state.need === 'earlier') return lacksEarlier(machine, entry);
  return entry.state.need === 'unlock' && agreedKey(entry) !== machine.sender?.key;
};

/** The window ends right here, or the whole browser. */
export const crash = (world: World, tab: Tab, whole: boolean): void => {
  const { machine } = tab;
  for (const one of whole ? machine.tabs : [tab]) {
    world.stage.drop(one);
    if (machine.sender === one) machine.sender = undefined;
    machine.tabs = machine.tabs.filter((other) => other !== one);
  }
};

/** The browser stops the window for a while; another one takes it for dead and sends in its place. */
export const freeze = (world: World, tab: Tab, forMs: number): void => {
  tab.frozenUntil = world.now + forMs;
  if (tab.machine.sender === tab) {
    tab.machine.sender = undefined;
    met(world, 'sender taken for dead');
  }
};
