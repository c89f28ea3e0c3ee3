import type { Extension } from 'pkijs';
import { certificateAddress, crlAddress, OCSP_ADDRESS } from '../icp/addresses.ts';
import type { AuthorityName } from '../icp/authorities.ts';
import {
  authorityInfoAccess,
  basicConstraints,
  certificatePolicy,
  crlDistributionPoint,
  dnsName,
  emailName,
  extendedKeyUsage,
  ipName,
  keyUsage,
  ocspNoCheck,
  otherName,
  subjectAltName,
} from './extensions.ts';
import type { CertificateRequest } from './issue.ts';
import type { Person } from './people.ts';

const DAY = 24 * 60 * 60 * 1000;
const LEAF_DAYS = 3 * 365;
const AUTHORITY_DAYS = 6 * 365;

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';
/** DOC-ICP-04: policy of an A1 certificate; 999 is nobody's number. */
const POLICY_A1 = '2.16.76.1.2.1.999';
const HOLDER_DATA = '2.16.76.1.3.1';

/** From now (epoch ms), in whole seconds and a day back for clocks that are a little behind. */
const validity = (now: number, days: number) => {
  const notBefore = Math.floor(now / 1000) * 1000 - DAY;
  return { notBefore, notAfter: notBefore + days * DAY };
};

/** Where the issuer of an authority publishes; a root is its own issuer. */
const publishedBy = (issuer: AuthorityName): Extension[] => [
  crlDistributionPoint(crlAddress(issuer)),
  authorityInfoAccess(certificateAddress(issuer)),
];

/** The same for what the final authority issues, which has an OCSP responder. */
const PUBLISHED_BY_FINAL: Extension[] = [
  crlDistributionPoint(crlAddress('final')),
  authorityInfoAccess(certificateAddress('final'), OCSP_ADDRESS),
];

export const authority = (
  commonName: string,
  issuer: AuthorityName,
  now: number,
  pathLength?: number,
): CertificateRequest => ({
  commonName,
  organizationalUnit: 'Autoridade de demonstração, sem valor',
  extensions: [
    basicConstraints(pathLength),
    keyUsage('keyCertSign', 'cRLSign'),
    ...publishedBy(issuer),
  ],
  ...validity(now, AUTHORITY_DAYS),
});

/** Birth, CPF, NIS, RG and issuing body, by position (DOC-ICP-04). */
const holderData = ({ birth, cpf }: Person) => birth + cpf + '0'.repeat(11 + 15);

/** An e-CPF of type A1. */
export const eCpf = (person: Person, now: number): CertificateRequest => ({
  commonName: `${person.nome}:${person.cpf}`,
  organizationalUnit: 'e-CPF de demonstração, sem valor',
  extensions: [
    keyUsage('digitalSignature', 'nonRepudiation', 'keyEncipherment'),
    extendedKeyUsage([CLIENT_AUTH, EMAIL_PROTECTION]),
    certificatePolicy(POLICY_A1),
    ...PUBLISHED_BY_FINAL,
    subjectAltName(
      otherName(HOLDER_DATA, holderData(person)),
      emailName(`${person.file}@demonstracao.invalid`),
    ),
  ],
  ...validity(now, LEAF_DAYS),
});

/** Passaporte's TLS server on this machine. */
export const localServer = (now: number): CertificateRequest => ({
  commonName: 'localhost',
  organizationalUnit: 'Servidor de demonstração, sem valor',
  extensions: [
    keyUsage('digitalSignature', 'keyEncipherment'),
    extendedKeyUsage([SERVER_AUTH]),
    subjectAltName(
      dnsName('localhost'),
      ipName([127, 0, 0, 1]),
      ipName([...Array<number>(15).fill(0), 1]),
    ),
  ],
  ...validity(now, LEAF_DAYS),
});

/** A body of the platform of electronic processes, or the platform itself: it signs receipts and is a TLS client. */
export const penBody = (nome: string, now: number): CertificateRequest => ({
  commonName: nome,
  organizationalUnit: 'Órgão de demonstração, sem valor',
  extensions: [
    keyUsage('digitalSignature', 'nonRepudiation', 'keyEncipherment'),
    extendedKeyUsage([CLIENT_AUTH]),
    ...PUBLISHED_BY_FINAL,
  ],
  ...validity(now, LEAF_DAYS),
});

/** Answers OCSP requests in the final authority's name (RFC 6960 §4.2.2.2). */
export const ocspResponder = (now: number): CertificateRequest => ({
  commonName: 'OCSP Demonstração Estafeta',
  organizationalUnit: 'Autoridade de demonstração, sem valor',
  extensions: [keyUsage('digitalSignature'), extendedKeyUsage([OCSP_SIGNING]), ocspNoCheck()],
  ...validity(now, AUTHORITY_DAYS),
});

/** Time stamp authority: its only purpose, and critical (RFC 3161 §2.3). */
export const timestampAuthority = (now: number): CertificateRequest => ({
  commonName: 'ACT Demonstração Estafeta',
  organizationalUnit: 'Autoridade de demonstração, sem valor',
  extensions: [
    keyUsage('digitalSignature', 'nonRepudiation'),
    extendedKeyUsage([TIME_STAMPING], true),
    ...PUBLISHED_BY_FINAL,
  ],
  ...validity(now, AUTHORITY_DAYS),
});
