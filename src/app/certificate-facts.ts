import { readCertificate } from '../signing/certificate/certificate.ts';
import { type CertificateFacts, factsOf } from '../signing/certificate/facts.ts';
import type { StoredCertificate } from '../store/schema.ts';

/** All that a known certificate says of itself. */
export const factsOfKnown = ({
  chain: [leaf],
}: StoredCertificate): CertificateFacts | undefined => {
  const certificate = leaf && readCertificate(leaf);
  return certificate && factsOf(certificate);
};
