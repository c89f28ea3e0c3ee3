import type { Bytes } from '../../../src/base/bytes.ts';
import { type CertificateRequest, type Identity, issue } from './issue.ts';
import { PEOPLE, type Person } from './people.ts';
import { authority, eCpf, localServer } from './profiles.ts';

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

const issueLeaf = async (
  request: CertificateRequest,
  issuer: Identity,
): Promise<KeyAndCertificate> => {
  const { certificate, keys } = await issue(request, issuer);
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { certificate, pkcs8: new Uint8Array(pkcs8) };
};

/** Makes the chain; `now` in epoch ms. Leaves are valid for three years. */
export const createDemoChain = async (now: number): Promise<DemoChain> => {
  const root = await issue(authority('AC Raiz Demonstração Estafeta', now));
  const first = await issue(authority('AC Demonstração Estafeta', now), root);
  const final = await issue(authority('AC Final Demonstração Estafeta', now, 0), first);
  const people = PEOPLE.map(async (person) => ({
    person,
    identity: await issueLeaf(eCpf(person, now), final),
  }));
  return {
    root: root.certificate,
    intermediates: [final.certificate, first.certificate],
    server: await issueLeaf(localServer(now), final),
    people: await Promise.all(people),
  };
};
