import { expect, it } from 'vitest';
import { icpCertificate, icpChain, icpKeys, icpTrust } from '../../../test/support/icp.ts';
import { type Bytes, concat, utf8 } from '../../base/bytes.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { context, TAG } from '../der/tags.ts';
import { der, integer, octetString, oid, sequence, setOf, tagged } from '../der/writer.ts';
import { examineP7s } from '../examine/examine-p7s.ts';
import { OID } from '../oids.ts';
import { attribute, hashIdentifier } from './signer-info.ts';
import { writeSigningCertificate } from './signing-certificate.ts';
import { sign } from './signing-keys.ts';
import { verifyP7s } from './verify.ts';

// Signatures that hold by arithmetic, of which the attributes say something else than the file.

const NOW = Date.UTC(2030, 0, 1);
const content = utf8('ato');
const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
const keys = await icpKeys('ecpf');
const other = await icpCertificate('ecpf-ps');

const contentType = (type: string = OID.data) => attribute(OID.contentType, oid(type));
const messageDigest = (value: Bytes = digest) => attribute(OID.messageDigest, octetString(value));
const certificateOf = async (certificate: Certificate) =>
  attribute(OID.signingCertificateV2, await writeSigningCertificate(certificate));

/** A P7S whose one signature is made over its attributes, or its content where it has none. */
const p7sOf = async (content: Bytes, attributes?: Bytes): Promise<Bytes> => {
  const { algorithm, value } = await sign(keys, 'SHA-256', attributes ?? content);
  const { issuerName, serialNumber, der: certificate } = keys.certificate;
  const signer = sequence(
    integer(1),
    sequence(issuerName, der(TAG.integer, serialNumber)),
    hashIdentifier('SHA-256'),
    ...(attributes ? [concat(Uint8Array.of(context(0)), attributes.subarray(1))] : []),
    algorithm,
    octetString(value),
  );
  const signedData = sequence(
    integer(1),
    setOf(hashIdentifier('SHA-256')),
    sequence(oid(OID.data), tagged(0, octetString(content))),
    tagged(0, certificate, ...icpChain),
    setOf(signer),
  );
  return sequence(oid(OID.signedData), tagged(0, signedData));
};

const p7sWith = (...attributes: Bytes[]): Promise<Bytes> => p7sOf(content, setOf(...attributes));

const own = await certificateOf(keys.certificate);

it('the attributes that these are crafted from make a signature that holds', async () => {
  const file = await p7sWith(contentType(), messageDigest(), own);
  expect(await verifyP7s(file, icpTrust, NOW)).toMatchObject({ ok: true });
});

it.each([
  ['another content type than the file', [contentType(OID.signedData), messageDigest(), own]],
  ['no content type', [messageDigest(), own]],
  ['no digest', [contentType(), own]],
  ['two digests', [contentType(), messageDigest(), messageDigest(digest.slice(1)), own]],
  ['the same digest twice', [contentType(), messageDigest(), messageDigest(), own]],
  ["another one's certificate", [contentType(), messageDigest(), await certificateOf(other)]],
  ['two signing certificates', [contentType(), messageDigest(), own, await certificateOf(other)]],
])('gate and report refuse a signature with %s', async (_, attributes) => {
  const file = await p7sWith(...attributes);
  expect(await verifyP7s(file, icpTrust, NOW)).toEqual({ ok: false, error: 'attributes-invalid' });
  const { verdict, signatures } = await examineP7s(file, icpTrust, { now: NOW });
  expect(verdict).toBe('invalid');
  expect(signatures[0]?.reasons).toContain('attributes-invalid');
});

it("gate and report refuse another one's signed attributes as a document that is signed without any", async () => {
  const file = await p7sOf(setOf(contentType(), messageDigest(), own));
  expect(await verifyP7s(file, icpTrust, NOW)).toEqual({ ok: false, error: 'attributes-invalid' });
  const { verdict, signatures } = await examineP7s(file, icpTrust, { now: NOW });
  expect(verdict).toBe('invalid');
  expect(signatures[0]?.reasons).toContain('attributes-invalid');
});

it.each([
  ['plain text', content],
  ['a document that begins as attributes do', utf8('1. Ato')],
  ['a set of something else', setOf(sequence(oid(OID.data), setOf(octetString(digest))))],
])('a signature without attributes may be made over %s', async (_, document) => {
  expect(await verifyP7s(await p7sOf(document), icpTrust, NOW)).toMatchObject({ ok: true });
});
