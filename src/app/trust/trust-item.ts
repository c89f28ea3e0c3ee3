import { sha256Hex } from '../../base/bytes.ts';
import type { Published } from '../../signing/trust/trust-file.ts';
import type { TrustItem } from '../../store/schema.ts';
import { clock } from '../stores.ts';

/**
 * What is kept of something published. Lists and answers are replaced by the next from the same address (`place`);
 * certificates, and what came in files, are told apart by their content.
 */
export const itemOf = async (
  { kind, der }: Published,
  source: string,
  place?: string,
): Promise<TrustItem> => {
  const id = kind === 'certificate' || place === undefined ? await sha256Hex(der) : place;
  return { id, kind, der, source, obtainedAt: clock.now() };
};
