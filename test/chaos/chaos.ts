/**
 * Plays random histories of troubles against the outbox, of deliveries to the court and of processes through PEN:
 * `npm run chaos`, or with `-- --runs N --seed S --world pen`. `-- --world W --only S` plays one and prints it. Ends with how often what must not happen has happened, and 0 only if never.
 */
import { parseArgs } from 'node:util';
import { playHistory } from './history.ts';
import { playPenHistory } from './pen/history.ts';
import { type Played, playAll, WORLDS } from './players.ts';
import { lastLine, metLines } from './report.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string' },
    world: { type: 'string' },
    'stop-at-first': { type: 'boolean', default: false },
  },
});

type World = (typeof WORLDS)[number];

const playOnly = async (world: World, seed: number): Promise<Played> => {
  const tally = {};
  const play = world === 'pen' ? playPenHistory : playHistory;
  const breaches = await play(seed, tally, (line) => console.log(line));
  return { runs: 1, tally, failed: breaches.length > 0 ? [{ seed, breaches }] : [] };
};

/** A process takes as long to play as some deliveries. */
const runsOf = (world: World): number =>
  Math.ceil(Number(values.runs) / (world === 'pen' && values.world === undefined ? 10 : 1));

const playMany = async (world: World): Promise<Played> => {
  const [runs, seed] = [runsOf(world), Number(values.seed)];
  console.log(`${world}, seed ${seed}`);
  const begun = Date.now();
  const played = await playAll(
    { world, runs, seed, stopAtFirst: values['stop-at-first'] },
    ({ runs: done, failed }) => {
      const rate = Math.round((done * 1000) / (Date.now() - begun));
      process.stderr.write(`\r${done} of ${runs}, ${failed.length} failed, ${rate} a second `);
    },
  );
  process.stderr.write('\n');
  for (const line of metLines(played)) console.log(line);
  return played;
};

let failed = 0;
for (const world of WORLDS.filter((one) => (values.world ?? one) === one)) {
  const played =
    values.only === undefined ? await playMany(world) : await playOnly(world, Number(values.only));
  for (const { seed, breaches } of played.failed.slice(0, 20)) {
    for (const { kind, says } of breaches) console.log(`${kind}: ${says} (--only ${seed})`);
  }
  console.log(lastLine(played));
  failed += played.failed.length;
}
process.exit(failed === 0 ? 0 : 1);
