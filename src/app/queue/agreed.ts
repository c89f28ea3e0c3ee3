import {
  agreedMeans,
  CONSENT,
  CONSENT_DELETE,
  ELSEWHERE,
} from '../../protocol/recepcao/agreement.ts';
import type { CertificateSummary } from '../../signing/signer.ts';
import { certificates } from '../certificates.ts';
import type { QueueEntry } from './types.ts';
import { tell } from './verbs.ts';

/** What the person agreed to sign the court's PDF with; `name`: the holder's, while the certificate is known here. */
export type Agreed =
  | { kind: 'nothing' | 'elsewhere' }
  | { kind: 'key'; fingerprint: string; name: string | undefined };

export const agreedOf = (entry: QueueEntry): Agreed => {
  const means = agreedMeans(entry);
  if (means === undefined) return { kind: 'nothing' };
  if (means === ELSEWHERE) return { kind: 'elsewhere' };
  const known = certificates.value.find(({ summary }) => summary.fingerprint === means);
  return { kind: 'key', fingerprint: means, name: known?.summary.holder.name };
};

/** The person's word that an entry is to be homologated, signed with this certificate or with another program. */
export const agree = (
  { id }: QueueEntry,
  by: CertificateSummary | 'another-program',
): ReturnType<typeof tell> => {
  const means = by === 'another-program' ? ELSEWHERE : by.fingerprint;
  return tell(id, { kind: 'consented', step: CONSENT, means });
};

/** The person's word that the delivery an entry is about is to be deleted at the court. */
export const agreeToDelete = ({ id }: QueueEntry): ReturnType<typeof tell> =>
  tell(id, { kind: 'consented', step: CONSENT_DELETE, means: 'delete' });
