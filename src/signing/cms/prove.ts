import { type Bytes, bytesOf, sameBytes } from '../../base/bytes.ts';
import { readCertificates } from '../certificate/certificate.ts';
import { checkSigner, type SignedContent } from './check-signer.ts';
import { openP7s } from './open-p7s.ts';
import type { SignerInfo } from './signed-data.ts';

/**
 * Takes a P7S apart as a stranger would and checks the signature that `choose` finds in it over what was signed:
 * attributes, signing certificate, signature, and that the content it envelops, if any, lies where it should. The content
 * itself is not read a second time. Throws where anything fails: the fault is ours or the machine's.
 */
export const prove = async (
  p7s: Blob,
  signed: SignedContent,
  choose: (signers: readonly SignerInfo[]) => SignerInfo | undefined,
): Promise<void> => {
  const opened = await openP7s(p7s);
  const signer = opened && choose(opened.signers);
  if (!signer) throw new Error('own signature is not found again');
  const certificates = readCertificates(opened.members.certificates);
  const { faults } = await checkSigner(signer, signed, certificates);
  if (faults.length > 0) throw new Error(`own signature does not verify: ${faults.join(', ')}`);
  const isOfContent = signed.contentType !== undefined;
  if (isOfContent && opened.content && !(await sameEdges(opened.content, signed.bytes))) {
    throw new Error('own P7S envelops another content');
  }
};

const EDGE_BYTES = 4096;

/**
 * Whether size, beginning and end are the same. A browser does not read a file that was changed on disk since it was
 * chosen (File API §4, "snapshot state"), so that reading a little of it tells that, too.
 */
const sameEdges = async (blob: Blob, bytes: Bytes): Promise<boolean> => {
  if (blob.size !== bytes.length) return false;
  const [first, last] = await Promise.all([
    bytesOf(blob.slice(0, EDGE_BYTES)),
    bytesOf(blob.slice(-EDGE_BYTES)),
  ]);
  return (
    sameBytes(first, bytes.subarray(0, EDGE_BYTES)) && sameBytes(last, bytes.subarray(-EDGE_BYTES))
  );
};
