import './virtual.ts';
import { makeCourt } from './court.ts';
import { emptyDisk } from './disk.ts';
import { putOnQueue } from './errands.ts';
import { answerWhatIsAsked, nextReturn } from './person.ts';
import { isGoodAt } from './ports.ts';
import { seeded } from './random.ts';
import { nextLook, openTab, sendWhatIsDue } from './sender.ts';
import { makeStage } from './stage.ts';
import type { Breach, Tally } from './tally.ts';
import { stir } from './troubles.ts';
import { judge } from './verdict.ts';
import { calm, drawWeather } from './weather.ts';
import { checkWords, countWords } from './words.ts';
import { breach, type Machine, passTo, type Tab, type World } from './world.ts';

/** A history that goes on for longer than this has no end. */
const MAX_MOVES = 6_000;
const HOUR_MS = 3_600_000;

/** Plays the history of a seed to its end. `tell`: hears every move. */
export const playHistory = async (
  seed: number,
  tally: Tally,
  tell?: (line: string) => void,
): Promise<Breach[]> => {
  const world = await begin(seed, tally, tell);
  try {
    await play(world);
    countWords(world);
    judge(world);
  } catch (error) {
    breach(world, 'rule', error instanceof Error ? String(error.stack) : String(error));
  }
  return world.breaches;
};

const play = async (world: World): Promise<void> => {
  for (; world.moves < MAX_MOVES; world.moves++) {
    if (world.moves === world.weather.calmAfter) world.weather = calm(world.weather);
    sendWhatIsDue(world);
    const able = world.stage.halted().filter(isAble(world));
    const [first, ...rest] = able;
    if (first) {
      const one = world.random.pick([first, ...rest]);
      if (await stir(world, one)) await world.stage.move(one);
      checkWords(world);
    } else if (!answerWhatIsAsked(world)) {
      const next = nextMoment(world);
      if (next === Number.POSITIVE_INFINITY) return;
      passTo(world, next);
      checkWords(world);
    }
  }
  breach(world, 'unresolved', 'it has no end');
};

const isAble =
  ({ now }: World) =>
  ({ wakeAt, program }: { wakeAt: number; program: Tab }) =>
    wakeAt <= now && program.frozenUntil <= now;

/** When something happens next, if nobody does anything. */
const nextMoment = (world: World): number => {
  const { now, stage, machines, onItsWay } = world;
  const ends = stage.halted().map(({ wakeAt, program }) => Math.max(wakeAt, program.frozenUntil));
  const looks = machines.flatMap((machine) => (machine.gone ? [] : nextLook(world, machine)));
  const arrivals = onItsWay.map(({ arrives }) => arrives);
  return Math.min(...[...ends, ...looks, ...arrivals, nextReturn(world)].filter((at) => at > now));
};

const begin = async (
  seed: number,
  tally: Tally,
  tell: ((line: string) => void) | undefined,
): Promise<World> => {
  const random = seeded(seed);
  const listed = random.chance(0.5);
  const machine: Machine = {
    ...{ owner: { id: 'first', name: 'A' }, disk: emptyDisk(), ahead: 0, tabs: [] },
    ...{ sender: undefined, gone: false },
  };
  const world: World = {
    ...{ now: Date.UTC(2026, 10, 22, 12) + random.below(24 * HOUR_MS), moves: 0, random, listed },
    ...{ weather: drawWeather(random), machines: [machine], onItsWay: [], wanted: [], books: [] },
    ...{ backup: undefined, departures: {}, failures: {}, breaches: [], tally, tell },
    court: makeCourt(listed, (token) => isGoodAt(token, world.now)),
    stage: makeStage((error) =>
      breach(world, 'rule', error instanceof Error ? String(error.stack) : String(error)),
    ),
  };
  openTab(machine);
  tell?.(`seed ${seed}: list ${listed}, ${JSON.stringify(world.weather)}`);
  const entries = 1 + random.pick([0, 0, 0, 1, 1, 2]);
  for (let n = 1; n <= entries; n++) await putOnQueue(world, machine, `n${n}`);
  // An id that is given again after an older state could stand for another earlier delivery.
  if (world.wanted.some(({ after }) => after)) world.weather.rollback = 0;
  return world;
};
