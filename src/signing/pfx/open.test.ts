import { expect, it } from 'vitest';
import { icpFile } from '../../../test/support/icp.ts';
import { clearPfx } from '../../../test/support/pfx.ts';
import { sameBytes, toHex, utf8 } from '../../base/bytes.ts';
import { validityAt } from '../certificate/certificate.ts';
import { openPfx } from './open.ts';

const openFile = async (path: string, password = 'senha123') =>
  openPfx(await icpFile(path), password);

const open = (name: string, password?: string) => openFile(`pfx/${name}.pfx`, password);

/** What is asked of an opened file, with the one identity it holds. */
const only = (opened: Awaited<ReturnType<typeof openPfx>>) => {
  if (!opened.ok) return opened;
  const [identity, ...others] = opened.value.identities;
  expect(others).toEqual([]);
  return { ok: true as const, value: { ...identity, integrity: opened.value.integrity } };
};

const JOAO = { holder: { name: 'JOÃO DA CONCEIÇÃO', cpf: '12345678909' } };

it.each([
  'modern',
  'legacy-rc2',
  'legacy-3des',
  'legacy-rc2-128',
  'legacy-2des',
  'legacy-iter1',
  'certs-clear',
  'all-clear',
  'aes128',
  'aes192-mac512',
  'aes256-mac1',
  'pbes2-3des',
  'iter600k',
  'java',
  'java-legacy',
  'java-prf-sha1',
  'java-prf-sha224',
  'java-prf-sha384',
  'java-prf-sha512',
  'bouncycastle',
])('opens %s.pfx and finds the person by her key', async (name) => {
  const opened = only(await open(name));
  expect(opened).toMatchObject({ ok: true, value: { certificate: JOAO, integrity: 'verified' } });
  const key = await icpFile('keys/ecpf.pk8');
  expect(opened.ok && sameBytes(opened.value.pkcs8, key)).toBe(true);
});

it.each([
  ['ecp256', 'JOAO CURVA'],
  ['ecp256-legacy', 'JOAO CURVA'],
  ['ecpf4096', 'JOAO QUATRO MIL'],
  ['ecpf-ps', 'MARIA DE SOUZA'],
  ['res211', 'EVANDRO DE TESTE'],
  ['ecnpj', 'EMPRESA EXEMPLO LTDA'],
  ['revoked', 'JOAO REVOGADO'],
  ['fake', 'IMPOSTOR'],
  ['badku', 'exemplo.invalid'],
])('opens %s.pfx of %s', async (name, holder) => {
  const opened = only(await open(name));
  expect(opened).toMatchObject({ ok: true, value: { certificate: { holder: { name: holder } } } });
});

it.each([
  ['utf8', 'çãoÉ-senha'],
  ['utf8-legacy', 'çãoÉ-senha'],
  ['empty-pass', ''],
  ['empty-pass-legacy', ''],
  ['empty-pass-unterminated', ''],
])('opens %s.pfx with the password "%s"', async (name, password) => {
  expect(only(await open(name, password))).toMatchObject({
    ok: true,
    value: { certificate: JOAO },
  });
});

it('opens a file without MAC and says so', async () => {
  expect(await open('nomac')).toMatchObject({ ok: true, value: { integrity: 'absent' } });
});

it('finds every key of a file with the certificate that belongs to it', async () => {
  const keys = [await icpFile('keys/ecp256.pk8'), await icpFile('keys/ecpf-ps.pk8')];
  const certificates = ['ecpf-ps', 'ecpf', 'ac2', 'ecp256'].map((name) => `certs/${name}.der`);
  const file = clearPfx(keys, await Promise.all(certificates.map(icpFile)));
  const opened = await openPfx(file, '');
  const names =
    opened.ok && opened.value.identities.map(({ certificate }) => certificate.holder.name);
  expect(names).toEqual(['JOAO CURVA', 'MARIA DE SOUZA']);
});

it('gives the chain from the issuer upwards, without the root', async () => {
  const opened = only(await open('legacy-rc2'));
  const expected = [await icpFile('certs/ac2.der'), await icpFile('certs/ac1.der')];
  expect(opened.ok && opened.value.chain.map(toHex)).toEqual(expected.map(toHex));
});

it.each([
  ['modern', 'senha124', 'wrong-password'],
  ['legacy-rc2', 'senha124', 'wrong-password'],
  ['legacy-rc2', '', 'wrong-password'],
  ['empty-pass', 'senha123', 'wrong-password'],
  ['nomac', 'senha124', 'wrong-password'],
  ['all-clear', 'senha124', 'wrong-password'],
  ['truncated', 'senha123', 'truncated'],
  ['garbage', 'senha123', 'not-a-pfx'],
  ['nokey', 'senha123', 'no-key'],
  ['legacy-rc4', 'senha123', 'unsupported-algorithm'],
])('tells what is wrong with %s.pfx and the password "%s": %s', async (name, password, fault) => {
  expect(await open(name, password)).toEqual({ ok: false, error: fault });
});

it.each([
  ['certs/ecpf.der', 'is-certificate'],
  ['cms/detached.p7s', 'is-signed-data'],
  ['content.txt', 'not-a-pfx'],
])('says what %s is, which was chosen in place of a PFX: %s', async (path, fault) => {
  expect(await openFile(path)).toEqual({ ok: false, error: fault });
});

it.each([
  ['-----BEGIN CERTIFICATE-----\n', 'is-certificate'],
  ['-----BEGIN CERTIFICATE-----\n-----BEGIN ENCRYPTED PRIVATE KEY-----', 'is-pem-key'],
  ['-----BEGIN RSA PRIVATE KEY-----', 'is-pem-key'],
  ['-----BEGIN PKCS7-----', 'is-signed-data'],
  ['%PDF-1.7', 'is-pdf'],
])('knows the text %j by its label: %s', async (text, fault) => {
  expect(await openPfx(utf8(text), '')).toEqual({ ok: false, error: fault });
});

it.each(['modern', 'bouncycastle'])('calls %s.pfx truncated wherever it is cut', async (name) => {
  const file = await icpFile(`pfx/${name}.pfx`);
  for (const size of [20, 100, file.length >> 1, file.length - 1]) {
    expect(await openPfx(file.slice(0, size), 'senha123')).toMatchObject({ error: 'truncated' });
  }
});

it('refuses a key derivation that would keep the machine busy for minutes', async () => {
  const file = await icpFile('pfx/iter600k.pfx');
  // The MAC's INTEGER 600000 stands at the end of the file.
  expect(toHex(file.subarray(-5))).toBe('02030927c0');
  file.set([0x7f, 0xff, 0xff], file.length - 3);
  expect(await openPfx(file, 'senha123')).toEqual({ ok: false, error: 'too-many-rounds' });
});

it('opens expired and future certificates, whose time is told apart', async () => {
  const stateOf = async (name: string) => {
    const opened = only(await open(name));
    return opened.ok && validityAt(opened.value.certificate, Date.UTC(2030, 0, 1));
  };
  expect(await stateOf('expired')).toBe('expired');
  expect(await stateOf('future')).toBe('not-yet-valid');
  expect(await stateOf('modern')).toBe('valid');
});

it('survives any single damaged octet', async () => {
  const file = await icpFile('pfx/legacy-iter1.pfx');
  for (let at = 0; at < file.length; at += 13) {
    const damaged = file.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    expect(await openPfx(damaged, 'senha123')).toHaveProperty('ok');
  }
});
