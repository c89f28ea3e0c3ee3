import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { CannotStart, readSettings } from './settings.ts';

const configFile = async (text: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-settings-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'config.json'), text);
  await writeFile(
    join(folder, 'raiz.pem'),
    '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
  );
  return join(folder, 'config.json');
};

it('starts with the sandbox on, the test door shut and the documented ports', async () => {
  const settings = await readSettings({});
  expect(settings).toMatchObject({
    port: 8080,
    passaportePort: 8443,
    penPort: 8444,
    sandbox: true,
    testDoor: false,
    operator: { ambientes: [], allowKeys: false },
  });
  expect(isAbsolute(settings.dataDir)).toBe(true);
});

it('finds the certificates beside the file that names them', async () => {
  const hosts = { recepcao: 'https://court.example', passaporte: 'https://court.example:8443' };
  const testes = { id: 'testes', tipo: 'testes', nome: 'Testes', hosts, ca: ['raiz.pem'] };
  const ESTAFETA_CONFIG = await configFile(JSON.stringify({ ambientes: [testes] }));
  const { operator } = await readSettings({ ESTAFETA_CONFIG });
  expect(operator.ambientes[0]?.ca).toHaveLength(1);
});

it('says in a sentence why it cannot start', async () => {
  const why = async (env: Record<string, string>) => {
    const error = await readSettings(env).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(CannotStart);
    return error.message;
  };
  for (const PORT of ['oitenta', '-1', '65536', '80.5']) {
    expect(await why({ PORT })).toBe('PORT deve ser um número de porta de 0 a 65535.');
  }
  expect(await why({ ESTAFETA_CONFIG: '/nada' })).toBe(
    '/nada (ESTAFETA_CONFIG) não é um arquivo JSON.',
  );
  const path = await configFile('{"ambientes":[{"id":"testes","tipo":"testes","nome":"T"}]}');
  expect(await why({ ESTAFETA_CONFIG: path })).toBe(
    `${path} (ESTAFETA_CONFIG) tem erros:\n  /ambientes/0: falta hosts`,
  );
});
