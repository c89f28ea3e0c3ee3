import { readCertificate } from '../../signing/certificate/certificate.ts';
import { certificates } from '../certificates.ts';
import { clockSkew, key, token } from '../state.ts';
import { clock } from '../stores.ts';
import { trustOf } from '../trust/trust.ts';
import { type Check, checksOf } from './checks.ts';

/** The checks before a signature with the open key, as things stand; none while no key is open. */
export const preflight = async (): Promise<Check[]> => {
  const state = key.value;
  if (state.kind !== 'unlocked') return [];
  const { fingerprint } = state.certificate;
  const known = certificates.value.find(({ summary }) => summary.fingerprint === fingerprint);
  const certificate = known?.chain[0] && readCertificate(known.chain[0]);
  if (!certificate) return [];
  return checksOf({
    certificate,
    now: clock.now(),
    trust: await trustOf(),
    ...(token.value && { cpf: token.value.cpf }),
    ...(clockSkew.value !== undefined && { skewMs: clockSkew.value }),
  });
};
