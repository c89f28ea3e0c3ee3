import { agreedOf } from '../../../app/queue/agreed.ts';
import { entriesInUse } from '../../../app/queue/entries-in-use.ts';
import type { QueueEntry } from '../../../app/queue/types.ts';
import { key } from '../../../app/state.ts';
import { Unlock } from '../../certificate/unlock.tsx';
import { loginFor } from '../../moment.ts';
import { queueText as text } from '../../text/fila.ts';

/** The one place to open the certificate, and how many entries wait for that. */
export const KeyNeeded = () => {
  const count = entriesInUse.value.filter(waitsForKey).length;
  if (count === 0) return null;
  return (
    <section class="card stack" aria-labelledby="espera-certificado">
      <h2 id="espera-certificado">{text.keyTitle(count)}</h2>
      <Unlock />
    </section>
  );
};

const waitsForKey = (entry: QueueEntry): boolean => {
  const { state } = entry;
  if (state.kind === 'waiting' && state.need === 'unlock') return waitsForAgreedKey(entry);
  const asks =
    state.kind === 'uncertain' ||
    (state.kind === 'needs-person' && state.what === 'check') ||
    (state.kind === 'waiting' && state.need === 'token');
  return asks && loginFor(entry) === 'certificate-closed';
};

const waitsForAgreedKey = (entry: QueueEntry): boolean => {
  const agreed = agreedOf(entry);
  const open = key.value.kind === 'unlocked' ? key.value.certificate.fingerprint : undefined;
  return agreed.kind === 'key' && agreed.fingerprint !== open;
};
