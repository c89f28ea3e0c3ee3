import { createPrivateKey } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/base/json.ts';
import { toPem } from '../../src/signing/certificate/pem.ts';
import { icpFile } from '../../test/support/icp.ts';
import { openKey } from '../open-key.ts';
import { type ConfigFiles, readOperatorConfig } from './operator-config.ts';
import { hashPassword } from './pen/password.ts';

const certificatePem = async (name: string) => toPem(await icpFile(`certs/${name}.der`));

const keyPem = async (name: string, password?: string): Promise<string> => {
  const der = Buffer.from(await icpFile(`keys/${name}.pk8`));
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const closed = password && { cipher: 'aes-256-cbc', passphrase: password };
  return key.export({ format: 'pem', type: 'pkcs8', ...closed }).toString();
};

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
const LEAF = await certificatePem('ecpf');

const readText = async (path: string) =>
  path === 'raiz.pem' ? `texto\n${PEM}\n${PEM}` : path === 'orgao.pem' ? LEAF : undefined;

const KEYS: Record<string, string> = {
  'orgao.key': await keyPem('ecpf'),
  'fechada.key': await keyPem('ecpf', 'segredo'),
  'outra.key': await keyPem('ecpf4096'),
  'curva.key': await keyPem('ecp256'),
};

const FILES: ConfigFiles = {
  readText,
  openKey: async (path, password, certificate) => openKey(KEYS[path] ?? '', password, certificate),
};

const testes = {
  id: 'testes',
  tipo: 'testes',
  nome: 'TCMGO – testes',
  hosts: { recepcao: 'https://recepcao.example', passaporte: 'https://recepcao.example:8443' },
};
const faults = async (config: Json) => {
  const read = await readOperatorConfig(config, FILES);
  return read.ok ? [] : read.error;
};

it('reads environments with the certificates of the files they name', async () => {
  const read = await readOperatorConfig(
    { ambientes: [{ ...testes, anchors: ['raiz.pem'] }] },
    FILES,
  );
  expect(read).toEqual({
    ok: true,
    value: {
      allowedHosts: [],
      allowKeys: false,
      pkiHosts: [],
      ambientes: [
        {
          id: 'testes',
          tipo: 'testes',
          nome: 'TCMGO – testes',
          recepcao: 'https://recepcao.example',
          passaporte: 'https://recepcao.example:8443',
          anchors: [PEM, PEM],
          ca: [],
        },
      ],
    },
  });
});

it('reads further hosts of authorities and the time stamp authority', async () => {
  const timestampAuthority = 'https://act.example/carimbo';
  const given = {
    pkiHosts: ['lcr.example'],
    ambientes: [{ ...testes, timestampAuthority }],
  };
  expect(await readOperatorConfig(given, FILES)).toMatchObject({
    value: { pkiHosts: ['lcr.example'], ambientes: [{ timestampAuthority }] },
  });
  const broken = { ...testes, timestampAuthority: 'act.example' };
  expect(await faults({ pkiHosts: ['10.0.0.1'], ambientes: [broken] })).toEqual([
    '/pkiHosts/0 deve ser um nome de máquina em minúsculas, sem porta',
    '/ambientes/0/timestampAuthority deve ser um endereço http:// ou https:// com caminho',
  ]);
});

it('tells every fault at once, with its place', async () => {
  const hosts = { recepcao: 'http://recepcao.example', passaporte: 'https://p.example/passaporte' };
  expect(
    await faults({ allowKey: true, ambientes: [{ ...testes, id: 'simulado', hosts }] }),
  ).toEqual([
    '/: allowKey não é uma opção conhecida',
    '/ambientes/0/id deve ter até 32 letras minúsculas, algarismos ou hífens, e não pode ser simulado',
    '/ambientes/0/hosts/recepcao deve ser um endereço https:// em minúsculas, sem caminho nem barra final',
    '/ambientes/0/hosts/passaporte deve ser um endereço https:// em minúsculas, sem caminho nem barra final',
  ]);
  expect(await faults([])).toEqual(['/ deve ser um objeto']);
  expect(await faults({})).toEqual(['/: falta ambientes']);
});

it('refuses environments that occur twice and certificates that are not there', async () => {
  expect(await faults({ ambientes: [testes, { ...testes, ca: ['nada.pem'] }] })).toEqual([
    'testes aparece duas vezes',
    'nada.pem não existe ou não contém certificado PEM',
  ]);
});

const senha = await hashPassword('certa', 1000);
const ana = { usuario: 'ana', nome: 'Ana', senha, papeis: ['enviar'] };
const orgao = {
  id: 'prefeitura',
  nome: 'Prefeitura',
  unidade: { repositorio: 93, numero: '1001', nome: 'Prefeitura' },
  certificado: 'orgao.pem',
  chave: 'orgao.key',
  usuarios: [ana],
};
const withPen = (...orgaos: Json[]) => ({
  ambientes: [{ ...testes, pen: { servicos: 'https://pen.example/rest/v3', orgaos } }],
});

it('reads a body of PEN with its certificate, its key opened with its password, and its people', async () => {
  const closed = { ...orgao, chave: 'fechada.key', senhaDaChave: 'segredo' };
  for (const given of [orgao, closed]) {
    expect(await readOperatorConfig(withPen(given), FILES)).toMatchObject({
      value: {
        ambientes: [
          {
            pen: {
              servicos: 'https://pen.example/rest/v3',
              orgaos: [
                {
                  id: 'prefeitura',
                  unidade: orgao.unidade,
                  certificates: LEAF.trim(),
                  key: KEYS['orgao.key'],
                  users: [ana],
                },
              ],
            },
          },
        ],
      },
    });
  }
});

it('tells of a body which key does not serve, and why', async () => {
  const told = async (change: JsonObject) => faults(withPen({ ...orgao, ...change }));
  expect(await told({ chave: 'nada.key' })).toEqual([
    'nada.key não existe, não é uma chave PEM ou não abre com senhaDaChave',
  ]);
  expect(await told({ chave: 'fechada.key', senhaDaChave: 'outra' })).toEqual([
    'fechada.key não existe, não é uma chave PEM ou não abre com senhaDaChave',
  ]);
  expect(await told({ chave: 'outra.key' })).toEqual([
    'outra.key não é a chave do certificado do órgão',
  ]);
  expect(await told({ chave: 'curva.key' })).toEqual([
    'curva.key não é uma chave RSA, e só com RSA se assinam recibos',
  ]);
  expect(await told({ certificado: 'nada.pem' })).toEqual([
    'nada.pem não existe ou não contém certificado PEM',
  ]);
});

it('refuses bodies, certificates and users that occur twice: a login names no body', async () => {
  expect(await faults(withPen(orgao, orgao))).toEqual([
    'o órgão prefeitura aparece duas vezes',
    'o certificado orgao.pem aparece duas vezes',
    'o usuário ana aparece duas vezes',
  ]);
});

it('refuses a password in clear, unknown roles and addresses that are none', async () => {
  const broken = { ...ana, senha: 'certa', papeis: ['mandar'] };
  const pen = { servicos: 'http://pen.example/', orgaos: [{ ...orgao, usuarios: [broken] }] };
  expect(await faults({ ambientes: [{ ...testes, pen }] })).toEqual([
    '/ambientes/0/pen/servicos deve ser um endereço https:// sem barra final, até /v3',
    '/ambientes/0/pen/orgaos/0/usuarios/0/senha deve ser o que `npx tsx server/hash-password.ts` escreve, não a própria senha',
    '/ambientes/0/pen/orgaos/0/usuarios/0/papeis/0 deve ser enviar, receber ou configurar',
  ]);
});
