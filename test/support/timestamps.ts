import { type Bytes, utf8 } from '../../src/base/bytes.ts';
import { signedContent } from '../../src/signing/cms/check-signer.ts';
import { hashIdentifier, planSigner, writeSignerInfo } from '../../src/signing/cms/signer-info.ts';
import { TAG } from '../../src/signing/der/tags.ts';
import {
  der,
  derSorted,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  tagged,
} from '../../src/signing/der/writer.ts';
import { OID } from '../../src/signing/oids.ts';
import { icpChain, icpKeys } from './icp.ts';
import { signReplaced } from './pdfs.ts';

const digits = (at: number): string => `${new Date(at).toISOString().replace(/[-:T]|\..*/g, '')}Z`;

/** A time-stamp token over some bytes (RFC 3161 §2.4.2), by `tsa` or by whom else is named; `at`: epoch ms. */
export const makeTimestamp = async (stamped: Bytes, at: number, by = 'tsa'): Promise<Bytes> => {
  const keys = await icpKeys(by);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', stamped));
  const info = sequence(
    integer(1),
    oid('1.2.3.4'),
    sequence(hashIdentifier('SHA-256'), octetString(digest)),
    integer(7),
    der(TAG.generalizedTime, utf8(digits(at))),
  );
  const plan = planSigner(keys, icpChain, 'CAdES', { now: at, level: 'BES' });
  const signer = await writeSignerInfo(plan, signedContent(info, OID.timestampInfo));
  const signedData = sequence(
    integer(3),
    setOf(hashIdentifier('SHA-256')),
    sequence(oid(OID.timestampInfo), tagged(0, octetString(info))),
    tagged(0, ...derSorted([keys.certificate.der, ...icpChain])),
    setOf(signer),
  );
  return sequence(oid(OID.signedData), tagged(0, signedData));
};

/** A PDF with something in the place of a time stamp on the whole document (ETSI EN 319 142-1 §5.4.3). */
export const stampDocumentWith = (pdf: Bytes, make: (bytes: Bytes) => Promise<Bytes>) =>
  signReplaced(pdf, '/ETSI.CAdES.detached', '/ETSI.RFC3161', make);

/** A PDF with a time stamp on the whole document, by `tsa`; `at`: epoch ms. */
export const stampDocument = (pdf: Bytes, at: number) =>
  stampDocumentWith(pdf, (bytes) => makeTimestamp(bytes, at));
