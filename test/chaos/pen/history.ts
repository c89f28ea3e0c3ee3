import '../virtual.ts';
import { makeBarramento } from '../../support/barramento.ts';
import { sendingOf } from '../../support/pen-sending.ts';
import { seeded } from '../random.ts';
import { makeStage } from '../stage.ts';
import type { Breach, Tally } from '../tally.ts';
import { calm, drawWeather } from '../weather.ts';
import { dueAt, putOnQueue, sendWhatIsDue } from './sender.ts';
import { answerWhatIsAsked, receive, restoreOlder, stir } from './troubles.ts';
import { judge } from './verdict.ts';
import { breach, type Machine, newMachine, passTo, type World } from './world.ts';

/** A history that goes on for longer than this has no end. */
const MAX_MOVES = 8_000;
const DAY_MS = 86_400_000;

/** Plays the history of a seed to its end: processes that are sent through PEN. `tell`: hears every move. */
export const playPenHistory = async (
  seed: number,
  tally: Tally,
  tell?: (line: string) => void,
): Promise<Breach[]> => {
  const world = await begin(seed, tally, tell);
  try {
    await play(world);
    await judge(world);
  } catch (error) {
    breach(world, 'rule', error instanceof Error ? String(error.stack) : String(error));
  }
  return world.breaches;
};

const play = async (world: World): Promise<void> => {
  for (; world.moves < MAX_MOVES; world.moves++) {
    if (world.moves === world.weather.calmAfter) world.weather = calm(world.weather);
    sendWhatIsDue(world);
    const able = world.stage
      .halted()
      .filter(({ wakeAt, program }) => wakeAt <= world.now && program.frozenUntil <= world.now);
    const [first, ...rest] = able;
    if (first) {
      const one = world.random.pick([first, ...rest]);
      if (await stir(world, one)) await world.stage.move(one);
    } else if (!answerWhatIsAsked(world)) {
      // The other body does not wait for what is still on its way.
      if (world.random.chance(0.2)) receive(world);
      const next = nextMoment(world);
      if (next !== Number.POSITIVE_INFINITY) passTo(world, next);
      else if (isToBeSentAgain(world)) await restoreOlder(world);
      else return;
    }
  }
  breach(world, 'unresolved', 'it has no end');
};

/** Long after all was sent, an old copy is all that is left. */
const isToBeSentAgain = ({ machines, weather, random }: World): boolean =>
  machines.length === 1 && weather.restore > 0 && random.chance(0.3);

/** When something happens next, if nobody does anything. */
const nextMoment = ({ now, stage, machines, onItsWay, wanted }: World): number => {
  const ends = stage.halted().map(({ wakeAt, program }) => Math.max(wakeAt, program.frozenUntil));
  const looks = machines.flatMap((machine) =>
    machine.gone
      ? []
      : [...machine.entries.values()].map((entry) => {
          const at = dueAt(machine, entry) ?? Number.POSITIVE_INFINITY;
          return Math.max(at, machine.sender?.lookAt.get(entry.id) ?? 0);
        }),
  );
  const arrivals = onItsWay.map(({ arrives }) => arrives);
  const returns = wanted.map(({ comesBackAt }) => comesBackAt);
  return Math.min(...[...ends, ...looks, ...arrivals, ...returns].filter((at) => at > now));
};

const begin = async (
  seed: number,
  tally: Tally,
  tell: ((line: string) => void) | undefined,
): Promise<World> => {
  const random = seeded(seed);
  const machine = newMachine('first', undefined, random.pick([0, 0, 0, DAY_MS, -DAY_MS]));
  const world: World = {
    ...{ now: Date.UTC(2026, 10, 22, 12) + random.below(DAY_MS), moves: 0, random },
    ...{ weather: drawWeather(random), machines: [machine], onItsWay: [], wanted: [] },
    ...{ contents: new Map(), backup: undefined, breaches: [], tally, tell },
    barramento: makeBarramento(() => world.now),
    stage: makeStage((error) =>
      breach(world, 'rule', error instanceof Error ? String(error.stack) : String(error)),
    ),
  };
  tell?.(`seed ${seed}: ${JSON.stringify(world.weather)}`);
  const processes = random.pick([1, 1, 1, 2]);
  for (let n = 1; n <= processes; n++) await queue(world, machine, n);
  return world;
};

const queue = async (world: World, machine: Machine, n: number): Promise<void> => {
  const protocolo = `0000${n}.000001/2026-00`;
  const files = Array.from({ length: world.random.below(4) + 1 }, (_, file) => ({
    nome: `${file}.txt`,
    content: `${protocolo} ${'x'.repeat(world.random.below(40))} ${file}`,
    whole: world.random.chance(0.4),
  }));
  const { metadata, errand } = await sendingOf(files, { protocolo, mostTries: 3 });
  world.contents.set(errand.metadataSha256, new Blob([metadata]));
  for (const [at, { sha256 }] of errand.components.entries()) {
    world.contents.set(sha256, new Blob([files[at]?.content ?? '']));
  }
  await putOnQueue(world, machine, errand);
  world.wanted.push({
    ...{ protocolo, errand, meddled: false, split: false },
    ...{ departures: {}, mendings: 0, comesBackAt: 0 },
  });
};
