import { expect, it } from 'vitest';
import type { Json } from '../../src/base/json.ts';
import { readOperatorConfig } from './operator-config.ts';

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
const readText = async (path: string) =>
  path === 'raiz.pem' ? `texto\n${PEM}\n${PEM}` : undefined;

const testes = {
  id: 'testes',
  tipo: 'testes',
  nome: 'TCMGO – testes',
  hosts: { recepcao: 'https://recepcao.example', passaporte: 'https://recepcao.example:8443' },
};
const faults = async (config: Json) => {
  const read = await readOperatorConfig(config, readText);
  return read.ok ? [] : read.error;
};

it('reads environments with the certificates of the files they name', async () => {
  const read = await readOperatorConfig(
    { ambientes: [{ ...testes, anchors: ['raiz.pem'] }] },
    readText,
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
  expect(await readOperatorConfig(given, readText)).toMatchObject({
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
