import { toHex } from '../../base/bytes.ts';
import { OID } from '../oids.ts';
import type { PublicKey } from '../public-key.ts';
import type { CertificateSummary } from '../signer.ts';
import { type Certificate, summaryOf } from './certificate.ts';
import { KEY_USAGES, type KeyUsageName } from './extensions.ts';

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
  /** Such as `RSA 2048` or `P-256`; empty where it is none of those WebCrypto knows. */
  key: string;
  /** OIDs of its certificate policies. */
  policies: string[];
  /** Key usages by their names in RFC 5280 §4.2.1.3; none where the certificate does not restrict them. */
  usages: KeyUsageName[];
  /** Where CRL and OCSP answers of its issuer are, as it says itself; http(s) addresses. */
  crlAddresses: string[];
  ocspAddresses: string[];
  /** Where its issuer's certificate is. */
  issuerAddresses: string[];
}

/** Arc of the certificate policies of end users (DOC-ICP-04): its next number is the type. */
const TYPE_OF_POLICY = /^2\.16\.76\.1\.2\.(\d+)\./;

/** Types that tell what a certificate stands for (DOC-ICP-04 after Resolução CG ICP-Brasil 211/2024). */
const KINDS: Record<string, CertificateFacts['kind']> = {
  '201': 'seal', // SE-S
  '202': 'seal', // SE-H
  '203': 'application', // AE-S
  '204': 'application', // AE-H
  '303': 'timestamp-authority', // T3
  '304': 'timestamp-authority', // T4
};

/** A1 to A4 and S1 to S4 are of persons and of companies alike: their holder's numbers tell which. */
const kindOf = ({ extensions, holder }: Certificate): CertificateFacts['kind'] => {
  if (extensions.isAuthority) return 'authority';
  if (extensions.purposes?.includes(OID.timeStamping)) return 'timestamp-authority';
  const byPolicy = extensions.policies
    .map((policy) => KINDS[TYPE_OF_POLICY.exec(`${policy}.`)?.[1] ?? ''])
    .find((kind) => kind !== undefined);
  if (byPolicy) return byPolicy;
  if (holder.cnpj) return 'company';
  return holder.cpf ? 'person' : 'other';
};

const keyNameOf = ({ type }: PublicKey): string => {
  if (type.name === 'RSA') return `RSA ${type.bits}`;
  return type.name === 'EC' ? type.curve : '';
};

/** What a person is told of a certificate. */
export const factsOf = (certificate: Certificate): CertificateFacts => {
  const { serialNumber, publicKey, extensions } = certificate;
  const { keyUsage, policies, crlAddresses, ocspAddresses, issuerAddresses } = extensions;
  return {
    ...summaryOf(certificate),
    serialNumber: toHex(serialNumber),
    kind: kindOf(certificate),
    key: keyNameOf(publicKey),
    policies,
    usages: KEY_USAGES.filter((name) => keyUsage?.[name]),
    crlAddresses,
    ocspAddresses,
    issuerAddresses,
  };
};
