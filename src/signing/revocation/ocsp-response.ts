import type { Bytes } from '../../base/bytes.ts';
import {
  attempt,
  childrenOf,
  contentOf,
  type Der,
  DerError,
  encodedOf,
  fieldsOf,
  onlyChildOf,
  readDer,
} from '../der/reader.ts';
import { context, contextPrimitive, TAG } from '../der/tags.ts';
import { bitStringOf, octetsOf, oidOf, timeOf } from '../der/values.ts';
import { OID } from '../oids.ts';
import { type CertId, readCertId } from './cert-id.ts';
import { criticalExtensionsOf } from './critical-extensions.ts';
import type { Revocation } from './statement.ts';

/** A SingleResponse (RFC 6960 §4.2.1); the status `unknown` is left out. */
interface OcspStatus {
  id: CertId;
  /** Epoch ms. */
  thisUpdate: number;
  /** Epoch ms; absent where newer answers are to be had at any time. */
  nextUpdate?: number;
  /** Absent: good. */
  revoked?: Revocation;
}

/** A successful BasicOCSPResponse (RFC 6960 §4.2.1), not yet verified. */
export interface OcspResponse {
  responder: { by: 'name'; name: Bytes } | { by: 'key'; keyHash: Bytes };
  statuses: OcspStatus[];
  /** DER. */
  certificates: Bytes[];
  signed: { data: Bytes; algorithm: Der; signature: Bytes };
}

const SUCCESSFUL = 0;
const GOOD = contextPrimitive(0);
const REVOKED = context(1);

const readResponder = (node: Der): OcspResponse['responder'] => {
  if (node.tag === context(1)) return { by: 'name', name: encodedOf(onlyChildOf(node)) };
  if (node.tag === context(2)) return { by: 'key', keyHash: octetsOf(onlyChildOf(node)) };
  throw new DerError('malformed');
};

const readRevoked = (node: Der): Revocation => {
  const fields = fieldsOf(node, REVOKED);
  const since = timeOf(fields.next());
  const reason = fields.optional(context(0));
  return { since, reason: reason ? (contentOf(onlyChildOf(reason))[0] ?? 0) : 0 };
};

const readStatus = (node: Der): OcspStatus[] => {
  const fields = fieldsOf(node);
  const id = readCertId(fields.next(TAG.sequence));
  const status = fields.next();
  const thisUpdate = timeOf(fields.next());
  const next = fields.optional(context(0));
  const extensions = fields.optional(context(1));
  const critical = criticalExtensionsOf(extensions && onlyChildOf(extensions));
  if (critical.length > 0) return [];
  const times = { id, thisUpdate, ...(next && { nextUpdate: timeOf(onlyChildOf(next)) }) };
  if (status.tag === GOOD) return [times];
  return status.tag === REVOKED ? [{ ...times, revoked: readRevoked(status) }] : [];
};

const readBasic = (basic: Der): OcspResponse => {
  const fields = fieldsOf(basic);
  const data = fields.next(TAG.sequence);
  const algorithm = fields.next(TAG.sequence);
  const signature = bitStringOf(fields.next());
  const certificates = fields.optional(context(0));
  const members = fieldsOf(data);
  members.optional(context(0));
  const responder = readResponder(members.next());
  members.next(TAG.generalizedTime);
  const statuses = childrenOf(members.next(TAG.sequence)).flatMap(readStatus);
  const extensions = members.optional(context(1));
  const critical = criticalExtensionsOf(extensions && onlyChildOf(extensions));
  if (critical.length > 0) throw new DerError('malformed');
  return {
    responder,
    statuses,
    certificates: certificates ? childrenOf(onlyChildOf(certificates)).map(encodedOf) : [],
    signed: { data: encodedOf(data), algorithm, signature },
  };
};

const read = (der: Bytes): OcspResponse => {
  const fields = fieldsOf(readDer(der));
  const status = contentOf(fields.next(TAG.enumerated))[0];
  const response = fieldsOf(onlyChildOf(fields.next(context(0))));
  const kind = oidOf(response.next(TAG.oid));
  if (status !== SUCCESSFUL || kind !== OID.basicOcspResponse) throw new DerError('malformed');
  return readBasic(readDer(octetsOf(response.next(TAG.octetString))));
};

/** Reads an OCSPResponse; `undefined` where the bytes are none, or tell only that the responder could not answer. */
export const readOcspResponse = (der: Bytes): OcspResponse | undefined => {
  const outcome = attempt(() => read(der));
  return 'value' in outcome ? outcome.value : undefined;
};
