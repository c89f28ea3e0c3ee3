import { type Bytes, sameBytes } from '../../base/bytes.ts';
import { verifySignature } from '../algorithm.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { shownNameOf } from '../certificate/name.ts';
import {
  attempt,
  type Der,
  DerError,
  encodedOf,
  fieldsOf,
  onlyChildOf,
  readDer,
} from '../der/reader.ts';
import { context, TAG } from '../der/tags.ts';
import { bitStringOf, timeOf } from '../der/values.ts';
import { criticalExtensionsOf } from './critical-extensions.ts';
import { findEntry } from './crl-entries.ts';
import type { Statement } from './statement.ts';

/** The frame of a CertificateList (RFC 5280 §5.1); its entries stay bytes. */
export interface Crl {
  /** Name in DER, compared octet by octet. */
  issuerName: Bytes;
  /** The same as people read it. */
  issuer: string;
  /** Epoch ms. */
  thisUpdate: number;
  /** Epoch ms. */
  nextUpdate: number;
  /** revokedCertificates; absent where nothing is revoked. */
  entries: Der | undefined;
  signed: { data: Bytes; algorithm: Der; signature: Bytes };
}

const read = (der: Bytes): Crl => {
  const outer = readDer(der);
  if (outer.end !== der.length) throw new DerError('malformed');
  const fields = fieldsOf(outer);
  const list = fields.next(TAG.sequence);
  const algorithm = fields.next(TAG.sequence);
  const signature = bitStringOf(fields.next());
  const members = fieldsOf(list);
  members.optional(TAG.integer);
  const innerAlgorithm = members.next(TAG.sequence);
  const name = members.next(TAG.sequence);
  const thisUpdate = timeOf(members.next());
  // RFC 5280 §5.1.2.5 demands it; without it nobody can tell how long a list holds.
  const nextUpdate = timeOf(members.next());
  const entries = members.optional(TAG.sequence);
  const extensions = members.optional(context(0));
  // §5.2: what is critical and unknown bars the list. So do deltas, and lists for a part of the certificates or of
  // several issuers, whose marks are always critical (§5.2.4, §5.2.5): none of them says "not revoked" by silence.
  const critical = criticalExtensionsOf(extensions && onlyChildOf(extensions));
  const agree = sameBytes(encodedOf(innerAlgorithm), encodedOf(algorithm));
  if (critical.length > 0 || !agree) throw new DerError('malformed');
  const signed = { data: encodedOf(list), algorithm, signature };
  const issuerName = encodedOf(name);
  return { issuerName, issuer: shownNameOf(name), thisUpdate, nextUpdate, entries, signed };
};

/** Reads a complete CRL, DER; `undefined` where the bytes are none, or one for a part of the certificates only. */
export const readCrl = (der: Bytes): Crl | undefined => {
  const outcome = attempt(() => read(der));
  return 'value' in outcome ? outcome.value : undefined;
};

const readSigned = async (der: Bytes, issuer: Certificate): Promise<Crl | undefined> => {
  const crl = readCrl(der);
  if (!crl || !sameBytes(crl.issuerName, issuer.subjectName)) return undefined;
  const { data, algorithm, signature } = crl.signed;
  const verdict = await verifySignature(issuer.publicKey, algorithm, signature, data);
  return verdict === 'valid' ? crl : undefined;
};

const known = new WeakMap<Bytes, Map<string, Promise<Crl | undefined>>>();

/** A CRL that its issuer signed: looked at once, however many certificates it is asked about. */
const signedCrl = (der: Bytes, issuer: Certificate): Promise<Crl | undefined> => {
  const byIssuer = known.get(der) ?? new Map<string, Promise<Crl | undefined>>();
  known.set(der, byIssuer);
  const crl = byIssuer.get(issuer.fingerprint) ?? readSigned(der, issuer);
  byIssuer.set(issuer.fingerprint, crl);
  return crl;
};

/** What a CRL says of a certificate; `undefined` where it is not the issuer's, or not to be relied on. */
export const statementOfCrl = async (
  der: Bytes,
  certificate: Certificate,
  issuer: Certificate,
): Promise<Statement | undefined> => {
  if (issuer.extensions.keyUsage?.cRLSign === false) return undefined;
  const crl = await signedCrl(der, issuer);
  if (!crl) return undefined;
  const found = attempt(() => crl.entries && findEntry(crl.entries, certificate.serialNumber));
  if ('broken' in found) return undefined;
  const times = { issuedAt: crl.thisUpdate, until: crl.nextUpdate };
  return found.value ? { ...times, revoked: found.value } : times;
};
