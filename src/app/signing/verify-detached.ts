import { type Bytes, bytesOf, sameBytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { writeP7s } from '../../signing/cms/members.ts';
import { openP7s } from '../../signing/cms/open-p7s.ts';
import { verifySignedData } from '../../signing/cms/verify.ts';
import { TAG } from '../../signing/der/tags.ts';
import { der, oid } from '../../signing/der/writer.ts';
import type { TrustStore, VerifiedSigner } from '../../signing/verification.ts';
import type { ElsewhereFault } from './verify-elsewhere.ts';

/** A signature that stands beside its file. */
export interface DetachedElsewhere {
  p7s: Bytes;
  signers: VerifiedSigner[];
}

/**
 * The signature that another program made of a file, without the file (CMS detached, RFC 5652 §5.2): the P7S itself, or what
 * remains of one that envelops exactly this file. Each signature in it verifies. `now`: epoch ms.
 */
export const verifyDetachedElsewhere = async (
  original: Bytes,
  signed: Blob,
  trust: TrustStore,
  now: number,
): Promise<Result<DetachedElsewhere, ElsewhereFault>> => {
  const opened = await openP7s(signed);
  if (!opened) return err('not-signed-file');
  const { content, contentType, members } = opened;
  if (content && !sameBytes(await bytesOf(content), original)) return err('other-content');
  const withoutContent = () => writeP7s(new Blob([der(TAG.sequence, oid(contentType))]), members);
  const p7s = await bytesOf(content ? withoutContent() : signed);
  const verified = await verifySignedData(p7s, trust, { content: original, now });
  return verified.ok ? ok({ p7s, signers: verified.value.signers }) : verified;
};
