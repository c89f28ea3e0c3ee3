import { type Bytes, join } from '../../src/base/bytes.ts';
import { TAG } from '../../src/signing/der/tags.ts';
import * as write from '../../src/signing/der/writer.ts';
import { icpCertificate, icpFile } from './icp.ts';

interface CrlEntry {
  /** INTEGER octets. */
  serialNumber: Bytes;
  /** Epoch ms. */
  since: number;
  reason?: number;
  /** Further Extension values, DER. */
  extensions?: Bytes[];
}

interface CrlContent {
  /** Epoch ms. */
  thisUpdate: number;
  nextUpdate?: number;
  /** Bytes stand as they are where an entry should be. */
  entries?: readonly (CrlEntry | Bytes)[];
  /** Extension values, DER. */
  extensions?: Bytes[];
}

const SHA256_WITH_RSA = write.algorithm('1.2.840.113549.1.1.11', write.derNull);
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

export const extension = (oid: string, critical: boolean, value: Bytes): Bytes =>
  write.sequence(
    write.oid(oid),
    ...(critical ? [write.der(TAG.boolean, Uint8Array.of(0xff))] : []),
    write.octetString(value),
  );

const reasonExtension = (reason: number): Bytes =>
  extension('2.5.29.21', false, write.der(TAG.enumerated, Uint8Array.of(reason)));

const writeEntry = (entry: CrlEntry | Bytes): Bytes => {
  if (entry instanceof Uint8Array) return entry;
  const { serialNumber, since, reason, extensions = [] } = entry;
  const all = [...(reason === undefined ? [] : [reasonExtension(reason)]), ...extensions];
  return write.sequence(
    write.der(TAG.integer, serialNumber),
    write.time(since),
    ...(all.length > 0 ? [write.sequence(...all)] : []),
  );
};

/** A CRL of the synthetic `ac2`, signed with its key (RFC 5280 §5.1). */
export const signCrl = async ({
  thisUpdate,
  nextUpdate,
  entries = [],
  extensions = [],
}: CrlContent): Promise<Bytes> => {
  const { subjectName } = await icpCertificate('ac2');
  const pkcs8 = await icpFile('keys/ac2.pk8');
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, RSA, false, ['sign']);
  const list = write.sequence(
    write.integer(1),
    SHA256_WITH_RSA,
    subjectName,
    write.time(thisUpdate),
    ...(nextUpdate === undefined ? [] : [write.time(nextUpdate)]),
    ...(entries.length > 0 ? [write.der(TAG.sequence, join(entries.map(writeEntry)))] : []),
    ...(extensions.length > 0 ? [write.tagged(0, write.sequence(...extensions))] : []),
  );
  const signature = new Uint8Array(await crypto.subtle.sign(RSA, key, list));
  const bits = write.der(TAG.bitString, Uint8Array.of(0), signature);
  return write.sequence(list, SHA256_WITH_RSA, bits);
};
