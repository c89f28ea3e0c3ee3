import { transfer } from 'comlink';
import { type Bytes, bytesOf } from '../../../base/bytes.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import { maySignDocuments, validityAt } from '../../../signing/certificate/certificate.ts';
import { addSignature, type CoSignFault } from '../../../signing/cms/co-sign.ts';
import {
  addCounterSignature,
  type CounterSigningOptions,
  type SignerFault,
} from '../../../signing/cms/counter-sign.ts';
import { P7S_TYPE } from '../../../signing/cms/members.ts';
import { signAttached, signDetached, signDetachedForPdf } from '../../../signing/cms/sign.ts';
import { planSigner, type SigningOptions } from '../../../signing/cms/signer-info.ts';
import {
  type AskTimestamp,
  stampLastSignature,
  TimestampError,
  type TimestampFault,
} from '../../../signing/cms/stamp-signature.ts';
import { verifySignedData } from '../../../signing/cms/verify.ts';
import type { PdfFault } from '../../../signing/pdf/fault.ts';
import type { PdfSignatureOptions } from '../../../signing/pdf/prepare.ts';
import { readPdfSignatures, signedBytesOf } from '../../../signing/pdf/read-signatures.ts';
import { signPdf } from '../../../signing/pdf/sign.ts';
import { type OpenKey, openKey } from './open-key.ts';

/** Another certificate was opened since the signature was asked for. */
export type KeyChanged = 'key-changed';

/** Whose signature was agreed to: the fingerprint of the certificate. */
interface Agreed {
  by: string;
}

/** The open key, if it is the one agreed to and its certificate lets it sign at this moment. */
const usableKey = ({ now, by }: { now: number } & Agreed): Result<OpenKey, KeyChanged> => {
  const key = openKey();
  const { certificate } = key.keys;
  if (key.summary.fingerprint !== by) return err('key-changed');
  if (validityAt(certificate, now) !== 'valid' || !maySignDocuments(certificate)) {
    throw new Error('the certificate does not sign documents now');
  }
  return ok(key);
};

/** What `work` gives, or why there is no time stamp. */
const settled = async <T, E>(
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | TimestampFault>> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TimestampError) return err(error.fault);
    throw error;
  }
};

/** Bytes for a signature, a token, and the certificates of both: where they do not fit, a second stamp is asked for and paid. */
const RESERVE_WITH_TIMESTAMP = 32 * 1024;

/** With a time stamp on its last signature, where somebody is asked for one. */
const stamped = async (cms: Blob, ask: AskTimestamp | undefined): Promise<Blob> =>
  ask ? stampLastSignature(cms, ask) : cms;

/** A signature counts only once it was verified as anybody else would; the own chain is trusted for that. */
const proveLastSignature = async (pdf: Bytes, { chain }: OpenKey, now: number): Promise<void> => {
  const signatures = await readPdfSignatures(pdf);
  const last = signatures.ok ? signatures.value.at(-1) : undefined;
  if (!last?.coversWholeFile) throw new Error('own signature does not cover the file');
  const content = signedBytesOf(pdf, last);
  const proof = await verifySignedData(
    last.cms,
    { anchors: chain, intermediates: [] },
    { content, now },
  );
  if (!proof.ok) throw new Error(`own signature does not verify: ${proof.error}`);
};

/**
 * Signing with the open key. Each result was read back and checked before it is given out. `ask` gets a time stamp for
 * the signature; its failure fails the whole.
 */
export const signatures = {
  signP7s: (
    content: Blob,
    options: SigningOptions & Agreed & { detached?: boolean },
    ask?: AskTimestamp,
  ): Promise<Result<Blob, TimestampFault | KeyChanged>> =>
    settled(async () => {
      const key = usableKey(options);
      if (!key.ok) return key;
      const { keys, chain } = key.value;
      const above = chain.slice(1);
      const p7s = options.detached
        ? new Blob([await signDetached(content, keys, above, options)], { type: P7S_TYPE })
        : await signAttached(content, keys, above, options);
      return ok(await stamped(p7s, ask));
    }),

  coSign: (
    p7s: Blob,
    options: SigningOptions & Agreed,
    ask?: AskTimestamp,
  ): Promise<Result<Blob, CoSignFault | TimestampFault | KeyChanged>> =>
    settled(async () => {
      const key = usableKey(options);
      if (!key.ok) return key;
      const { keys, chain } = key.value;
      const both = await addSignature(p7s, keys, chain.slice(1), options);
      return both.ok ? ok(await stamped(both.value, ask)) : both;
    }),

  /** `index`: whose signature is signed, in the order of the file, from 0. */
  async counterSign(
    p7s: Blob,
    index: number,
    options: CounterSigningOptions & Agreed,
  ): Promise<Result<Blob, SignerFault | KeyChanged>> {
    const key = usableKey(options);
    if (!key.ok) return key;
    const { keys, chain } = key.value;
    return addCounterSignature(p7s, index, keys, chain.slice(1), options);
  },

  signPdf: (
    pdf: Bytes,
    options: SigningOptions & Agreed & Pick<PdfSignatureOptions, 'stamp'>,
    ask?: AskTimestamp,
  ): Promise<Result<Bytes, PdfFault | TimestampFault | KeyChanged>> =>
    settled(async () => {
      const key = usableKey(options);
      if (!key.ok) return key;
      const { keys, chain, summary } = key.value;
      const { now, stamp } = options;
      const above = chain.slice(1);
      const { policy } = planSigner(keys, above, 'PAdES', options);
      const inPdf = {
        signingTime: now,
        name: summary.holder.name,
        ...(policy && { rules: 'ICP-Brasil' as const }),
        ...(stamp && { stamp }),
        ...(ask && { reserve: RESERVE_WITH_TIMESTAMP }),
      };
      const signed = await signPdf(pdf, inPdf, async (bytes) => {
        const cms = await signDetachedForPdf(bytes, keys, above, options);
        return bytesOf(await stamped(new Blob([cms]), ask));
      });
      if (!signed.ok) return signed;
      await proveLastSignature(signed.value, key.value, now);
      return ok(transfer(signed.value, [signed.value.buffer]));
    }),
};
