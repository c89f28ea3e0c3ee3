import type { Bytes } from '../../../src/base/bytes.ts';
import { readCertificate } from '../../../src/signing/certificate/certificate.ts';
import { fromPem } from '../../../src/signing/certificate/pem.ts';
import { makeSigningKeys, type SigningKeys } from '../../../src/signing/cms/signing-keys.ts';

/** From the root to the authority that issues to people. */
export type AuthorityName = 'raiz' | 'primeira' | 'final';

/** Whoever signs for the demo authorities: they themselves, their OCSP responder, their time stamp authority. */
export type SignerName = AuthorityName | 'ocsp' | 'act';

export const SIGNER_NAMES: readonly SignerName[] = ['raiz', 'primeira', 'final', 'ocsp', 'act'];

/** The demo authorities with their keys; they live in the sandbox's data, and are worth nothing anywhere else. */
export type Authorities = Record<SignerName, SigningKeys>;

const openSigner = async (certificatePem: string, keyPem: string): Promise<SigningKeys> => {
  const [der] = fromPem(certificatePem);
  const [pkcs8] = fromPem(keyPem, 'PRIVATE KEY');
  const certificate = der && readCertificate(der);
  if (!certificate || !pkcs8) throw new Error('a demo authority is damaged');
  return makeSigningKeys(pkcs8, certificate);
};

/** Reads the authorities from their PEM files, `{name}.pem` and `{name}.key.pem`. */
export const openAuthorities = async (
  readText: (file: string) => Promise<string>,
): Promise<Authorities> => {
  const open = async (name: SignerName) =>
    openSigner(await readText(`${name}.pem`), await readText(`${name}.key.pem`));
  const [raiz, primeira, final, ocsp, act] = await Promise.all([
    open('raiz'),
    open('primeira'),
    open('final'),
    open('ocsp'),
    open('act'),
  ]);
  return { raiz, primeira, final, ocsp, act };
};

/** The certificates above those that the final authority issued, DER. */
export const chainAbove = ({ final, primeira }: Authorities): Bytes[] => [
  final.certificate.der,
  primeira.certificate.der,
];
