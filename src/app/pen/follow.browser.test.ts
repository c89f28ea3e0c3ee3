import { deleteDB } from 'idb';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { enterTheOffice, refusedBy, statusOf } from '../../../test/support/pen-office.ts';
import { tramiteOf } from '../../../test/support/pen-records.ts';
import type { Situacao } from '../../base/situacao.ts';
import { type Tramite, tramiteId } from '../../receipt/pen/tramite.ts';
import { database } from '../stores.ts';
import { cancelTramite, followGoing } from './follow.ts';
import { penStores } from './stores.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const keep = async (idt: number, more: Partial<Tramite>): Promise<string> => {
  const id = tramiteId('simulado', 'prefeitura', idt);
  const createdAt = idt;
  const kept = await penStores.tramites.save(tramiteOf({ ...more, id, idt, createdAt }));
  expect(kept.ok).toBe(true);
  return id;
};

const FAULT = Response.json({ codigoErro: '9', mensagem: 'ainda não' }, { status: 400 });

const situacaoOf = async (id: string) => (await penStores.tramites.load(id))?.situacao;

it('a trâmite whose receipts are not to be had keeps none of the others from being followed', async () => {
  const older = await keep(11, { situacao: 2 });
  const newer = await keep(12, { situacao: 2 });
  const received = await keep(13, { situacao: 3, direction: 'received' });
  enterTheOffice((asked) => {
    if (asked.includes('IDT=13')) return statusOf(13, 7);
    if (asked.includes('IDT=12')) return statusOf(12, 5);
    if (asked.includes('IDT=11')) return statusOf(11, 8);
    if (asked === 'POST /leitura') return refusedBy('reader-elsewhere', { nome: 'Outro' });
    return FAULT.clone();
  });
  await followGoing();
  expect(await situacaoOf(newer)).toBe(5);
  expect(await situacaoOf(older)).toBe(8);
  expect(await situacaoOf(received)).toBe(7);
});

it('without a network the others are not asked about', async () => {
  await keep(21, { situacao: 2 });
  await keep(22, { situacao: 2 });
  const asked = enterTheOffice(() => undefined);
  await followGoing();
  expect(asked).toHaveLength(1);
});

it('cancels without waiting for a receipt', async () => {
  const id = await keep(31, { situacao: 2 });
  let situacao: Situacao = 3;
  enterTheOffice((asked) => {
    if (asked.includes('IDT=31')) return statusOf(31, situacao);
    if (asked !== 'DELETE /v3/tramites/31') return FAULT.clone();
    situacao = 7;
    return new Response('');
  });
  expect(await cancelTramite(id)).toMatchObject({ ok: true, value: { situacao: 7 } });
});
