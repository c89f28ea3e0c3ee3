import { expect, it } from 'vitest';
import { icpCertificate, icpChain, icpFile, icpKeys, icpTrust } from '../../../test/support/icp.ts';
import { type Bytes, sameBytes, toHex, utf8 } from '../../base/bytes.ts';
import { readHash } from '../algorithm.ts';
import * as reader from '../der/reader.ts';
import {
  der,
  derSorted,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  tagged,
} from '../der/writer.ts';
import { OID } from '../oids.ts';
import { policyOf, readPolicyIdentifier } from './policy.ts';
import { signAttached, signDetached, signDetachedForPdf } from './sign.ts';
import { readSignedData } from './signed-data.ts';
import type { SigningOptions } from './signer-info.ts';
import { writeSigningCertificate } from './signing-certificate.ts';
import { makeSigningKeys, type SigningHash, sign } from './signing-keys.ts';
import { verifyP7s, verifySignedData } from './verify.ts';

const NOW = Date.UTC(2030, 4, 6, 7, 8, 9);
const OPTIONS = { now: NOW, level: 'AD-RB' } as const;
const text = utf8('conteúdo assinado');

const p7sOf = async (content: Bytes, name = 'ecpf'): Promise<Bytes> => {
  const blob = await signAttached(new Blob([content]), await icpKeys(name), icpChain, OPTIONS);
  return new Uint8Array(await blob.arrayBuffer());
};

it.each(['ecpf', 'ecpf4096', 'ecp256'])('envelops and signs a content with %s', async (name) => {
  const file = await p7sOf(text, name);
  expect(await verifyP7s(file, icpTrust, 0)).toMatchObject({
    ok: true,
    value: { content: text, signers: [{ signingTime: NOW }] },
  });
});

it.each([0, 1, 127, 128, 255, 256, 65_535, 65_536, 1_000_000])(
  'writes right lengths around %i bytes',
  async (size) => {
    const content = new Uint8Array(size).fill(65);
    const outcome = await verifyP7s(await p7sOf(content), icpTrust, 0);
    expect(outcome.ok && sameBytes(outcome.value.content, content)).toBe(true);
  },
);

it('writes the signed attributes in the order of DER', async () => {
  const signedData = readSignedData(await p7sOf(text));
  const encoded = signedData?.signers[0]?.attributes?.encoded ?? text;
  const attributes = reader.childrenOf(reader.readDer(encoded)).map(reader.encodedOf);
  expect(attributes).toHaveLength(5);
  expect(attributes.map(toHex)).toEqual(derSorted(attributes).map(toHex));
});

it('carries the leaf and the chain once', async () => {
  const keys = await icpKeys('ecpf');
  const blob = await signAttached(
    new Blob([text]),
    keys,
    [keys.certificate.der, ...icpChain],
    OPTIONS,
  );
  const signedData = readSignedData(new Uint8Array(await blob.arrayBuffer()));
  expect(signedData?.certificates).toHaveLength(3);
});

it.each([
  ['ecpf', 'SHA-256'],
  ['ecp256', 'SHA-256'],
  ['ecpf4096', 'SHA-512'],
])('the hash follows the key, unless another is chosen: %s, %s', async (name, usual) => {
  const hashOf = async (hash?: SigningHash) => {
    const options = { ...OPTIONS, ...(hash && { hash }) };
    const blob = await signAttached(new Blob([text]), await icpKeys(name), icpChain, options);
    const file = new Uint8Array(await blob.arrayBuffer());
    expect(await verifyP7s(file, icpTrust, 0)).toMatchObject({ ok: true });
    const [signer] = readSignedData(file)?.signers ?? [];
    return signer && readHash(signer.digestAlgorithm);
  };
  expect(await hashOf()).toEqual({ ok: true, value: usual });
  expect(await hashOf('SHA-256')).toEqual({ ok: true, value: 'SHA-256' });
  expect(await hashOf('SHA-512')).toEqual({ ok: true, value: 'SHA-512' });
});

/** The policy that the first signer of a CMS names. */
const policyIn = (cms: Bytes): string | undefined => {
  const attributes = readSignedData(cms)?.signers[0]?.attributes;
  const value = attributes?.valuesByType.get(OID.signaturePolicy)?.[0]?.[0];
  return value && readPolicyIdentifier(value)?.oid;
};

it('names the policy of its form at level AD-RB, and none at BES', async () => {
  const keys = await icpKeys('ecpf');
  const p7s = async (options: SigningOptions) =>
    policyIn(await signDetached(new Blob([text]), keys, icpChain, options));
  const pdf = async (options: SigningOptions) =>
    policyIn(await signDetachedForPdf(text, keys, icpChain, options));
  expect(policyOf((await p7s(OPTIONS)) ?? '')?.name).toBe('PA_AD_RB_v2_4');
  expect(policyOf((await pdf(OPTIONS)) ?? '')?.name).toBe('PA_PAdES_AD_RB_v1_3');
  for (const make of [p7s, pdf]) expect(await make({ ...OPTIONS, level: 'BES' })).toBeUndefined();
});

it('signs without a policy where none covers the day', async () => {
  const late = { ...OPTIONS, now: Date.UTC(2040, 0, 1) };
  const cms = await signDetached(new Blob([text]), await icpKeys('ecpf'), icpChain, late);
  expect(policyIn(cms)).toBeUndefined();
  expect(await verifySignedData(cms, icpTrust, { content: text, now: 0 })).toMatchObject({
    ok: true,
  });
});

