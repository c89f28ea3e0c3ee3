import { type Bytes, toHex } from '../../base/bytes.ts';
import { signedContent } from '../cms/check-signer.ts';
import { readSignedData } from '../cms/signed-data.ts';
import type { FileReport, SignatureReport } from '../report.ts';
import { verdictOfFile } from '../verdict.ts';
import type { SignatureFault, TrustStore } from '../verification.ts';
import { contextOf, withBrought } from './context.ts';
import { examineSigner } from './examine-signer.ts';

const sized = (bytes: Bytes, digest: Bytes) => ({ size: bytes.length, sha256: toHex(digest) });

/**
 * Finds out everything about a P7S, DER or BER: every signature over what it envelops, or over `content` where it is
 * detached. `now` is epoch ms. A file that is none, or a detached one without its content, bears its fault.
 */
export const examineP7s = async (
  file: Bytes,
  trust: TrustStore,
  { content: given, now }: { content?: Bytes | undefined; now: number },
): Promise<FileReport> => {
  // Hashed beside the signatures' own digests: on a big file this is what takes the time.
  const fileDigest = signedContent(file).digest('SHA-256');
  const report = async (
    found: Pick<FileReport, 'fault' | 'content'>,
    detached: boolean,
    signatures: SignatureReport[] = [],
  ): Promise<FileReport> => ({
    kind: 'p7s',
    detached,
    verdict: verdictOfFile({ ...found, signatures }),
    ...found,
    signatures,
    file: sized(file, await fileDigest),
  });
  const failed = (fault: SignatureFault, detached = false) => report({ fault }, detached);

  const signedData = readSignedData(file);
  if (!signedData) return failed('not-signed-data');
  const detached = signedData.content === undefined;
  const bytes = signedData.content ?? given;
  if (!bytes) return failed('detached', true);
  if (signedData.signers.length === 0) return failed('no-signature', detached);
  const content = signedContent(bytes, signedData.contentType);
  const context = await withBrought(contextOf(trust, now), signedData);
  const covers = { of: 'content', size: bytes.length } as const;
  const signatures: SignatureReport[] = [];
  for (const signer of signedData.signers)
    signatures.push(await examineSigner(signer, { form: 'CAdES', content, covers }, context));
  const digest = await content.digest('SHA-256');
  return report({ content: sized(bytes, digest) }, detached, signatures);
};
