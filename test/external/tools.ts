import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { check, finish } from './checks.ts';

export interface Outcome {
  /** Exit code; -1 where the program could not be started. */
  status: number;
  stdout: string;
  /** Standard output and error. */
  output: string;
}

/** Runs a program to its end. */
export const run = (command: string, ...args: string[]): Outcome => {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status: error ? -1 : (status ?? -1), stdout, output: `${stdout}${stderr}` };
};

/** Runs a program that prepares something; throws with what it said where it fails. */
export const mustRun = (command: string, ...args: string[]): void => {
  const { status, output } = run(command, ...args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${output}`);
};

const PROGRAMS: [command: string, flag: string, debianPackage: string][] = [
  ['openssl', 'version', 'openssl'],
  ['pdfsig', '-v', 'poppler-utils'],
  ['qpdf', '--version', 'qpdf'],
  ['certutil', '-H', 'libnss3-tools'],
  ['javac', '-version', 'default-jdk-headless'],
];

/** Where Debian's packages put BouncyCastle. */
const BOUNCY_CASTLE = ['bcprov', 'bcutil', 'bcpkix'];
const jarOf = (name: string) => `/usr/share/java/${name}.jar`;
export const BOUNCY_CASTLE_CLASSES = BOUNCY_CASTLE.map(jarOf).join(':');

/** A missing tool is a failed check that names its Debian package; then nothing else is run. */
export const requireTools = (): void => {
  const programs = PROGRAMS.filter(([command, flag]) => run(command, flag).status === -1);
  const jars = BOUNCY_CASTLE.filter((name) => !existsSync(jarOf(name)));
  const missing = [
    ...programs.map(([command, , pack]) => [command, pack]),
    ...jars.map((name) => [name, `lib${name}-java`]),
  ];
  for (const [tool, pack] of missing) {
    check(`${tool} is installed`, false, `missing: Debian package ${pack}`);
  }
  if (missing.length > 0) finish();
};
