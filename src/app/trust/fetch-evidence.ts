import { fromHex, sameBytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type Certificate, readCertificates } from '../../signing/certificate/certificate.ts';
import type { CertificateFacts } from '../../signing/certificate/facts.ts';
import type { FileReport, SignatureReport } from '../../signing/report.ts';
import { writeOcspRequest } from '../../signing/revocation/ocsp-request.ts';
import { readTrustFile } from '../../signing/trust/trust-file.ts';
import type { StorageFault } from '../../store/database.ts';
import type { TrustItem } from '../../store/schema.ts';
import { clock } from '../stores.ts';
import { askAuthority, type RelayFault } from './relay.ts';
import { trustOf } from './trust.ts';
import { itemOf } from './trust-item.ts';
import { trustRecords } from './trust-records.ts';

/** A certificate of a report, and the one above it as far as the report knows. */
interface Link {
  subject: CertificateFacts;
  issuer: CertificateFacts | undefined;
}

type Fetched = Result<TrustItem[], RelayFault>;

/** Whether anything new came, or why nothing could. */
export type EvidenceOutcome = Result<boolean, EvidenceFault>;

export type EvidenceFault = RelayFault | StorageFault;

/** Lists change once an hour at most; megabytes are not fetched again for the next file. */
const FRESH_MS = 3_600_000;

const linksOf = ({ chain, timestamp, countersignatures }: SignatureReport): Link[] => [
  ...chain.map((subject, index) => ({ subject, issuer: chain[index + 1] })),
  ...(timestamp?.authority ? [{ subject: timestamp.authority, issuer: undefined }] : []),
  ...countersignatures.flatMap(linksOf),
];

/** What one of the addresses gives, which are mirrors of each other. */
const firstOf = async (addresses: readonly string[], kind: TrustItem['kind']): Promise<Fetched> => {
  let fault: RelayFault = 'no-answer';
  for (const address of addresses) {
    const answer = await askAuthority(address);
    if (!answer.ok) {
      fault = answer.error;
      continue;
    }
    const found = readTrustFile(answer.value).filter((each) => each.kind === kind);
    if (found.length > 0) {
      return ok(await Promise.all(found.map((each) => itemOf(each, address, address))));
    }
  }
  return err(fault);
};

const ocspAnswer = async (
  { serialNumber, fingerprint, ocspAddresses: [address] }: CertificateFacts,
  issuer: Certificate,
): Promise<Fetched> => {
  if (address === undefined) return ok([]);
  const body = await writeOcspRequest({ serialNumber: fromHex(serialNumber) }, issuer);
  const answer = await askAuthority(address, { type: 'application/ocsp-request', body });
  if (!answer.ok) return answer;
  const found = readTrustFile(answer.value).filter(({ kind }) => kind === 'ocsp-response');
  return ok(
    await Promise.all(found.map((each) => itemOf(each, address, `${address} ${fingerprint}`))),
  );
};

/** What is missing to judge a certificate: its issuer's, a current list, an answer about it. */
const fetchFor = async (
  { subject, issuer }: Link,
  known: readonly Certificate[],
  kept: readonly TrustItem[],
): Promise<Fetched[]> => {
  const { crlAddresses, issuerAddresses } = subject;
  const above = known.find(({ fingerprint }) => fingerprint === issuer?.fingerprint);
  const isFresh = kept.some(
    ({ id, obtainedAt }) => crlAddresses.includes(id) && obtainedAt > clock.now() - FRESH_MS,
  );
  return Promise.all([
    above || issuerAddresses.length === 0 ? ok([]) : firstOf(issuerAddresses, 'certificate'),
    isFresh || crlAddresses.length === 0 ? ok([]) : firstOf(crlAddresses, 'crl'),
    above ? ocspAnswer(subject, above) : ok([]),
  ]);
};

const isNew = (kept: readonly TrustItem[], { id, der }: TrustItem): boolean => {
  const before = kept.find((item) => item.id === id);
  return !before || !sameBytes(before.der, der);
};

/**
 * Fetches, through the gateway, what the certificates of a report say is published about them, and keeps what came.
 * Gives whether any of it is new: then the file is worth examining again. Where nothing at all was reached, the error
 * says why, and nothing has changed.
 */
export const fetchEvidence = async (report: FileReport): Promise<EvidenceOutcome> => {
  const { anchors, intermediates } = await trustOf();
  const kept = await trustRecords.list();
  const roots = readCertificates(anchors);
  const isRoot = (facts: CertificateFacts) =>
    roots.some(({ fingerprint }) => fingerprint === facts.fingerprint);
  const known = [...roots, ...readCertificates(intermediates)];
  const bySubject = new Map(
    report.signatures
      .flatMap(linksOf)
      .filter(({ subject }) => !isRoot(subject))
      .map((link) => [link.subject.fingerprint, link]),
  );
  const links = [...bySubject.values()];
  const fetched = (await Promise.all(links.map((link) => fetchFor(link, known, kept)))).flat();
  const items = new Map(
    fetched.flatMap((each) => (each.ok ? each.value : [])).map((item) => [item.id, item]),
  );
  const fault = fetched.find((each) => !each.ok);
  if (items.size === 0) return fault && !fault.ok ? err(fault.error) : ok(false);
  const saved = await trustRecords.save([...items.values()]);
  return saved.ok ? ok([...items.values()].some((item) => isNew(kept, item))) : saved;
};
