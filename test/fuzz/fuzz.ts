/**
 * Feeds damaged and made-up files to everything that reads what strangers wrote: `npm run fuzz`, or with
 * `-- --runs N --seed S`. Ends with `N inputs, N hangs, N foreign exceptions, N over memory`.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inputOf } from './input.ts';
import { type Finding, readInputs } from './readers.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
console.log(`seed ${seed}`);

const counts: Record<Finding['what'], number> = {
  hang: 0,
  'foreign exception': 0,
  'over memory': 0,
};
let folder: string | undefined;

const report = ({ input, what, said }: Finding): void => {
  counts[what]++;
  const { target, bytes } = inputOf(seed, input);
  folder ??= mkdtempSync(join(tmpdir(), 'estafeta-fuzz-'));
  const path = join(folder, `${target.name.replaceAll(' ', '-')}-${seed}-${input}`);
  writeFileSync(path, bytes);
  console.log(`${what}: ${target.name}, seed ${seed}, input ${input}, kept as ${path}\n${said}`);
};

await readInputs(seed, runs, report);
const { hang, 'foreign exception': foreign, 'over memory': overMemory } = counts;
console.log(
  `${runs} inputs, ${hang} hangs, ${foreign} foreign exceptions, ${overMemory} over memory`,
);
process.exit(hang + foreign + overMemory === 0 ? 0 : 1);
