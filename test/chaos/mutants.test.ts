import { expect, it } from 'vitest';
import { MUTANTS } from './mutant-list.ts';
import { tryMutant } from './mutant-trial.ts';

it.each([['POST may be repeated'], ['duty to ask not set'], ['content not compared']])(
  'finds the mutant “%s”',
  { timeout: 240_000 },
  async (name) => {
    const mutant = MUTANTS.find((one) => one.name === name);
    expect((await tryMutant(mutant, 800)).killedBy).toBeDefined();
  },
);
