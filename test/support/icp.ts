import { readFile } from 'node:fs/promises';
import type { Bytes } from '../../src/base/bytes.ts';
import { type Certificate, readCertificate } from '../../src/signing/certificate/certificate.ts';
import { makeSigningKeys, type SigningKeys } from '../../src/signing/cms/signing-keys.ts';
import type { TrustStore } from '../../src/signing/verification.ts';

/** A file of `test/fixtures/icp`, such as `pfx/modern.pfx`. */
export const icpFile = async (path: string): Promise<Bytes> =>
  new Uint8Array(await readFile(new URL(`../fixtures/icp/${path}`, import.meta.url)));

export const icpCertificate = async (name: string): Promise<Certificate> => {
  const certificate = readCertificate(await icpFile(`certs/${name}.der`));
  if (!certificate) throw new Error(`${name} is no certificate`);
  return certificate;
};

export const icpKeys = async (name: string): Promise<SigningKeys> =>
  makeSigningKeys(await icpFile(`keys/${name}.pk8`), await icpCertificate(name));

const ders = (...names: string[]): Promise<Bytes[]> =>
  Promise.all(names.map((name) => icpFile(`certs/${name}.der`)));

/** The two authorities between the leaves and `raiz`, DER. */
export const icpChain: Bytes[] = await ders('ac2', 'ac1');

/** Trusts the RSA root and the EC root of the set; knows no intermediates. */
export const icpTrust: TrustStore = { anchors: await ders('raiz', 'raizec'), intermediates: [] };
