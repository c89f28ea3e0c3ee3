import { effect } from '@preact/signals';
import type { PenEntry } from '../../protocol/pen/types.ts';
import type { BodyHere, PenPlace } from '../../store/pen-lists.ts';
import { bodyHere, recallBody } from '../processes/body.ts';
import { damage, disagreesWithLog } from '../storage/damage.ts';
import { type Attention, attention, NO_ATTENTION } from './attention.ts';
import { penQueue } from './queue-records.ts';
import { penStores } from './stores.ts';
import { processesWritten, tramitesWritten } from './written.ts';

/** Counts again whatever was written, here or in another window. */
export const startCountingAttention = async (): Promise<void> => {
  await recallBody();
  let newest = 0;
  effect(() => {
    void [processesWritten.value, tramitesWritten.value, damage.value];
    const here = bodyHere();
    const entries = penQueue.value;
    newest += 1;
    const mine = newest;
    void count(here, entries).then((counted) => {
      if (mine === newest) attention.value = counted;
    });
  });
};

const count = async (
  here: BodyHere | undefined,
  entries: readonly PenEntry[],
): Promise<Attention> => {
  if (!here) return NO_ATTENTION;
  const own = entries.filter(
    ({ ambiente, frozen }) => ambiente === here.ambiente && frozen.orgao === here.orgao,
  );
  return {
    arrivals: own.filter((entry) => isStill(entry) && !isSending(entry)).length,
    unread: await penStores.processes.count(here, 'unread'),
    refused: await countRefused(here),
    stuck: own.filter((entry) => isStill(entry) && isSending(entry)).length,
  };
};

const isSending = ({ frozen }: PenEntry): boolean => frozen.errand.kind === 'send';

/** Whether it goes on only with somebody's doing, and nobody has asked it to stand. */
const isStill = ({ id, state }: PenEntry): boolean =>
  disagreesWithLog(id) ||
  state.kind === 'needs-person' ||
  (state.kind === 'paused' && state.reason !== 'person' && state.until === undefined);

/** A refused trâmite goes on until its refusal is acknowledged, and few go on at a time. */
const countRefused = async (here: BodyHere): Promise<number> => {
  let refused = 0;
  let after: PenPlace | undefined;
  do {
    const page = await penStores.tramites.page(here, 'sent/going', after);
    refused += page.found.filter(({ situacao }) => situacao === 8).length;
    after = page.next;
  } while (after);
  return refused;
};
