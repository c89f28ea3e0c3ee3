import type { Clock } from '../../../src/base/clock.ts';
import { readCertificate, readCertificates } from '../../../src/signing/certificate/certificate.ts';
import { findChain } from '../../../src/signing/certificate/chain.ts';
import type { TrustStore } from '../../../src/signing/verification.ts';
import type { RecognisePerson } from '../tcmgo/passaporte.ts';
import { PEOPLE } from './people.ts';

/** Knows the demo people by a certificate of the demo chain that is in force. */
export const recognisePerson = (trust: TrustStore, clock: Clock): RecognisePerson => {
  const anchors = readCertificates(trust.anchors);
  const intermediates = readCertificates(trust.intermediates);
  return async (der) => {
    const certificate = readCertificate(der);
    if (!certificate) return undefined;
    const chain = await findChain(certificate, intermediates, anchors, clock.now());
    return chain.ok ? PEOPLE.find((person) => person.cpf === certificate.holder.cpf) : undefined;
  };
};