it('signs without enveloping, with signing-time', async () => {
  const cms = await signDetached(new Blob([text]), await icpKeys('ecpf'), icpChain, OPTIONS);
  expect(await verifyP7s(cms, icpTrust, NOW)).toEqual({ ok: false, error: 'detached' });
  const outcome = await verifySignedData(cms, icpTrust, { content: text, now: 0 });
  expect(outcome).toMatchObject({ ok: true, value: { signers: [{ signingTime: NOW }] } });
});

it('signs a PDF without enveloping it and without signing-time', async () => {
  const cms = await signDetachedForPdf(text, await icpKeys('ecpf'), icpChain, OPTIONS);
  expect(await verifyP7s(cms, icpTrust, NOW)).toEqual({ ok: false, error: 'detached' });
  const outcome = await verifySignedData(cms, icpTrust, { content: text, now: NOW });
  expect(outcome.ok && outcome.value.signers[0]).not.toHaveProperty('signingTime');
});

it("refuses to sign with another certificate's key", async () => {
  const keys = await makeSigningKeys(
    await icpFile('keys/ecpf.pk8'),
    await icpCertificate('ecpf-ps'),
  );
  await expect(signAttached(new Blob([text]), keys, [], OPTIONS)).rejects.toThrow('own signature');
});

it('does not give out a P7S around a content that changed since it was hashed', async () => {
  class ChangedBlob extends Blob {
    override async arrayBuffer(): Promise<ArrayBuffer> {
      return utf8('B'.repeat(20)).buffer;
    }
  }
  const content = new ChangedBlob(['A'.repeat(20)]);
  await expect(signAttached(content, await icpKeys('ecpf'), icpChain, OPTIONS)).rejects.toThrow(
    'another content',
  );
});

/** A P7S whose signature holds, with whatever attributes a forger or a faulty program would write. */
const crafted = async (attributes: Bytes[], contentType = OID.data): Promise<Bytes> => {
  const keys = await icpKeys('ecpf');
  const { certificate } = keys;
  const signature = await sign(keys, 'SHA-256', setOf(...attributes));
  const sha256 = sequence(oid(OID.sha256));
  const signerInfo = sequence(
    integer(1),
    sequence(certificate.issuerName, der(2, certificate.serialNumber)),
    sha256,
    tagged(0, ...derSorted(attributes)),
    signature.algorithm,
    octetString(signature.value),
  );
  const signedData = sequence(
    integer(1),
    setOf(sha256),
    sequence(oid(contentType), tagged(0, octetString(text))),
    tagged(0, certificate.der, ...icpChain),
    setOf(signerInfo),
  );
  return sequence(oid(OID.signedData), tagged(0, signedData));
};

const attribute = (type: string, ...values: Bytes[]): Bytes =>
  sequence(oid(type), setOf(...values));
const digestOf = async (bytes: Bytes): Promise<Bytes> =>
  octetString(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

const contentType = attribute(OID.contentType, oid(OID.data));
const messageDigest = attribute(OID.messageDigest, await digestOf(text));
const otherDigest = attribute(OID.messageDigest, await digestOf(utf8('outro')));
const essOf = async (name: string): Promise<Bytes> =>
  attribute(OID.signingCertificateV2, await writeSigningCertificate(await icpCertificate(name)));

it('accepts crafted attributes that agree with the file', async () => {
  const file = await crafted([contentType, messageDigest, await essOf('ecpf')]);
  expect(await verifyP7s(file, icpTrust, NOW)).toMatchObject({ ok: true });
});

it.each([
  ['no content-type', [messageDigest]],
  ['no message-digest', [contentType]],
  ['two message-digests', [contentType, messageDigest, otherDigest]],
  ['the same message-digest twice', [contentType, messageDigest, messageDigest]],
  [
    'a message-digest of two values',
    [contentType, attribute(OID.messageDigest, await digestOf(text), await digestOf(utf8('x')))],
  ],
  [
    'a content-type that is not that of the content',
    [attribute(OID.contentType, oid(OID.encryptedData)), messageDigest],
  ],
  [
    'a signing certificate that is not the signer',
    [contentType, messageDigest, await essOf('ecpf-ps')],
  ],
])('refuses %s, though the signature holds', async (_, attributes) => {
  const file = await crafted(attributes);
  expect(await verifyP7s(file, icpTrust, NOW)).toEqual({ ok: false, error: 'attributes-invalid' });
});

it('refuses a signing certificate whose hash is of another, though issuer and serial agree', async () => {
  const signer = await icpCertificate('ecpf');
  const other = await icpCertificate('ecpf-ps');
  const ess = attribute(
    OID.signingCertificateV2,
    await writeSigningCertificate({ ...signer, der: other.der }),
  );
  const file = await crafted([contentType, messageDigest, ess]);
  expect(await verifyP7s(file, icpTrust, NOW)).toEqual({ ok: false, error: 'attributes-invalid' });
});

it('refuses a digest of another content, though the signature holds', async () => {
  const file = await crafted([contentType, otherDigest]);
  expect(await verifyP7s(file, icpTrust, NOW)).toEqual({ ok: false, error: 'digest-mismatch' });
});
