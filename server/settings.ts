import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseJson } from '../src/base/json.ts';
import { type OperatorConfig, readOperatorConfig } from './gateway/operator-config.ts';
import { openKey } from './open-key.ts';

/** What the environment variables say; `docs/gateway.md` describes them for operators. */
export interface Settings {
  port: number;
  passaportePort: number;
  penPort: number;
  dataDir: string;
  sandbox: boolean;
  testDoor: boolean;
  operator: OperatorConfig;
}

/** Why the program cannot start, as a Portuguese sentence for who starts it. */
export class CannotStart extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

const readPort = (env: Environment, name: string, otherwise: number): number => {
  const port = Number(env[name] || otherwise);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new CannotStart(`${name} deve ser um número de porta de 0 a 65535.`);
};

const readText = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch(() => undefined);

const readOperator = async (path: string | undefined): Promise<OperatorConfig> => {
  if (!path) return { allowedHosts: [], allowKeys: false, pkiHosts: [], ambientes: [] };
  const json = parseJson((await readText(path)) ?? '');
  if (json === undefined) throw new CannotStart(`${path} (ESTAFETA_CONFIG) não é um arquivo JSON.`);
  const textOf = (named: string) => readText(resolve(dirname(path), named));
  const read = await readOperatorConfig(json, {
    readText: textOf,
    openKey: async (named, password, certificate) =>
      openKey((await textOf(named)) ?? '', password, certificate),
  });
  if (read.ok) return read.value;
  throw new CannotStart(`${path} (ESTAFETA_CONFIG) tem erros:\n  ${read.error.join('\n  ')}`);
};

/** Reads the settings. Throws `CannotStart`. */
export const readSettings = async (env: Environment): Promise<Settings> => ({
  port: readPort(env, 'PORT', 8080),
  passaportePort: readPort(env, 'PASSAPORTE_PORT', 8443),
  penPort: readPort(env, 'PEN_PORT', 8444),
  dataDir: resolve(env.ESTAFETA_DATA || '.estafeta'),
  sandbox: env.ESTAFETA_SANDBOX !== 'off',
  testDoor: env.ESTAFETA_TEST === '1',
  operator: await readOperator(env.ESTAFETA_CONFIG),
});
