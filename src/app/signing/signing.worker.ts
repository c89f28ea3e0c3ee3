import { expose, transfer } from 'comlink';
import type { Bytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { byGateway, type PassaporteOperation } from '../../protocol/recepcao/passaporte.ts';
import {
  readCertificate,
  summaryOf,
  type Validity,
  validityAt,
} from '../../signing/certificate/certificate.ts';
import { signAttached, signDetachedForPdf } from '../../signing/cms/sign.ts';
import { makeSigningKeys, type SigningKeys } from '../../signing/cms/signing-keys.ts';
import { verifyP7s, verifySignedData } from '../../signing/cms/verify.ts';
import { unwrapKey, type WrappedKey, wrapKey } from '../../signing/key-wrap.ts';
import type { PdfFault } from '../../signing/pdf/fault.ts';
import { readPdfSignatures, signedBytesOf } from '../../signing/pdf/read-signatures.ts';
import { signPdf } from '../../signing/pdf/sign.ts';
import { verifyPdf } from '../../signing/pdf/verify.ts';
import type { PfxFault } from '../../signing/pfx/fault.ts';
import { openPfx } from '../../signing/pfx/open.ts';
import type { CertificateSummary } from '../../signing/signer.ts';
import type { SignatureFault, TrustStore, VerifiedSigner } from '../../signing/verification.ts';

export type OpenFault = PfxFault | 'wrong-passphrase' | Exclude<Validity, 'valid'>;

/** What the page learns of an opened certificate; nothing of its key. */
export interface Opened {
  summary: CertificateSummary;
  /** DER, the leaf first. */
  chain: Bytes[];
}

/** An answer of Passaporte as it can pass between threads. */
export interface RawAnswer {
  status: number;
  headers: [string, string][];
  body: ArrayBuffer;
}

interface OpenKey extends Opened {
  keys: SigningKeys;
  /** Kept for the wrap and for the handshake of the login; gone with the worker. */
  pkcs8: Bytes;
}

let open: OpenKey | undefined;

const opened = (): OpenKey => {
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

/** A signature counts only once it was verified as anybody else would; the own chain is trusted for that. */
const ownTrust = ({ chain }: OpenKey): TrustStore => ({ anchors: chain, intermediates: [] });

const proveLastSignature = async (pdf: Bytes, key: OpenKey, now: number): Promise<void> => {
  const signatures = await readPdfSignatures(pdf);
  const last = signatures.ok ? signatures.value.at(-1) : undefined;
  if (!last?.coversWholeFile) throw new Error('own signature does not cover the file');
  const content = signedBytesOf(pdf, last);
  const proof = await verifySignedData(last.cms, ownTrust(key), { content, now });
  if (!proof.ok) throw new Error(`own signature does not verify: ${proof.error}`);
};

const service = {
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

  wrap: (passphrase: string): Promise<WrappedKey> => wrapKey(opened().pkcs8, passphrase),

  async signP7s(content: Blob, now: number): Promise<Blob> {
    const key = opened();
    const p7s = await signAttached(content, key.keys, key.chain.slice(1), now);
    const proof = await verifyP7s(new Uint8Array(await p7s.arrayBuffer()), ownTrust(key), now);
    if (!proof.ok) throw new Error(`own signature does not verify: ${proof.error}`);
    return p7s;
  },

  async signPdf(pdf: Bytes, now: number): Promise<Result<Bytes, PdfFault>> {
    const key = opened();
    const options = { signingTime: now, name: key.summary.holder.name };
    const signed = await signPdf(pdf, options, (bytes) =>
      signDetachedForPdf(bytes, key.keys, key.chain.slice(1)),
    );
    if (!signed.ok) return signed;
    await proveLastSignature(signed.value, key, now);
    return ok(transfer(signed.value, [signed.value.buffer]));
  },

  /** Verifies a file that bears its signature. */
  async verify(
    file: Bytes,
    kind: 'p7s' | 'pdf',
    trust: TrustStore,
    now: number,
  ): Promise<Result<VerifiedSigner[], SignatureFault>> {
    const verified =
      kind === 'p7s'
        ? await verifyP7s(file, trust, now)
        : await verifyPdf(file, (cms, content, at) =>
            verifySignedData(cms, trust, { content, now: at ?? now }),
          );
    return verified.ok ? ok(verified.value.signers) : verified;
  },

  /** One handshake at Passaporte through the gateway: the key goes from this worker to the gateway, never to the page. */
  async login(address: string, operation: PassaporteOperation): Promise<RawAnswer | undefined> {
    const { pkcs8, chain } = opened();
    const keys = async () => ({ privateKey: pkcs8.slice(), certificates: chain });
    const way = byGateway((request) => fetch(request), new URL(address), keys);
    const response = await way(operation, AbortSignal.timeout(60_000));
    if (!response) return undefined;
    const body = await response.arrayBuffer();
    return { status: response.status, headers: [...response.headers], body };
  },
};

export type SigningService = typeof service;

expose(service);
