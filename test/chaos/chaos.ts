/**
 * Plays random histories of troubles against the outbox: `npm run chaos`, or with `-- --runs N --seed S`.
 * `-- --only S` plays one and prints it. Ends with how often what must not happen has happened, and 0 only if never.
 */
import { parseArgs } from 'node:util';
import { playHistory } from './history.ts';
import { type Played, playAll } from './players.ts';
import { lastLine, metLines } from './report.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string' },
    'stop-at-first': { type: 'boolean', default: false },
  },
});

const playOnly = async (seed: number): Promise<Played> => {
  const tally = {};
  const breaches = await playHistory(seed, tally, (line) => console.log(line));
  return { runs: 1, tally, failed: breaches.length > 0 ? [{ seed, breaches }] : [] };
};

const playMany = async (): Promise<Played> => {
  const [runs, seed] = [Number(values.runs), Number(values.seed)];
  console.log(`seed ${seed}`);
  const begun = Date.now();
  const played = await playAll(
    { runs, seed, stopAtFirst: values['stop-at-first'] },
    ({ runs: done, failed }) => {
      const rate = Math.round((done * 1000) / (Date.now() - begun));
      process.stderr.write(`\r${done} of ${runs}, ${failed.length} failed, ${rate} a second `);
    },
  );
  process.stderr.write('\n');
  for (const line of metLines(played)) console.log(line);
  return played;
};

const played = values.only === undefined ? await playMany() : await playOnly(Number(values.only));
for (const { seed, breaches } of played.failed.slice(0, 20)) {
  for (const { kind, says } of breaches) console.log(`${kind}: ${says} (--only ${seed})`);
}
console.log(lastLine(played));
process.exit(played.failed.length === 0 ? 0 : 1);
