import { fromBase64, utf8 } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { signatureIdentifier, verifySignature } from '../../signing/algorithm.ts';
import {
  type Certificate,
  readCertificate,
  readCertificates,
} from '../../signing/certificate/certificate.ts';
import { findChain } from '../../signing/certificate/chain.ts';
import { fromPem } from '../../signing/certificate/pem.ts';
import { readDer } from '../../signing/der/reader.ts';
import type { TrustStore } from '../../signing/verification.ts';
import { type ReceiptContent, type ReceiptKind, readReceipt } from './read-receipt.ts';
import type { ReceiptVerdict } from './tramite.ts';

/** What a receipt has to be about. Hashes are base64 of SHA-256. */
export interface Expected {
  idt: number;
  nre: string;
  /** Of every component of the process. */
  known: readonly string[];
  /** Of those that had to go over in this trâmite; absent where that is not known here any more. */
  asked?: readonly string[];
}

/**
 * What may be said of a receipt: the text is rebuilt from its raw strings, the signature held against it, the certificate
 * against what is trusted at an instant (epoch ms), and what it states against the trâmite. Never throws.
 */
export const verifyReceipt = async (
  kind: ReceiptKind,
  raw: string,
  expected: Expected,
  trust: Pick<TrustStore, 'anchors' | 'intermediates'>,
  at: number,
): Promise<ReceiptVerdict> => {
  const receipt = readReceipt(kind, raw);
  if (!receipt) return { kind: 'unverifiable', code: 'unreadable' };
  const mismatch = mismatchOf(receipt, expected);
  if (mismatch) return { kind: 'invalid', code: mismatch };
  const [leaf, ...others] = chainOf(receipt.chain);
  if (!leaf) return { kind: 'unverifiable', code: 'no-certificate' };
  const signed = await signatureFault(receipt, leaf);
  if (!signed.ok) return signed.error;
  const candidates = [...others, ...readCertificates(trust.intermediates)];
  const chain = await findChain(leaf, candidates, readCertificates(trust.anchors), at);
  const signer = leaf.holder.name;
  return chain.ok
    ? { kind: 'trusted', signer }
    : { kind: 'signer-unknown', signer, code: chain.error };
};

const mismatchOf = (
  { idt, nre, hashes }: ReceiptContent,
  expected: Expected,
): 'another-tramite' | 'other-components' | undefined => {
  if (idt !== expected.idt || nre !== expected.nre) return 'another-tramite';
  const known = new Set(expected.known);
  const stated = new Set(hashes);
  const isComplete = (expected.asked ?? []).every((hash) => stated.has(hash));
  return isComplete && hashes.every((hash) => known.has(hash)) ? undefined : 'other-components';
};

/** The certificates of `cadeiaDoCertificado`, the signer's first: PEM, or the base64 of one (the form is not documented). */
const chainOf = (chain: string): Certificate[] => {
  const pem = fromPem(chain);
  if (pem.length > 0) return readCertificates(pem);
  try {
    const alone = readCertificate(fromBase64(chain));
    return alone ? [alone] : [];
  } catch {
    return [];
  }
};

/** SHA256withRSA (RFC 8017 §8.2) over the UTF-8 of the text. */
const signatureFault = async (
  { signedText, signature }: ReceiptContent,
  { publicKey }: Certificate,
): Promise<Result<void, ReceiptVerdict>> => {
  if (publicKey.type.name !== 'RSA')
    return err({ kind: 'unverifiable', code: 'unsupported-algorithm' });
  const octets = octetsOf(signature);
  if (!octets) return err({ kind: 'invalid', code: 'signature-mismatch' });
  const identifier = readDer(signatureIdentifier(publicKey, 'SHA-256'));
  const verdict = await verifySignature(publicKey, identifier, octets, utf8(signedText));
  if (verdict === 'valid') return ok(undefined);
  if (verdict === 'invalid') return err({ kind: 'invalid', code: 'signature-mismatch' });
  return err({ kind: 'unverifiable', code: verdict });
};

const octetsOf = (signature: string) => {
  try {
    return fromBase64(signature);
  } catch {
    return undefined;
  }
};
