import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutant-list.ts';

/** What chaos found of one mutant; `killedBy`: the first breach, absent where it found nothing. */
export interface Trial {
  mutant: Mutant | undefined;
  killedBy: string | undefined;
  /** Histories until then. */
  after: number;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SEED = '1';

/** Plays chaos in a copy of the sources with the mutant in it; without one, in a copy as it is. */
export const tryMutant = async (mutant: Mutant | undefined, runs: number): Promise<Trial> => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-mutant-'));
  try {
    for (const part of ['src', 'test/chaos', 'test/support', 'package.json', 'tsconfig.json']) {
      await cp(join(ROOT, part), join(folder, part), { recursive: true });
    }
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    if (mutant) await mutate(folder, mutant);
    return trialOf(mutant, await playIn(folder, runs, mutant?.world ?? 'recepcao'));
  } finally {
    await rm(folder, { recursive: true });
  }
};

const mutate = async (folder: string, { name, file, from, to }: Mutant): Promise<void> => {
  const path = join(folder, file);
  const parts = (await readFile(path, 'utf8')).split(from);
  if (parts.length !== 2) throw new Error(`${name}: found ${parts.length - 1} times in ${file}`);
  await writeFile(path, parts.join(to));
};

const playIn = (folder: string, runs: number, world: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = ['--world', world, '--runs', String(runs), '--seed', SEED, '--stop-at-first'];
    const child = spawn('npx', ['tsx', 'test/chaos/chaos.ts', ...options], { cwd: folder });
    let said = '';
    let wrong = '';
    child.stdout.on('data', (data) => {
      said += data;
    });
    child.stderr.on('data', (data) => {
      wrong += data;
    });
    child.on('error', reject);
    child.on('close', () => (LAST.test(said) ? resolve(said) : reject(new Error(wrong))));
  });

/** A program that does not even start has found nothing. */
const LAST = /^(\d+) runs, .*$/m;
const BREACH = /^([a-z-]+): (.*) \(--only \d+\)$/m;

const trialOf = (mutant: Mutant | undefined, said: string): Trial => {
  const [, kind, says = ''] = BREACH.exec(said) ?? [];
  return {
    mutant,
    killedBy: kind && `${kind}: ${says.replace(/\bn\d\b/g, 'n').slice(0, 70)}`,
    after: Number(LAST.exec(said)?.[1]),
  };
};
