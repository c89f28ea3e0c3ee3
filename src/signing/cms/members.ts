import { type Bytes, sameBytes } from '../../base/bytes.ts';
import { enclose, type Frame } from '../der/frame.ts';
import { context, TAG } from '../der/tags.ts';
import { der, derSorted, oid, tagged } from '../der/writer.ts';
import { OID } from '../oids.ts';

/** The members of a SignedData but its content, each as it is encoded (RFC 5652 §5.1). */
export interface Members {
  version: Bytes;
  digestAlgorithms: Bytes[];
  certificates: Bytes[];
  /** The `[1]` with its tag, where there is one. */
  revocation?: Bytes;
  signers: Bytes[];
}

/** The ContentInfo of a SignedData around its EncapsulatedContentInfo, DER but for what is put in (RFC 5652 §3). */
export const frameMembers = (encapsulated: Frame, members: Members): Frame => {
  const { version, digestAlgorithms, certificates, revocation, signers } = members;
  const before = [version, der(TAG.set, ...derSorted(digestAlgorithms))];
  const after = [
    ...(certificates.length > 0 ? [tagged(0, ...derSorted(certificates))] : []),
    ...(revocation ? [revocation] : []),
    // In the order in which they signed; no reader was seen to want that of DER.
    der(TAG.set, ...signers),
  ];
  const signedData = enclose(TAG.sequence, before, encapsulated, after);
  return enclose(TAG.sequence, [oid(OID.signedData)], enclose(context(0), [], signedData));
};

/** The members of a set and those of others, each once. */
export const withMissing = (members: readonly Bytes[], others: readonly Bytes[]): Bytes[] =>
  [...members, ...others].filter(
    (member, at, all) => at === all.findIndex((same) => sameBytes(same, member)),
  );

/** Media type of a P7S (RFC 8551 §3.2). */
export const P7S_TYPE = 'application/pkcs7-mime';

const NOTHING: Bytes = new Uint8Array(0);

/** A P7S of an EncapsulatedContentInfo that stays uncopied, and its members. */
export const writeP7s = (encapsulated: Blob, members: Members): Blob => {
  const within = { head: NOTHING, size: encapsulated.size, tail: NOTHING };
  const { head, tail } = frameMembers(within, members);
  return new Blob([head, encapsulated, tail], { type: P7S_TYPE });
};
