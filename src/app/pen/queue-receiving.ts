import type { Result } from '../../base/result.ts';
import { enqueue } from '../../outbox/entry.ts';
import type { SaveFault } from '../../outbox/ports.ts';
import { PEN, type PenEntry } from '../../protocol/pen/types.ts';
import type { BodyHere } from '../../store/pen-lists.ts';
import { thisBrowser } from '../owner.ts';
import { clock } from '../stores.ts';
import { penQueueStore } from './queue-records.ts';

/** Puts a trâmite that waits at the platform on the queue, to be received. */
export const queueReceiving = async (
  { ambiente, orgao }: BodyHere,
  idt: number,
): Promise<Result<PenEntry, SaveFault>> =>
  enqueue(
    {
      ...{ ambiente, protocol: PEN },
      frozen: { orgao, errand: { kind: 'receive', idt } },
      progress: {},
      owner: await thisBrowser(),
    },
    { store: penQueueStore, clock },
  );
