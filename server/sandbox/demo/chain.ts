import type { Bytes } from '../../../src/base/bytes.ts';
import {
  basicConstraints,
  certificatePolicy,
  dnsName,
  emailName,
  extendedKeyUsage,
  ipName,
  keyUsage,
  otherName,
  subjectAltName,
} from './extensions.ts';
import { type CertificateRequest, type Identity, issue, newKeys } from './issue.ts';
import { PEOPLE, type Person } from './people.ts';

const DAY = 24 * 60 * 60 * 1000;
const LEAF_DAYS = 3 * 365;
const AUTHORITY_DAYS = 6 * 365;

const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';
/** DOC-ICP-04: policy of an A1 certificate; 999 is nobody's number. */
const POLICY_A1 = '2.16.76.1.2.1.999';
const HOLDER_DATA = '2.16.76.1.3.1';

/** A key and certificate, DER. */
export interface KeyAndCertificate {
  certificate: Bytes;
  pkcs8: Bytes;
}

/** An ICP-Brasil-like chain of its own; the authorities' keys are not kept. */
export interface DemoChain {
  root: Bytes;
  intermediates: Bytes[];
  server: KeyAndCertificate;
  people: { person: Person; identity: KeyAndCertificate }[];
}

/** Birth, CPF, NIS, RG and issuing body, by position (DOC-ICP-04). */
const holderData = ({ birth, cpf }: Person) => birth + cpf + '0'.repeat(11 + 15);

const exported = async ({ certificate, keys }: Identity): Promise<KeyAndCertificate> => ({
  certificate,
  pkcs8: new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey)),
});

/** Makes the chain; `now` in epoch ms. Leaves are valid for three years. */
export const createDemoChain = async (now: number): Promise<DemoChain> => {
  // Whole seconds, and a day back for clocks that are a little behind.
  const notBefore = Math.floor(now / 1000) * 1000 - DAY;
  const authority = (commonName: string, pathLength?: number): CertificateRequest => ({
    commonName,
    organizationalUnit: 'Autoridade de demonstração, sem valor',
    extensions: [basicConstraints(pathLength), keyUsage('keyCertSign', 'cRLSign')],
    notBefore,
    notAfter: notBefore + AUTHORITY_DAYS * DAY,
  });
  const leaf = (commonName: string, extensions: CertificateRequest['extensions']) => ({
    commonName,
    organizationalUnit: 'Certificado de demonstração, sem valor',
    extensions,
    notBefore,
    notAfter: notBefore + LEAF_DAYS * DAY,
  });
  const person = (each: Person) =>
    leaf(`${each.nome}:${each.cpf}`, [
      keyUsage('digitalSignature', 'nonRepudiation', 'keyEncipherment'),
      extendedKeyUsage(CLIENT_AUTH, EMAIL_PROTECTION),
      certificatePolicy(POLICY_A1),
      subjectAltName(
        otherName(HOLDER_DATA, holderData(each)),
        emailName(`${each.file}@demonstracao.invalid`),
      ),
    ]);

  const [rootKeys, firstKeys, finalKeys, serverKeys, ...peopleKeys] = await Promise.all([
    ...[newKeys(), newKeys(), newKeys(), newKeys()],
    ...PEOPLE.map(newKeys),
  ]);
  if (!rootKeys || !firstKeys || !finalKeys || !serverKeys) throw new Error('no keys were made');

  const root = await issue(rootKeys, authority('AC Raiz Demonstração Estafeta'));
  const first = await issue(firstKeys, authority('AC Demonstração Estafeta'), root);
  const final = await issue(finalKeys, authority('AC Final Demonstração Estafeta', 0), first);
  const server = await issue(
    serverKeys,
    leaf('localhost', [
      keyUsage('digitalSignature', 'keyEncipherment'),
      extendedKeyUsage(SERVER_AUTH),
      subjectAltName(
        dnsName('localhost'),
        ipName([127, 0, 0, 1]),
        ipName([...Array<number>(15).fill(0), 1]),
      ),
    ]),
    final,
  );
  const people = PEOPLE.map(async (each, index) => {
    const keys = peopleKeys[index] ?? (await newKeys());
    return { person: each, identity: await exported(await issue(keys, person(each), final)) };
  });

  return {
    root: root.certificate,
    intermediates: [final.certificate, first.certificate],
    server: await exported(server),
    people: await Promise.all(people),
  };
};
