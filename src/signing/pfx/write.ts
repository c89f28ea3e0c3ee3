import type { Bytes } from '../../base/bytes.ts';
import { contextPrimitive } from '../der/tags.ts';
import { der, integer, octetString, oid, sequence, setOf, tagged } from '../der/writer.ts';
import { OID } from '../oids.ts';
import { type Encrypted, encryptLegacy, PBE } from './legacy-encryption.ts';
import { writeMac } from './mac.ts';
import { type Password, passwordOf } from './password.ts';
import { encryptPbes2 } from './pbes2.ts';
import { BAG } from './safe-bags.ts';

/**
 * How a PFX is encrypted: `legacy` as most A1 files are (3DES for the key, RC2-40 for the certificates, SHA-1),
 * `modern` as OpenSSL 3 does (PBES2 with AES-256, SHA-256).
 */
export type PfxRecipe = 'legacy' | 'modern';

interface Recipe {
  key(plain: Bytes, password: Password): Promise<Encrypted> | Encrypted;
  certificates(plain: Bytes, password: Password): Promise<Encrypted> | Encrypted;
  macHash: typeof OID.sha1 | typeof OID.sha256;
}

const RECIPES: Record<PfxRecipe, Recipe> = {
  legacy: {
    key: (plain, { bmp }) => encryptLegacy(PBE.tripleDes, plain, bmp),
    certificates: (plain, { bmp }) => encryptLegacy(PBE.rc2With40Bits, plain, bmp),
    macHash: OID.sha1,
  },
  modern: {
    key: (plain, { utf8 }) => encryptPbes2(plain, utf8),
    certificates: (plain, { utf8 }) => encryptPbes2(plain, utf8),
    macHash: OID.sha256,
  },
};

/** RFC 2985 §5.5.2: the same value on a key and a certificate says that they belong together. */
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';

const bag = (type: string, value: Bytes, attributes: Bytes[] = []): Bytes =>
  sequence(oid(type), tagged(0, value), ...attributes);

const certificateBag = (certificate: Bytes, attributes: Bytes[]): Bytes =>
  bag(BAG.certificate, sequence(oid(BAG.x509), tagged(0, octetString(certificate))), attributes);

const dataPart = (content: Bytes): Bytes =>
  sequence(oid(OID.data), tagged(0, octetString(content)));

const encryptedPart = ({ algorithm, data }: Encrypted): Bytes =>
  sequence(
    oid(OID.encryptedData),
    tagged(
      0,
      sequence(integer(0), sequence(oid(OID.data), algorithm, der(contextPrimitive(0), data))),
    ),
  );

/**
 * Makes a PFX (RFC 7292) of a PKCS#8 key and its certificates, DER, the key's own first.
 */
export const writePfx = async (
  pkcs8: Bytes,
  certificates: readonly Bytes[],
  password: string,
  recipe: PfxRecipe,
): Promise<Bytes> => {
  const { key, certificates: encryptCertificates, macHash } = RECIPES[recipe];
  const secret = passwordOf(password);
  const localKeyId = [setOf(sequence(oid(LOCAL_KEY_ID), setOf(octetString(Uint8Array.of(1)))))];
  const certificateBags = certificates.map((certificate, i) =>
    certificateBag(certificate, i === 0 ? localKeyId : []),
  );
  const encryptedKey = await key(pkcs8, secret);
  const shroudedKey = sequence(encryptedKey.algorithm, octetString(encryptedKey.data));
  const authenticatedSafe = sequence(
    encryptedPart(await encryptCertificates(sequence(...certificateBags), secret)),
    dataPart(sequence(bag(BAG.shroudedKey, shroudedKey, localKeyId))),
  );
  const mac = writeMac(macHash, authenticatedSafe, secret.bmp);
  return sequence(integer(3), dataPart(authenticatedSafe), mac);
};
