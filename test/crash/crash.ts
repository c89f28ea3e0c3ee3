/**
 * Kills a real Chromium (SIGKILL, the whole tree) at every moment of a delivery, from the first field to the confirmed
 * homologation: `npm run crash`, or with `-- --points 10-20`, `--every 5`, `--parallel 4`. Ends with
 * `N points, N ended with one homologated delivery, N lost, N doubled`.
 */
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildApp } from '../support/build.ts';
import { startServer } from '../support/server-process.ts';
import { openOffice } from './office.ts';
import { runErrand, type Verdict } from './run.ts';

const { values } = parseArgs({
  options: {
    points: { type: 'string', default: '1-' },
    every: { type: 'string', default: '1' },
    parallel: { type: 'string', default: String(availableParallelism()) },
  },
});
const [from = 1, to = Number.POSITIVE_INFINITY] = values.points
  .split('-')
  .map((end) => Number(end) || undefined);
const every = Number(values.every);

process.once('SIGINT', () => process.exit(130));
await buildApp();
const began = Date.now();
const offices = await Promise.all(
  Array.from({ length: Number(values.parallel) }, () =>
    openOffice((data) => startServer({ env: { ESTAFETA_DATA: data, ESTAFETA_TEST: '1' } })),
  ),
);

const [first] = offices;
if (!first) throw new Error('no office');
const undisturbed = await runErrand(first, { number: 0, list: true, atOnce: false });
console.log(`undisturbed: ${undisturbed.reached.length} moments ${undisturbed.faults.join('; ')}`);

const points = undisturbed.reached
  .map((point, n) => ({ point, number: n + 1 }))
  .filter(({ number }) => number >= from && number <= to && (number - from) % every === 0);
const verdicts: Verdict[] = [];
const waiting = [...points];

const work = async (office: (typeof offices)[number]): Promise<void> => {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { number, point } = next;
    const verdict = await runErrand(office, {
      ...{ number, point },
      list: number % 2 === 0,
      atOnce: number % 4 < 2,
    });
    verdicts.push(verdict);
    const said = verdict.faults.length === 0 ? 'ok  ' : 'FAIL';
    console.log(`${said} ${number} ${point} ${verdict.faults.join('; ')}`);
  }
};
await Promise.all(offices.map(work));
await Promise.all(offices.map((office) => office.close()));

const count = (fits: (verdict: Verdict) => boolean) => verdicts.filter(fits).length;
const well = count(({ faults }) => faults.length === 0);
const lost = count((verdict) => verdict.lost.length > 0 || verdict.deliveries === 0);
const doubled = count(({ deliveries }) => deliveries > 1);
console.log(`${Math.round((Date.now() - began) / 1000)} s`);
console.log(
  `${verdicts.length} points, ${well} ended with one homologated delivery, ${lost} lost, ${doubled} doubled`,
);
process.exit(well === verdicts.length && undisturbed.faults.length === 0 ? 0 : 1);
