import { agreedMeans, CONSENT } from '../../protocol/recepcao/agreement.ts';
import { errandOf } from '../../protocol/recepcao/errand.ts';
import type { QueueEntry } from '../queue/types.ts';
import { disagreesWithLog } from '../storage/damage.ts';

/** Where an entry stands on its way to the homologation, once the court holds its delivery. */
export type HomologationStage =
  /** It is compared, its PDF is fetched; it will ask for the person's word. */
  | 'coming'
  /** The same, but paused: only the person lets it go on. */
  | 'resting'
  /** All is there for the person's word. */
  | 'asks'
  /** The word was given; it is signed, sent, confirmed. */
  | 'agreed'
  /** What the court holds is not what is to be homologated. */
  | 'differs'
  /** The court has it no more. */
  | 'gone'
  /** The court's PDF cannot be signed here, or not at all. */
  | 'unsignable'
  /** It stops for another reason, which the queue tells. */
  | 'stopped'
  | 'homologated';

/** `undefined`: it is not about a delivery that may be homologated, or is over without. */
export const homologationStage = (entry: QueueEntry): HomologationStage | undefined => {
  const { state, frozen, progress } = entry;
  const { kind } = errandOf(frozen);
  if (kind === 'delete' || state.kind === 'rejected' || state.kind === 'cancelled')
    return undefined;
  if (kind !== 'homologate' && !progress.delivery) return undefined;
  if (state.kind === 'done') return 'homologated';
  if (disagreesWithLog(entry.id)) return 'stopped';
  if (state.kind === 'needs-person') return asked(state);
  if (state.kind === 'paused' && state.until === undefined) return 'resting';
  return agreedMeans(entry) === undefined ? 'coming' : 'agreed';
};

type Asking = Extract<QueueEntry['state'], { kind: 'needs-person' }>;

const BY_REFUSAL: Record<string, HomologationStage> = {
  'content-differs': 'differs',
  'delivery-gone': 'gone',
  'not-a-pdf': 'unsignable',
  'pdf-broken': 'unsignable',
  'pdf-encrypted': 'unsignable',
  'pdf-locked': 'unsignable',
};

const asked = (state: Asking): HomologationStage => {
  if (state.what === 'consent') return state.step === CONSENT ? 'asks' : 'stopped';
  return (state.what === 'mend' && BY_REFUSAL[state.code]) || 'stopped';
};
