import type { Bytes } from '../../base/bytes.ts';
import {
  childrenOf,
  type Der,
  DerError,
  encodedOf,
  fieldsOf,
  onlyChildOf,
  readDer,
} from '../der/reader.ts';
import { context, TAG } from '../der/tags.ts';
import { octetsOf, oidOf } from '../der/values.ts';
import { OID } from '../oids.ts';
import { PfxRefusal } from './fault.ts';
import { decryptLegacy } from './legacy-encryption.ts';
import type { Password } from './password.ts';
import { decryptPbes2, PBES2 } from './pbes2.ts';

/** RFC 7292 appendix D; the certificate type is RFC 2985's. */
export const BAG = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  safeContents: '1.2.840.113549.1.12.10.1.6',
  x509: '1.2.840.113549.1.9.22.1',
} as const;

/** What was found in a PFX, in its order. */
export interface Bags {
  /** PKCS#8, DER. */
  keys: Bytes[];
  /** X.509, DER. */
  certificates: Bytes[];
}

const decrypt = async (identifier: Der, data: Bytes, password: Password): Promise<Bytes> => {
  const fields = fieldsOf(identifier);
  const dotted = oidOf(fields.next());
  const parameters = fields.next();
  if (dotted === PBES2) return decryptPbes2(parameters, data, password.utf8);
  return decryptLegacy(dotted, parameters, data, password.bmp);
};

const decryptKey = async (encryptedKey: Der, password: Password): Promise<Bytes> => {
  const fields = fieldsOf(encryptedKey);
  const identifier = fields.next();
  const plain = await decrypt(identifier, octetsOf(fields.next(TAG.octetString)), password);
  return encodedOf(readDer(plain));
};

const collect = async (
  safeContents: Der,
  password: Password,
  bags: Bags,
  depth = 0,
): Promise<void> => {
  if (depth > 4) throw new DerError('malformed');
  for (const bag of childrenOf(safeContents)) {
    const fields = fieldsOf(bag);
    const type = oidOf(fields.next());
    const value = onlyChildOf(fields.next(context(0)));
    if (type === BAG.key) bags.keys.push(encodedOf(value));
    if (type === BAG.shroudedKey) bags.keys.push(await decryptKey(value, password));
    if (type === BAG.safeContents) await collect(value, password, bags, depth + 1);
    if (type === BAG.certificate) {
      const certificate = fieldsOf(value);
      if (oidOf(certificate.next()) !== BAG.x509) continue;
      bags.certificates.push(octetsOf(onlyChildOf(certificate.next(context(0)))));
    }
  }
};

/** The SafeContents of one part of an AuthenticatedSafe, decrypted (RFC 7292 §4.1). */
const safeContentsOf = async (contentInfo: Der, password: Password): Promise<Der> => {
  const fields = fieldsOf(contentInfo);
  const type = oidOf(fields.next());
  const content = onlyChildOf(fields.next(context(0)));
  if (type === OID.data) return readDer(octetsOf(content));
  if (type !== OID.encryptedData) throw new PfxRefusal('unsupported-algorithm');
  const encryptedData = fieldsOf(content);
  encryptedData.next(TAG.integer);
  const encrypted = fieldsOf(encryptedData.next());
  encrypted.next(TAG.oid);
  const identifier = encrypted.next();
  return readDer(await decrypt(identifier, octetsOf(encrypted.next()), password));
};

/** Reads every bag of an AuthenticatedSafe. Throws `PfxRefusal`, `DerError`. */
export const readBags = async (authenticatedSafe: Bytes, password: Password): Promise<Bags> => {
  const bags: Bags = { keys: [], certificates: [] };
  for (const contentInfo of childrenOf(readDer(authenticatedSafe))) {
    await collect(await safeContentsOf(contentInfo, password), password, bags);
  }
  return bags;
};
