import { createHmac, pbkdf2Sync } from 'node:crypto';
import type { Bytes } from '../../src/base/bytes.ts';
import {
  algorithm,
  derNull,
  integer,
  octetString,
  oid,
  sequence,
  tagged,
} from '../../src/signing/der/writer.ts';
import { OID } from '../../src/signing/oids.ts';
import { BAG } from '../../src/signing/pfx/safe-bags.ts';

const bag = (type: string, value: Bytes): Bytes => sequence(oid(type), tagged(0, value));

const certificateBag = (der: Bytes): Bytes =>
  bag(BAG.certificate, sequence(oid(BAG.x509), tagged(0, octetString(der))));

const data = (content: Bytes): Bytes => sequence(oid(OID.data), tagged(0, octetString(content)));

/** A PFX with everything in clear: keys (PKCS#8), certificates (DER), and the MacData that `macOf` makes, if any. */
export const clearPfx = (
  keys: readonly Bytes[],
  certificates: readonly Bytes[],
  macOf?: (content: Bytes) => Bytes,
): Bytes => {
  const bags = [...keys.map((key) => bag(BAG.key, key)), ...certificates.map(certificateBag)];
  const content = sequence(data(sequence(...bags)));
  return sequence(integer(3), data(content), ...(macOf ? [macOf(content)] : []));
};

const HMAC = {
  sha224: '1.2.840.113549.2.8',
  sha256: '1.2.840.113549.2.9',
  sha512: '1.2.840.113549.2.11',
};

interface Pbmac1 {
  password: string;
  prf: keyof typeof HMAC;
  hmac: keyof typeof HMAC;
  size: number;
}

/** A MacData with PBMAC1 (RFC 9579), computed by Node and not by the code under test. */
export const pbmac1 =
  ({ password, prf, hmac, size }: Pbmac1) =>
  (content: Bytes): Bytes => {
    const [salt, rounds] = [Uint8Array.from({ length: 8 }, (_, i) => i), 2048];
    const key = pbkdf2Sync(Buffer.from(password, 'utf8'), salt, rounds, size, prf);
    const mac = createHmac(hmac, key).update(content).digest();
    const kdf = algorithm(
      '1.2.840.113549.1.5.12',
      sequence(octetString(salt), integer(rounds), integer(size), algorithm(HMAC[prf], derNull)),
    );
    const scheme = algorithm(
      '1.2.840.113549.1.5.14',
      sequence(kdf, algorithm(HMAC[hmac], derNull)),
    );
    const unused = [octetString(Buffer.from('NOT USED')), integer(1)];
    return sequence(sequence(scheme, octetString(mac)), ...unused);
  };
