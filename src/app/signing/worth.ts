import type { Ambiente } from '../../base/environment.ts';
import type { CertificateFacts } from '../../signing/certificate/facts.ts';
import type { Check } from './checks.ts';

/**
 * Whether a signature can be said to be worth a handwritten one: that of a natural person with a certificate that is seen
 * to be of ICP-Brasil (MP 2.200-2/2001 art. 10 § 1; a seal is none: Resolução CG ICP-Brasil 211/2024 art. 4), and no training.
 */
export const isHandwritten = (
  kind: CertificateFacts['kind'] | undefined,
  checks: readonly Check[],
  tipo: Ambiente['tipo'] | undefined,
): boolean =>
  kind === 'person' && tipo === 'producao' && checks.some(({ code }) => code === 'chain-complete');
