import type { Bytes } from '../../../base/bytes.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import {
  readCertificate,
  summaryOf,
  type Validity,
  validityAt,
} from '../../../signing/certificate/certificate.ts';
import { makeSigningKeys, type SigningKeys } from '../../../signing/cms/signing-keys.ts';
import { unwrapKey, type WrappedKey, wrapKey } from '../../../signing/key-wrap.ts';
import type { PfxFault } from '../../../signing/pfx/fault.ts';
import { openPfx } from '../../../signing/pfx/open.ts';
import type { CertificateSummary } from '../../../signing/signer.ts';

export type OpenFault = PfxFault | 'wrong-passphrase' | Exclude<Validity, 'valid'>;

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

const hold = async (
  pkcs8: Bytes,
  chain: Bytes[],
  now: number,
): Promise<Result<Opened, OpenFault>> => {
  const certificate = chain[0] && readCertificate(chain[0]);
  if (!certificate) return err('no-certificate');
  const validity = validityAt(certificate, now);
  if (validity !== 'valid') return err(validity);
  const summary = summaryOf(certificate);
  open = { summary, chain, pkcs8, keys: await makeSigningKeys(pkcs8, certificate) };
  return ok({ summary, chain });
};

export const opening = {
  /** Opens a PFX and keeps its key in this worker. `now`: epoch ms. */
  async openPfx(file: Bytes, password: string, now: number): Promise<Result<Opened, OpenFault>> {
    const read = await openPfx(file, password);
    if (!read.ok) return read;
    const { certificate, chain, pkcs8 } = read.value;
    return hold(pkcs8, [certificate.der, ...chain], now);
  },

  /** Opens a key that was kept wrapped by a passphrase. */
  async openWrapped(
    wrapped: WrappedKey,
    chain: Bytes[],
    passphrase: string,
    now: number,
  ): Promise<Result<Opened, OpenFault>> {
    const pkcs8 = await unwrapKey(wrapped, passphrase);
    return pkcs8.ok ? hold(pkcs8.value, chain, now) : pkcs8;
  },

  wrap: (passphrase: string): Promise<WrappedKey> => wrapKey(openKey().pkcs8, passphrase),
};
