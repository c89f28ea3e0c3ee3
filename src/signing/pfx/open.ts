import { type Bytes, sameBytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type Certificate, readCertificates } from '../certificate/certificate.ts';
import { makeSigningKeys, sign } from '../cms/signing-keys.ts';
import { attempt, type Der, DerError, fieldsOf, onlyChildOf, readDer } from '../der/reader.ts';
import { context, TAG } from '../der/tags.ts';
import { octetsOf, oidOf, smallIntegerOf } from '../der/values.ts';
import { OID } from '../oids.ts';
import { type PfxFault, PfxRefusal } from './fault.ts';
import { lookAlike } from './look-alike.ts';
import { macHolds } from './mac.ts';
import { candidatesOf, type Password } from './password.ts';
import { type Bags, readBags } from './safe-bags.ts';

/** A certificate of a PFX with the key that belongs to it. */
export interface Identity {
  certificate: Certificate;
  /** DER of the authorities above it that the file holds, from its issuer upwards, without the root. */
  chain: Bytes[];
  /** The private key in clear; the caller overwrites it when done. */
  pkcs8: Bytes;
}

export interface OpenedPfx {
  /** In the order of the file; mostly one. */
  identities: [Identity, ...Identity[]];
  /** Whether a MAC showed that file and password are right, or the file has none. */
  integrity: 'verified' | 'absent';
}

interface Outer {
  authenticatedSafe: Bytes;
  macData?: Der;
}

/** The PFX structure itself (RFC 7292 §4). */
const readOuter = (file: Bytes): Outer => {
  const fields = fieldsOf(readDer(file));
  if (smallIntegerOf(fields.next()) !== 3) throw new DerError('malformed');
  const authSafe = fieldsOf(fields.next());
  if (oidOf(authSafe.next()) !== OID.data) throw new DerError('malformed');
  const authenticatedSafe = octetsOf(onlyChildOf(authSafe.next(context(0))));
  const macData = fields.optional(TAG.sequence);
  return { authenticatedSafe, ...(macData && { macData }) };
};

/** Whether a file begins as a PFX does: a SEQUENCE and in it the version, 3. */
const beginsAsPfx = (file: Bytes): boolean => {
  const first = file[1] ?? 0;
  const at = 2 + (first > 0x80 ? first & 0x7f : 0);
  const version = [TAG.integer, 1, 3];
  return file[0] === TAG.sequence && version.every((octet, i) => file[at + i] === octet);
};

/** A key of another kind does not import, and one of another certificate makes no signature that holds under this. */
const belongsTo = async (certificate: Certificate, pkcs8: Bytes): Promise<boolean> => {
  try {
    const nonce = crypto.getRandomValues(new Uint8Array(32));
    await sign(await makeSigningKeys(pkcs8, certificate), 'SHA-256', nonce);
    return true;
  } catch {
    return false;
  }
};

/** The issuers of a certificate by name, upwards, ending before the root. */
const issuersOf = (leaf: Certificate, others: readonly Certificate[]): Certificate[] => {
  const issuers: Certificate[] = [];
  let below = leaf;
  for (;;) {
    const issuer = others.find(
      (other) =>
        sameBytes(other.subjectName, below.issuerName) &&
        !sameBytes(other.subjectName, other.issuerName) &&
        !issuers.includes(other),
    );
    if (!issuer) return issuers;
    issuers.push(issuer);
    below = issuer;
  }
};

/** Files of Java and NSS hold several certificates in any order: the key tells which one is the person's. */
const identityOf = async (
  pkcs8: Bytes,
  certificates: readonly Certificate[],
): Promise<Identity | undefined> => {
  for (const certificate of certificates) {
    if (!(await belongsTo(certificate, pkcs8))) continue;
    const chain = issuersOf(certificate, certificates).map(({ der }) => der);
    return { certificate, chain, pkcs8 };
  }
  return undefined;
};

const identitiesOf = async (bags: Bags): Promise<OpenedPfx['identities']> => {
  if (bags.keys.length === 0) throw new PfxRefusal('no-key');
  const certificates = readCertificates(bags.certificates);
  const found: Identity[] = [];
  for (const pkcs8 of bags.keys) {
    const identity = await identityOf(pkcs8, certificates);
    if (identity) found.push(identity);
  }
  const [first, ...others] = found;
  if (!first) throw new PfxRefusal('no-certificate');
  return [first, ...others];
};

const openWith = async (
  { authenticatedSafe, macData }: Outer,
  password: Password,
): Promise<Result<OpenedPfx, PfxFault>> => {
  try {
    if (macData && !(await macHolds(macData, authenticatedSafe, password))) {
      return err('wrong-password');
    }
    const identities = await identitiesOf(await readBags(authenticatedSafe, password));
    return ok({ identities, integrity: macData ? 'verified' : 'absent' });
  } catch (error) {
    if (error instanceof PfxRefusal) return err(error.fault);
    // Without a MAC a wrong password may first show in what was decrypted.
    if (error instanceof DerError) return err(macData ? 'not-a-pfx' : 'wrong-password');
    throw error;
  }
};

/**
 * Opens a PFX (PKCS #12, RFC 7292), DER or BER, modern or legacy. Whether a certificate in it may sign now is the
 * caller's to ask. Many rounds take seconds: call it in a worker.
 */
export const openPfx = async (
  file: Bytes,
  password: string,
): Promise<Result<OpenedPfx, PfxFault>> => {
  if (!beginsAsPfx(file)) return err(lookAlike(file));
  const outer = attempt(() => readOuter(file));
  if ('broken' in outer) return err(outer.broken === 'truncated' ? 'truncated' : 'not-a-pfx');
  let outcome: Result<OpenedPfx, PfxFault> = err('wrong-password');
  for (const candidate of candidatesOf(password)) {
    outcome = await openWith(outer.value, candidate);
    if (outcome.ok || outcome.error !== 'wrong-password') return outcome;
  }
  return outcome;
};
