import { expect, it } from 'vitest';
import { icpCertificate, icpChain, icpFile, icpKeys, icpTrust } from '../../../test/support/icp.ts';
import { type Bytes, bytesOf, toHex } from '../../base/bytes.ts';
import { OID } from '../oids.ts';
import { checkSigner, signedContent } from './check-signer.ts';
import { addCounterSignature } from './counter-sign.ts';
import { openP7s } from './open-p7s.ts';
import { readSignedData, type SignerInfo } from './signed-data.ts';
import { verifyP7s } from './verify.ts';

const NOW = Date.UTC(2030, 0, 1);
const keys = await icpKeys('ecp256');

const counterSigned = async (p7s: Bytes, index = 0, by = keys): Promise<Bytes> => {
  const signed = await addCounterSignature(new Blob([p7s]), index, by, icpChain, { now: NOW });
  if (!signed.ok) throw new Error(signed.error);
  return bytesOf(signed.value);
};

const signersOf = (p7s: Bytes): SignerInfo[] => readSignedData(p7s)?.signers ?? [];

const rawSigners = async (p7s: Bytes): Promise<string[]> =>
  (await openP7s(new Blob([p7s])))?.members.signers.map(toHex) ?? [];

it.each(['attached', 'streamed', 'bouncycastle', 'ec'])(
  'signs the signature of %s.p7s and leaves it valid',
  async (name) => {
    const file = await counterSigned(await icpFile(`cms/${name}.p7s`));
    expect(await verifyP7s(file, icpTrust, NOW)).toMatchObject({ ok: true });
    const [signer] = signersOf(file);
    const countersignature = signer?.countersignatures[0];
    if (!signer || !countersignature) throw new Error('no counter-signature');
    const content = signedContent(signer.signature);
    const by = [await icpCertificate('ecp256')];
    expect(await checkSigner(countersignature, content, by)).toMatchObject({
      faults: [],
      signingTime: NOW,
    });
    const types = [...(countersignature.attributes?.valuesByType.keys() ?? [])];
    expect(types.toSorted()).toEqual(
      [OID.messageDigest, OID.signingCertificateV2, OID.signingTime].toSorted(),
    );
  },
);

it('leaves the counter-signatures that were there, and the other signers, byte for byte', async () => {
  const before = await icpFile('cms/countersigned.p7s');
  const after = await counterSigned(before);
  const [was, now] = [before, after].map((file) => signersOf(file)[0]?.countersignatures);
  expect(now).toHaveLength((was?.length ?? 0) + 1);
  expect(toHex(now?.[0]?.signature ?? after)).toBe(toHex(was?.[0]?.signature ?? before));

  const two = await icpFile('cms/two-signers.p7s');
  const [first, second] = await rawSigners(two);
  const changed = await rawSigners(await counterSigned(two, 1));
  expect(changed[0]).toBe(first);
  expect(changed[1]).not.toBe(second);
});

it('brings the certificate of the counter-signer along', async () => {
  const file = await counterSigned(await icpFile('cms/attached.p7s'));
  const certificates = readSignedData(file)?.certificates.map(toHex);
  expect(certificates).toContain(toHex(keys.certificate.der));
});

it('refuses a signer that is not there, and what is no P7S', async () => {
  const by = (p7s: Bytes, index: number) =>
    addCounterSignature(new Blob([p7s]), index, keys, icpChain, { now: NOW });
  const attached = await icpFile('cms/attached.p7s');
  expect(await by(attached, 1)).toEqual({ ok: false, error: 'no-such-signer' });
  expect(await by(attached.slice(0, -1), 0)).toEqual({ ok: false, error: 'not-signed-data' });
});
