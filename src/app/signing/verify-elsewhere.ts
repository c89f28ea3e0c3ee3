import { HEAD_BYTES, kindOf } from '../../attachment/kind.ts';
import { type Bytes, sameBytes, toHex } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { readSignedData } from '../../signing/cms/signed-data.ts';
import { verifyP7s } from '../../signing/cms/verify.ts';
import { addsOnlySignatures } from '../../signing/pdf/coverage.ts';
import { isDocumentTimestamp, readPdfSignatures } from '../../signing/pdf/read-signatures.ts';
import { verifyPdf } from '../../signing/pdf/verify.ts';
import type { SignatureFault, TrustStore, VerifiedSigner } from '../../signing/verification.ts';

/** Why a file that came back from another program is not taken for the signed file. */
export type ElsewhereFault =
  | SignatureFault
  /** Neither a P7S nor a PDF. */
  | 'not-signed-file'
  /** The file that was handed out, without a signature that it did not have. */
  | 'not-signed'
  /** It holds another document, or this one changed. */
  | 'other-content';

/**
 * Accepts what another program made of a file: a P7S that holds exactly its bytes, or its content and all its signatures
 * beside a new one where it is a P7S itself; or a PDF that begins with exactly its
 * bytes, adds nothing but signatures and whose last one covers the whole, each with a signature that verifies. `now`:
 * epoch ms.
 */
export const verifySignedElsewhere = async (
  original: Bytes,
  signed: Bytes,
  trust: TrustStore,
  now: number,
): Promise<Result<VerifiedSigner[], ElsewhereFault>> => {
  if (sameBytes(original, signed)) return err('not-signed');
  switch (kindOf(signed.subarray(0, HEAD_BYTES))) {
    case 'p7s': {
      const verified = await verifyP7s(signed, trust, now);
      if (!verified.ok) return verified;
      const { content, signers } = verified.value;
      if (sameBytes(content, original)) return ok(signers);
      const added = compareSigners(original, signed, content);
      return added === 'more' ? ok(signers) : err(added);
    }
    case 'pdf': {
      if (!sameBytes(signed.subarray(0, original.length), original)) return err('other-content');
      const verified = await verifyPdf(signed, trust, now);
      if (!verified.ok) return verified;
      if (!(await isSignedSince(original, signed))) return err('not-signed');
      // What is signed may show something else than what was handed out.
      const isTheOriginal = await addsOnlySignatures(original, signed);
      return isTheOriginal ? ok(verified.value.signers) : err('other-content');
    }
    default:
      return err('not-signed-file');
  }
};

/** What became of the signatures of a P7S that was handed out (RFC 5652 §5.1). `content`: what the signed one envelops. */
const compareSigners = (
  original: Bytes,
  signed: Bytes,
  content: Bytes,
): 'more' | 'not-signed' | 'other-content' => {
  const before = readSignedData(original);
  if (!before?.content || !sameBytes(before.content, content)) return 'other-content';
  // A program may encode anew or add unsigned attributes, but not change the signature's own octets.
  const signaturesOf = (from: typeof before) =>
    from.signers.map(({ signature }) => toHex(signature));
  const old = new Set(signaturesOf(before));
  const now = new Set(signaturesOf(readSignedData(signed) ?? before));
  if ([...old].some((signature) => !now.has(signature))) return 'other-content';
  return now.size > old.size ? 'more' : 'not-signed';
};

/** A PDF that was signed before may have got nothing but a time stamp. */
const isSignedSince = async (original: Bytes, signed: Bytes): Promise<boolean> => {
  const read = await readPdfSignatures(signed);
  return (
    read.ok &&
    read.value.some(
      (signature) => !isDocumentTimestamp(signature) && signature.byteRange[1] >= original.length,
    )
  );
};
