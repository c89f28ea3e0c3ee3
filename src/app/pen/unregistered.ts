import { computed } from '@preact/signals';
import type { PenEntry, SendErrand } from '../../protocol/pen/types.ts';
import { bodyHere } from '../processes/body.ts';
import { penQueue } from './queue-records.ts';

/** What is on the queue of the body in use and has no trâmite at the platform yet, the oldest first. */
export const unregisteredSendings = computed(() => {
  const here = bodyHere();
  return penQueue.value.flatMap((entry): { entry: PenEntry; errand: SendErrand }[] => {
    const { ambiente, frozen, progress } = entry;
    const { orgao, errand } = frozen;
    const isHere = ambiente === here?.ambiente && orgao === here.orgao;
    return isHere && errand.kind === 'send' && progress.idt === undefined
      ? [{ entry, errand }]
      : [];
  });
});
