import { signal } from '@preact/signals';
import { deleteDB } from 'idb';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { newId } from '../../base/ids.ts';
import type { JsonObject } from '../../base/json.ts';
import { placeholderFor } from '../../base/placeholder.ts';
import type { Draft } from '../../draft/types.ts';
import { fieldsOf } from '../../layout/fields.ts';
import type { Reference } from '../../layout/types.ts';
import { enqueue } from '../../outbox/entry.ts';
import type { RecepcaoEntry } from '../../protocol/recepcao/types.ts';
import { dryRun } from '../change/dry-run.ts';
import { loadQueue, queueStore } from '../queue/queue-records.ts';
import { cancelAll } from '../queue/verbs.ts';
import { ambiente } from '../state.ts';
import { clock, database, stores } from '../stores.ts';
import { earlierFor, numbersThatCame, withNumbers } from './freeze-links.ts';
import { type Link, linkTo } from './link.ts';
import { brokenLinks } from './link-faults.ts';
import { linkTargets } from './link-targets.ts';
import { referredBy } from './referred-by.ts';
import { shownPayload } from './shown-payload.ts';

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

beforeEach(() => {
  ambiente.value = {
    ...{ id: 'a', tipo: 'simulado', nome: 'simulado' },
    ...{ hosts: { recepcao: '' }, anchors: [] },
  };
});

const PROCEDURE = { spc: 'LIC', slp: 'LICITACAOFASE1' };
const PLACE = { ambiente: 'a', representacao: 1 };
const schema = { type: 'object', properties: { idProcedimento: { type: 'integer' } } };

const formWith = (side: { homologatedOnly?: boolean } = {}) => {
  const fields = { '/properties/idProcedimento': { refersTo: ['LIC/LICITACAOFASE1'], ...side } };
  return fieldsOf(schema, PROCEDURE, { side: { groups: {}, fields }, tables: [] });
};

const queued = async (objeto: string, more: Partial<RecepcaoEntry> = {}) => {
  const frozen = {
    ...{ ...PROCEDURE, draftId: objeto, mes: 2, ano: 2024, layoutSha256: '' },
    payload: { numeroLicitacao: 12, exercicioLicitacao: 2024, objeto },
    files: [],
  };
  const entry = await enqueue(
    {
      ...{ ambiente: 'a', representacao: 1, protocol: 'recepcao', frozen },
      ...{ owner: { id: 'here', name: 'aqui' }, progress: { uploads: {} }, ...more },
    },
    { store: queueStore, clock },
  );
  if (!entry.ok) throw new Error(entry.error);
  await loadQueue();
  return entry.value;
};

let nextId = 500;

/** Queued, and answered by the court with an id. */
const delivered = async (objeto: string, more: Partial<RecepcaoEntry> = {}) => {
  const id = ++nextId;
  const text = JSON.stringify({ numeroLicitacao: 12, exercicioLicitacao: 2024, objeto });
  const statusEnvio = 'NAO_HOMOLOGADO';
  const recibo = newId();
  const entry = await queued(objeto, {
    progress: {
      uploads: {},
      finalBody: { text, sha256: objeto },
      delivery: { id, recibo, statusEnvio, deliveredAt: id },
    },
    ...more,
  });
  return { entry, courtId: id };
};

const payloadWith = (idProcedimento: number): JsonObject => ({ idProcedimento });

const targetsOf = async (until: Reference['until'] = 'delivered'): Promise<Link[]> => {
  const found: Link[] = [];
  for await (const page of linkTargets({ layouts: [PROCEDURE], until }, PLACE)) found.push(...page);
  return found;
};

it('what waits in the queue is known by its content, and the errand that refers to it comes after it', async () => {
  const entry = await queued('Merenda');
  const value = placeholderFor(entry.id);
  expect(await linkTo(value, 'a')).toMatchObject({
    standing: 'under-way',
    summary: '12/2024, Merenda',
    entryId: entry.id,
  });
  const payload = payloadWith(value);
  expect(await brokenLinks(payload, PLACE)).toEqual([]);
  expect(await numbersThatCame(payload, formWith(), PLACE)).toBeUndefined();
  expect(await earlierFor(payload, formWith(), PLACE)).toEqual({
    ok: true,
    value: [{ entryId: entry.id, until: 'delivered', fills: '/idProcedimento' }],
  });
  expect(await shownPayload(payload, PLACE, 'sem número')).toEqual({
    idProcedimento: 'sem número',
  });
});

it('the court is not asked about a number that nobody gave', async () => {
  ambiente.value = ambiente.value && { ...ambiente.value, validar: '/validar' };
  const { id } = await queued('Reforma');
  const draft: Draft = {
    ...{ id: 'd', ambiente: 'a', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 },
    ...{ ...PROCEDURE, mes: 2, ano: 2024, layoutSha256: '', layoutSource: 'court' },
  };
  const said = await dryRun(
    {
      draft: signal(draft),
      payload: signal(payloadWith(placeholderFor(id))),
      attachments: signal(new Map()),
    },
    1,
  );
  expect(said).toEqual({ ok: false, error: 'number-to-come' });
});

