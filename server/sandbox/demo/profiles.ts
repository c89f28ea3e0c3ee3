import {
  basicConstraints,
  certificatePolicy,
  crlDistributionPoint,
  dnsName,
  emailName,
  extendedKeyUsage,
  ipName,
  keyUsage,
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
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';
/** DOC-ICP-04: policy of an A1 certificate; 999 is nobody's number. */
const POLICY_A1 = '2.16.76.1.2.1.999';
const HOLDER_DATA = '2.16.76.1.3.1';
/** Nobody publishes it: the demo authorities revoke nothing. */
const REVOCATION_LIST = 'http://ac.demonstracao.invalid/lcr.crl';

/** From now (epoch ms), in whole seconds and a day back for clocks that are a little behind. */
const validity = (now: number, days: number) => {
  const notBefore = Math.floor(now / 1000) * 1000 - DAY;
  return { notBefore, notAfter: notBefore + days * DAY };
};

export const authority = (
  commonName: string,
  now: number,
  pathLength?: number,
): CertificateRequest => ({
  commonName,
  organizationalUnit: 'Autoridade de demonstração, sem valor',
  extensions: [
    basicConstraints(pathLength),
    keyUsage('keyCertSign', 'cRLSign'),
    crlDistributionPoint(REVOCATION_LIST),
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
    extendedKeyUsage(CLIENT_AUTH, EMAIL_PROTECTION),
    certificatePolicy(POLICY_A1),
    crlDistributionPoint(REVOCATION_LIST),
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
    extendedKeyUsage(SERVER_AUTH),
    subjectAltName(
      dnsName('localhost'),
      ipName([127, 0, 0, 1]),
      ipName([...Array<number>(15).fill(0), 1]),
    ),
  ],
  ...validity(now, LEAF_DAYS),
});
