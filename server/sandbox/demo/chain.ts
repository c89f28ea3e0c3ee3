import type { Bytes } from '../../../src/base/bytes.ts';
import type { SignerName } from '../icp/authorities.ts';
import { type CertificateRequest, type Identity, issue } from './issue.ts';
import { PEN_HOLDERS, type PenHolder } from './pen-holders.ts';
import { PEOPLE, type Person } from './people.ts';
import {
  authority,
  eCpf,
  localServer,
  ocspResponder,
  penBody,
  timestampAuthority,
} from './profiles.ts';

/** A key and certificate, DER. */
export interface KeyAndCertificate {
  certificate: Bytes;
  pkcs8: Bytes;
}

/** An ICP-Brasil-like chain of its own. */
export interface DemoChain {
  signers: Record<SignerName, KeyAndCertificate>;
  server: KeyAndCertificate;
  people: { person: Person; identity: KeyAndCertificate }[];
  pen: { holder: PenHolder; identity: KeyAndCertificate }[];
}

const withKey = async ({ certificate, keys }: Identity): Promise<KeyAndCertificate> => {
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { certificate, pkcs8: new Uint8Array(pkcs8) };
};

/** Makes the chain; `now` in epoch ms. People's certificates are valid for three years. */
export const createDemoChain = async (now: number): Promise<DemoChain> => {
  const root = await issue(authority('AC Raiz Demonstração Estafeta', 'raiz', now));
  const first = await issue(authority('AC Demonstração Estafeta', 'raiz', now), root);
  const final = await issue(authority('AC Final Demonstração Estafeta', 'primeira', now, 0), first);
  const issueLeaf = async (request: CertificateRequest) => withKey(await issue(request, final));
  const people = PEOPLE.map(async (person) => ({
    person,
    identity: await issueLeaf(eCpf(person, now)),
  }));
  const pen = PEN_HOLDERS.map(async (holder) => ({
    holder,
    identity: await issueLeaf(penBody(holder.nome, now)),
  }));
  // At once, because making the keys is what takes long.
  const [ocsp, act, server] = await Promise.all([
    issueLeaf(ocspResponder(now)),
    issueLeaf(timestampAuthority(now)),
    issueLeaf(localServer(now)),
  ]);
  return {
    signers: {
      raiz: await withKey(root),
      primeira: await withKey(first),
      final: await withKey(final),
      ocsp,
      act,
    },
    server,
    people: await Promise.all(people),
    pen: await Promise.all(pen),
  };
};
