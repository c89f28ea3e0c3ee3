import type { Bytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { OID } from '../oids.ts';
import type { SignerFault } from './counter-sign.ts';
import { writeP7s } from './members.ts';
import { openP7s } from './open-p7s.ts';
import { withUnsignedAttribute } from './unsigned-attribute.ts';

/**
 * Puts a time-stamp token over the signature of one signer beside it (ETSI EN 319 122-1 §5.3, AD-RT of DOC-ICP-15.03).
 * `index` counts the signers in the order of the file, from 0. The token is taken as it is.
 */
export const addTimestamp = async (
  p7s: Blob,
  index: number,
  token: Bytes,
): Promise<Result<Blob, SignerFault>> => {
  const opened = await openP7s(p7s);
  if (!opened) return err('not-signed-data');
  if (!opened.signers[index]) return err('no-such-signer');
  const members = withUnsignedAttribute(opened.members, index, OID.signatureTimestamp, token);
  return ok(writeP7s(opened.encapsulated, members));
};
