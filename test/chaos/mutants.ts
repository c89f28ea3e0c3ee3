/** Checks the checker: `npm run mutants` plays chaos against each mutant, and ends with how many it found. */
import { parseArgs } from 'node:util';
import { MUTANTS } from './mutant-list.ts';
import { type Trial, tryMutant } from './mutant-trial.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5000' },
    only: { type: 'string' },
  },
});
/** What has to be found. */
const SHARE = 0.95;

const line = ({ mutant, killedBy, after }: Trial): string =>
  `| ${mutant?.name ?? 'none (the control)'} | ${mutant?.why ?? ''} | ${killedBy ?? 'survived'} | ${after} |`;

const runs = Number(values.runs);
const control = values.only === undefined ? await tryMutant(undefined, runs) : undefined;
if (control) console.log(line(control));
const trials: Trial[] = [];
for (const mutant of MUTANTS) {
  if (values.only !== undefined && mutant.name !== values.only) continue;
  const trial = await tryMutant(mutant, runs);
  trials.push(trial);
  console.log(line(trial));
}
const killed = trials.filter(({ killedBy }) => killedBy !== undefined).length;
console.log(`${killed} of ${trials.length} mutants killed`);
process.exit(killed >= SHARE * trials.length && control?.killedBy === undefined ? 0 : 1);
