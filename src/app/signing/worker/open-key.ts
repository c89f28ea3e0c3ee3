import type { Bytes } from '../../../base/bytes.ts';
import { unwrapKey, type WrappedKey, wrapKey } from '../../../base/key-wrap.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import {
  type Certificate,
  maySignDocuments,
  readCertificate,
  summaryOf,
  type Validity,
  validityAt,
} from '../../../signing/certificate/certificate.ts';
import { makeSigningKeys, type SigningKeys } from '../../../signing/cms/signing-keys.ts';
import type { PfxFault } from '../../../signing/pfx/fault.ts';
import { type Identity, type OpenedPfx, openPfx } from '../../../signing/pfx/open.ts';
import type { CertificateSummary } from '../../../signing/signer.ts';

/** Why a certificate cannot sign now. */
type CannotSign = Exclude<Validity, 'valid'> | 'not-for-signing';

export type OpenFault = PfxFault | 'wrong-passphrase' | CannotSign;

/** What the person has to say before a key of a PFX is held: nobody vouches for the file, or it holds several. */
export interface PfxQuestion {
  integrity: OpenedPfx['integrity'];
  /** Those that could sign now. */
  candidates: CertificateSummary[];
}

/** What the page learns of an opened certificate; nothing of its key. */
export interface Opened {
  summary: CertificateSummary;
  /** DER, the leaf first. */
  chain: Bytes[];
}

export interface OpenKey extends Opened {
  keys: SigningKeys;
  /** Kept for the wrap and for the handshake of the login; gone with the worker. */
  pkcs8: Bytes;
}

let open: OpenKey | undefined;

/** The key that this worker holds; only asked for while one is open. */
export const openKey = (): OpenKey => {
  if (!open) throw new Error('no key is open');
  return open;
};

const cannotSign = (certificate: Certificate, now: number): CannotSign | undefined => {
  const validity = validityAt(certificate, now);
  if (validity !== 'valid') return validity;
  return maySignDocuments(certificate) ? undefined : 'not-for-signing';
};

const hold = async ({ pkcs8, certificate, chain: above }: Identity): Promise<Opened> => {
  open?.pkcs8.fill(0);
  const summary = summaryOf(certificate);
  const chain = [certificate.der, ...above];
  open = { summary, chain, pkcs8, keys: await makeSigningKeys(pkcs8, certificate) };
  return { summary, chain };
};

/** The identity to hold: the one the person named, else the only one of a file that is vouched for. */
const choose = (
  usable: readonly Identity[],
  integrity: OpenedPfx['integrity'],
  named: string | undefined,
): Identity | undefined => {
  if (named !== undefined) return usable.find((each) => each.certificate.fingerprint === named);
  return usable.length === 1 && integrity === 'verified' ? usable[0] : undefined;
};

export const opening = {
  /**
   * Opens a PFX and keeps its key in this worker, or asks first. `now`: epoch ms; `named`: fingerprint of the certificate
   * with which the person answered the question.
   */
  async openPfx(
    file: Bytes,
    password: string,
    now: number,
    named?: string,
  ): Promise<Result<Opened | PfxQuestion, OpenFault>> {
    const read = await openPfx(file, password);
    if (!read.ok) return read;
    const { identities, integrity } = read.value;
    const usable = identities.filter(({ certificate }) => !cannotSign(certificate, now));
    const chosen = choose(usable, integrity, named);
    for (const other of identities) if (other !== chosen) other.pkcs8.fill(0);
    if (chosen) return ok(await hold(chosen));
    const fault = cannotSign(identities[0].certificate, now);
    if (usable.length === 0 && fault) return err(fault);
    return ok({ integrity, candidates: usable.map(({ certificate }) => summaryOf(certificate)) });
  },

  /** Opens a key that was kept wrapped by a passphrase. */
  async openWrapped(
    wrapped: WrappedKey,
    chain: Bytes[],
    passphrase: string,
    now: number,
  ): Promise<Result<Opened, OpenFault>> {
    const [leaf, ...above] = chain;
    const certificate = leaf && readCertificate(leaf);
    if (!certificate) return err('no-certificate');
    const fault = cannotSign(certificate, now);
    if (fault) return err(fault);
    const pkcs8 = await unwrapKey(wrapped, passphrase);
    return pkcs8.ok ? ok(await hold({ pkcs8: pkcs8.value, certificate, chain: above })) : pkcs8;
  },

  wrap: (passphrase: string): Promise<WrappedKey> => wrapKey(openKey().pkcs8, passphrase),
};
