import { deleteDB } from 'idb';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import {
  comeIn,
  enterTheOffice,
  own,
  refusedBy,
  statusOf,
} from '../../../test/support/pen-office.ts';
import { tramiteOf } from '../../../test/support/pen-records.ts';
import { commit } from '../../outbox/commit.ts';
import { tramiteId } from '../../receipt/pen/tramite.ts';
import { clock, database } from '../stores.ts';
import { lookForPending } from './inbox.ts';
import { reader } from './office.ts';
import { inTime, platform } from './platform.ts';
import { queueReceiving } from './queue-receiving.ts';
import { penQueueStore } from './queue-records.ts';
import { penStores } from './stores.ts';

const HERE = { ambiente: 'simulado', orgao: 'prefeitura' };

afterEach(() => {
  vi.unstubAllGlobals();
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

it('a trâmite that waits is taken up once, also where two windows see it together', async () => {
  enterTheOffice(() => undefined);
  await Promise.all([queueReceiving(HERE, 51), queueReceiving(HERE, 51)]);
  expect(await penStores.penEntries.ofTramite('simulado', 'prefeitura', 51)).toHaveLength(1);
});

it('tells a missing network, a missing role and another reader apart', async () => {
  enterTheOffice(() => undefined);
  expect(await lookForPending()).toEqual({ ok: false, error: 'no-network' });
  enterTheOffice(() => refusedBy('role-missing'));
  expect(await lookForPending()).toEqual({ ok: false, error: 'role-missing' });
  enterTheOffice(() => refusedBy('reader-elsewhere', { nome: 'Outro', ate: 1 }));
  expect(await lookForPending()).toEqual({ ok: false, error: 'reader-elsewhere' });
  expect(reader.value).toEqual({ kind: 'elsewhere', nome: 'Outro' });
});

it('what waits for an answer ends where its sender has cancelled it', async () => {
  enterTheOffice((what) => {
    if (what === 'POST /leitura') return own({ ate: Date.now() + 60_000 });
    if (what.startsWith('GET /v3/tramites/pendentes')) return Response.json([]);
    return what.includes('IDT=71') ? statusOf(71, 7) : statusOf(72, 4);
  });
  for (const idt of [71, 72]) {
    await queueReceiving(HERE, idt);
    const [queued] = await penStores.penEntries.ofTramite('simulado', 'prefeitura', idt);
    const lacking = { kind: 'lacking', step: 'answer', need: 'consent' } as const;
    if (queued)
      await commit(queued, lacking, { progress: { idt } }, { store: penQueueStore, clock });
    const id = tramiteId('simulado', 'prefeitura', idt);
    await penStores.tramites.save(tramiteOf({ id, idt, direction: 'received', situacao: 3 }));
  }
  await lookForPending();
  const entryOf = async (idt: number) =>
    (await penStores.penEntries.ofTramite('simulado', 'prefeitura', idt))[0];
  expect((await entryOf(71))?.state.kind).toBe('cancelled');
  expect((await entryOf(72))?.state.kind).toBe('needs-person');
});

it('what was sent is followed also while another browser reads', async () => {
  await penStores.tramites.save(tramiteOf({ situacao: 2 }));
  const asked = enterTheOffice((what) =>
    what === 'POST /leitura' ? refusedBy('reader-elsewhere', { nome: 'Outro' }) : undefined,
  );
  await lookForPending();
  expect(asked).toContain('GET /v3/tramites?IDT=1');
});

it('what waits for one body is not taken up for another whose office was entered meanwhile', async () => {
  enterTheOffice((what) => {
    if (what === 'POST /leitura') return own({ ate: Date.now() + 60_000 });
    if (what.startsWith('GET /v3/tramites/pendentes')) comeIn('ministerio');
    return Response.json([{ IDT: 61, status: 2 }]);
  });
  await lookForPending();
  expect(await penStores.penEntries.ofTramite('simulado', 'ministerio', 61)).toEqual([]);
  expect(await penStores.penEntries.ofTramite('simulado', 'prefeitura', 61)).toHaveLength(1);
});

it('a request never leaves under the session of another body than its own', async () => {
  const asked = enterTheOffice(() => Response.json({ tramites: [] }));
  const pen = platform(HERE);
  comeIn('ministerio');
  const answer = await pen?.tramites({ IDT: 1 }, inTime());
  expect(answer).toMatchObject({ ok: false, error: { kind: 'not-entered' } });
  expect(asked).toEqual([]);
});
