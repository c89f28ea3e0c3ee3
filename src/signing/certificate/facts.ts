import type { CertificateSummary } from '../signer.ts';

/** What a person is told of a certificate, beyond its summary. */
export interface CertificateFacts extends CertificateSummary {
  /** INTEGER octets, lower-case hexadecimal. */
  serialNumber: string;
  /** Whom it stands for: by DOC-ICP-04, its policy and its holder's numbers. */
  kind:
    | 'person'
    | 'company'
    | 'seal'
    | 'application'
    | 'timestamp-authority'
    | 'authority'
    | 'other';
  /** Such as `RSA 2048` or `P-256`. */
  key: string;
  /** OIDs of its certificate policies. */
  policies: string[];
  /** Key usages by their names in RFC 5280 §4.2.1.3. */
  usages: string[];
  /** Where CRL and OCSP answers of its issuer are, as it says itself; http(s) addresses. */
  crlAddresses: string[];
  ocspAddresses: string[];
  /** Where its issuer's certificate is. */
  issuerAddresses: string[];
}
