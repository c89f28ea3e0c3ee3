import { transfer } from 'comlink';
import type { Bytes } from '../../../base/bytes.ts';
import { ok, type Result } from '../../../base/result.ts';
import { signAttached, signDetachedForPdf } from '../../../signing/cms/sign.ts';
import { verifyP7s, verifySignedData } from '../../../signing/cms/verify.ts';
import type { PdfFault } from '../../../signing/pdf/fault.ts';
import { readPdfSignatures, signedBytesOf } from '../../../signing/pdf/read-signatures.ts';
import { signPdf } from '../../../signing/pdf/sign.ts';
import type { TrustStore } from '../../../signing/verification.ts';
import { type OpenKey, openKey } from './open-key.ts';

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

/** Signing with the open key; `now` is epoch ms. */
export const signatures = {
  async signP7s(content: Blob, now: number): Promise<Blob> {
    const key = openKey();
    const p7s = await signAttached(content, key.keys, key.chain.slice(1), { now, level: 'AD-RB' });
    const proof = await verifyP7s(new Uint8Array(await p7s.arrayBuffer()), ownTrust(key), now);
    if (!proof.ok) throw new Error(`own signature does not verify: ${proof.error}`);
    return p7s;
  },

  async signPdf(pdf: Bytes, now: number): Promise<Result<Bytes, PdfFault>> {
    const key = openKey();
    const options = { signingTime: now, name: key.summary.holder.name };
    const signed = await signPdf(pdf, options, (bytes) =>
      signDetachedForPdf(bytes, key.keys, key.chain.slice(1), { now, level: 'AD-RB' }),
    );
    if (!signed.ok) return signed;
    await proveLastSignature(signed.value, key, now);
    return ok(transfer(signed.value, [signed.value.buffer]));
  },
};
