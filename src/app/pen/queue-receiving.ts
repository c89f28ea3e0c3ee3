import { ok, type Result } from '../../base/result.ts';
import { enqueue } from '../../outbox/entry.ts';
import type { SaveFault } from '../../outbox/ports.ts';
import { PEN } from '../../protocol/pen/types.ts';
import { tramiteId } from '../../receipt/pen/tramite.ts';
import type { BodyHere } from '../../store/pen-lists.ts';
import { thisBrowser } from '../owner.ts';
import { clock } from '../stores.ts';
import { penQueueStore } from './queue-records.ts';
import { penStores } from './stores.ts';

/** Puts a trâmite that waits at the platform on the queue, to be received; of two windows only one does it, and once. */
export const queueReceiving = (body: BodyHere, idt: number): Promise<Result<void, SaveFault>> =>
  navigator.locks.request(
    `estafeta:receive:${tramiteId(body.ambiente, body.orgao, idt)}`,
    async () => {
      const entries = await penStores.penEntries.ofTramite(body.ambiente, body.orgao, idt);
      return entries.length > 0 ? ok(undefined) : queueAlone(body, idt);
    },
  );

const queueAlone = async (
  { ambiente, orgao }: BodyHere,
  idt: number,
): Promise<Result<void, SaveFault>> => {
  const queued = await enqueue(
    {
      ...{ ambiente, protocol: PEN },
      frozen: { orgao, errand: { kind: 'receive', idt } },
      progress: {},
      owner: await thisBrowser(),
    },
    { store: penQueueStore, clock },
  );
  return queued.ok ? ok(undefined) : queued;
};
