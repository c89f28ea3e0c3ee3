import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { MUTANTS } from './mutant-list.ts';
import { tryMutant } from './mutant-trial.ts';

it.each(MUTANTS)('the place of the mutant “$name” stands once in its file', async (mutant) => {
  const path = fileURLToPath(new URL(`../../${mutant.file}`, import.meta.url));
  expect((await readFile(path, 'utf8')).split(mutant.from)).toHaveLength(2);
});

it.each([['POST may be repeated'], ['duty to ask not set'], ['content not compared']])(
  'finds the mutant “%s”',
  { timeout: 240_000 },
  async (name) => {
    const mutant = MUTANTS.find((one) => one.name === name);
    expect((await tryMutant(mutant, 800)).killedBy).toBeDefined();
  },
);
