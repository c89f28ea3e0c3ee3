import type { Bytes } from '../../base/bytes.ts';
import { childrenOf, contentOf, type Der, DerError, fieldsOf, readDer } from '../der/reader.ts';
import { TAG } from '../der/tags.ts';
import { octetsOf, oidOf, timeOf } from '../der/values.ts';
import { OID } from '../oids.ts';
import { criticalExtensionsOf } from './critical-extensions.ts';
import type { Revocation } from './statement.ts';

/** removeFromCRL: belongs to delta CRLs, and says that the certificate counts again (RFC 5280 §5.3.1). */
const REASON_REMOVED = 8;

const KNOWN: readonly string[] = [OID.reasonCode, OID.invalidityDate];

const readReason = (extensions: Der): number => {
  // RFC 5280 §5.3: above all certificateIssuer, by which the entry would be another authority's.
  if (criticalExtensionsOf(extensions).some((dotted) => !KNOWN.includes(dotted))) {
    throw new DerError('malformed');
  }
  for (const extension of childrenOf(extensions)) {
    const fields = fieldsOf(extension);
    if (oidOf(fields.next(TAG.oid)) !== OID.reasonCode) continue;
    fields.optional(TAG.boolean);
    return contentOf(readDer(octetsOf(fields.next(TAG.octetString))))[0] ?? 0;
  }
  return 0;
};

const readEntry = (entry: Der): Revocation | undefined => {
  const fields = fieldsOf(entry);
  fields.next(TAG.integer);
  const since = timeOf(fields.next());
  const extensions = fields.optional(TAG.sequence);
  const reason = extensions ? readReason(extensions) : 0;
  return reason === REASON_REMOVED ? undefined : { since, reason };
};

/**
 * Looks for a serial number (INTEGER octets) in revokedCertificates (RFC 5280 §5.1.2.6), in one pass over the bytes:
 * the lists of Brazilian authorities have more than 100,000 entries, and an object for each would take minutes
 * and gigabytes. Throws `DerError`.
 */
export const findEntry = (entries: Der, serialNumber: Bytes): Revocation | undefined => {
  const { source, contentEnd } = entries;
  const size = serialNumber.length;
  const last = serialNumber[size - 1];
  let found: number | undefined;
  let at = entries.contentStart;
  while (at < contentEnd) {
    const start = at;
    // An entry is seldom longer than 127 bytes: its header is read in place where it is short.
    const length = source[at + 1] ?? 0x80;
    let number = at + 2;
    if (source[at] !== TAG.sequence) throw new DerError('malformed');
    if (length < 0x80) at = number + length;
    else {
      const entry = readDer(source, at, contentEnd);
      number = entry.contentStart;
      at = entry.end;
    }
    if (source[number] !== TAG.integer) throw new DerError('malformed');
    const first = number + 2;
    // The last octet first: serial numbers of one authority often begin alike.
    if (source[number + 1] !== size || source[first + size - 1] !== last) continue;
    let i = 0;
    while (i < size && source[first + i] === serialNumber[i]) i++;
    if (i === size) found ??= start;
  }
  if (at !== contentEnd) throw new DerError('malformed');
  return found === undefined ? undefined : readEntry(readDer(source, found, contentEnd));
};