it('what was delivered meanwhile gives its number, unless the field waits for the homologation', async () => {
  const { entry, courtId } = await delivered('Obras');
  const payload = payloadWith(placeholderFor(entry.id));
  expect(await numbersThatCame(payload, formWith(), PLACE)).toEqual({
    op: 'several',
    edits: [{ op: 'set', pointer: '/idProcedimento', value: courtId }],
  });
  expect(await shownPayload(payload, PLACE, '')).toEqual(payloadWith(courtId));
  expect(await withNumbers(payload, PLACE)).toEqual(payloadWith(courtId));
  const strict = formWith({ homologatedOnly: true });
  expect(await numbersThatCame(payload, strict, PLACE)).toBeUndefined();
  expect(await earlierFor(payload, strict, PLACE)).toEqual({
    ok: true,
    value: [{ entryId: entry.id, until: 'homologated', fills: '/idProcedimento' }],
  });
});

it('nothing is sent that refers to what was given up, was deleted, is of another, or is not known here', async () => {
  const givenUp = await queued('Uma');
  await cancelAll([givenUp.id]);
  const deleted = await delivered('Duas');
  await stores.courtDeliveries.save(
    { ambiente: 'a', courtId: deleted.courtId },
    (known) => known && { ...known, goneAt: known.heardAt + 1 },
  );
  const ofAnother = await queued('Três', { representacao: 2 });
  const elsewhere = await queued('Quatro', { ambiente: 'b' });
  const faults = {
    'link-came-to-nothing': givenUp.id,
    'link-gone': deleted.entry.id,
    'link-of-another': ofAnother.id,
    'link-unknown': elsewhere.id,
  };
  for (const [fault, id] of Object.entries(faults)) {
    const payload = payloadWith(placeholderFor(id));
    expect(await brokenLinks(payload, PLACE)).toEqual([{ pointer: '/idProcedimento', fault }]);
    expect(await numbersThatCame(payload, formWith(), PLACE)).toBeUndefined();
    expect(await earlierFor(payload, formWith(), PLACE)).toEqual({ ok: false, error: fault });
  }
});

it('where two entries begin with the same id, neither is taken for the one that was meant', async () => {
  const entry = await queued('Gêmea');
  const twin = {
    ...entry,
    id: `${entry.id.slice(0, 14)}${entry.id.slice(14).replace(/./g, (c) => (c === '-' ? c : 'f'))}`,
  };
  await stores.entries.save({ ...twin, logSize: 0 }, []);
  const payload = payloadWith(placeholderFor(entry.id));
  expect(await earlierFor(payload, formWith(), PLACE)).toEqual({
    ok: false,
    error: 'link-unknown',
  });
});

it('offers what is to come first, each once, and nothing of another name', async () => {
  const waiting = await queued('Ponte');
  const { entry, courtId } = await delivered('Escola');
  const hidden = await queued('Oculta', { representacao: 2 });
  const offered = await targetsOf();
  expect(offered[0]).toMatchObject({ entryId: waiting.id });
  expect(offered.filter(({ summary }) => summary.includes('Escola'))).toEqual([
    expect.objectContaining({ value: courtId, standing: 'delivered' }),
  ]);
  expect(offered.some(({ entryId }) => entryId === hidden.id)).toBe(false);
  // The homologation is still to come: the entry is what is waited for.
  const strict = (await targetsOf('homologated')).filter(({ summary }) =>
    summary.includes('Escola'),
  );
  expect(strict).toEqual([expect.objectContaining({ value: placeholderFor(entry.id), courtId })]);
});

it('before a delivery goes, all that uses its number is found: delivered, queued with it, or waiting for it', async () => {
  const { entry, courtId } = await delivered('Usada');
  const target = { ...PROCEDURE, ...PLACE, courtId, contents: [entry.id] };
  const uses = async (idLicitacaoFase1: number, isDelivered = false, representacao = 1) => {
    const content = { idLicitacaoFase1 };
    const frozen = { ...entry.frozen, slp: 'LICITACAOFASE2', payload: content };
    if (!isDelivered) return queued('', { frozen, representacao });
    const id = ++nextId;
    const delivery = { id, recibo: newId(), statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: id };
    const finalBody = { text: JSON.stringify(content), sha256: newId() };
    return queued('', { frozen, representacao, progress: { uploads: {}, finalBody, delivery } });
  };
  const users = [
    await uses(courtId),
    await uses(placeholderFor(entry.id)),
    await uses(courtId, true),
  ];
  await uses(courtId + 1000);
  // The court's number is of another there.
  await uses(courtId, false, 2);
  await uses(courtId, true, 2);
  const found: string[] = [];
  for await (const { entryId, courtId: of } of referredBy(target)) found.push(entryId ?? `${of}`);
  expect(found.toSorted()).toEqual(
    [users[0]?.id, users[1]?.id, `${users[2]?.progress.delivery?.id}`].toSorted(),
  );
});
