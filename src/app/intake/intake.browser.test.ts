import { signal } from '@preact/signals';
import { deleteDB } from 'idb';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { documentedPayload } from '../../../test/support/documented-payload.ts';
import { fromBase64 } from '../../base/bytes.ts';
import type { Json } from '../../base/json.ts';
import { payloadOf } from '../../draft/payload.ts';
import { filesOfInput } from '../files-to-sign/choose.ts';
import { zipStream } from '../files-to-sign/zip.ts';
import { layoutFor } from '../layouts.ts';
import { ambiente, ambientesFromGateway } from '../state.ts';
import { database, stores } from '../stores.ts';
import { copyDraft, startFromDelivery } from './copy-draft.ts';
import { createDrafts } from './create-drafts.ts';
import { exportDraft } from './export-draft.ts';
import { clearIntake, leftOver, payloads, refusedZips, unread, work } from './intake-state.ts';
import { settle, settleMonth, takeFiles } from './take-files.ts';
import { stopIntake } from './turns.ts';

const PNG = fromBase64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
);
const { idDocumentoPDF: _, ...rest } = documentedPayload;

beforeEach(() => {
  // The test server stands for the gateway: no service worker has to fence the workers in.
  ambientesFromGateway.value = true;
  ambiente.value = {
    ...{ id: 'a', tipo: 'simulado', nome: 'simulado' },
    ...{ hosts: { recepcao: '' }, anchors: [] },
  };
  clearIntake();
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const json = (name: string, value: Json | string): File =>
  new File([typeof value === 'string' ? value : JSON.stringify(value)], name);
const picture = (name: string): File => new File([PNG], name);
const zip = async (name: string, ...files: File[]): Promise<File> => {
  const members = files.map((file) => ({ name: file.name, content: file }));
  return new File([await new Response(zipStream(members)).blob()], name);
};

const take = (...files: File[]) => takeFiles(filesOfInput(files));
const found = (path: string) => {
  const payload = payloads.value.find((each) => each.path === path);
  if (!payload) throw new Error(`${path} was not found`);
  return payload;
};
const draftOf = (path: string): string => {
  const { outcome } = found(path);
  if (!outcome?.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value.draftId;
};

/** A kept draft as its screen would hold it. */
const held = async (id: string) => {
  const stored = await stores.drafts.load(id);
  if (!stored) throw new Error(`${id} is not kept`);
  const layout = await layoutFor(stored.draft);
  if (!layout.ok) throw new Error(layout.error);
  const { document } = stored.snapshot;
  const attachments = await stores.drafts.attachments(id);
  return {
    ...{ draft: signal(stored.draft), document: signal(document), layout: layout.value },
    payload: signal(payloadOf(document)),
    attachments: signal(new Map(attachments.map((each) => [each.id, each]))),
  };
};

it('makes a draft with its file of a payload whose name says what it is', async () => {
  const path = 'REG_LICITACAO_02_2019.json';
  await take(
    json(path, { ...rest, idDocumentoPDF: 'Decreto.png', extra: 1 }),
    ...[picture('decreto.png'), picture('sobra.png')],
  );
  expect(found(path).examined).toMatchObject({
    ok: true,
    value: { errors: 0, unknown: [{ place: '/extra', count: 1 }] },
  });
  expect(leftOver.value).toEqual(['sobra.png']);
  await createDrafts();
  const { draft, document, attachments } = await held(draftOf(path));
  const { idDocumentoPDF, ...others } = document.value;
  expect(draft.value).toMatchObject({ spc: 'LIC', slp: 'REG_LICITACAO', mes: 2, ano: 2019 });
  expect(others).toEqual({ ...rest, extra: 1 });
  expect(attachments.value.get(String(idDocumentoPDF))?.chosen.name).toBe('decreto.png');
});

it('asks the month of what does not say it, once for all, and the layout of what is of none', async () => {
  await take(json('a.json', { ...rest, numeroDecretoMunicipal: '1' }), json('b.json', { z: 1 }));
  expect(found('a.json')).toMatchObject({ layout: { slp: 'REG_LICITACAO' } });
  expect(found('b.json').layout).toBeUndefined();
  await settleMonth({ mes: 3, ano: 2019 });
  expect(found('a.json').examined?.ok).toBe(true);
  await settle('b.json', { spc: 'LIC', slp: 'REG_LICITACAO', mes: 4, ano: 2019 });
  expect(found('b.json').examined).toMatchObject({
    value: { unknown: [{ place: '/z', count: 1 }] },
  });
});

it('makes nothing twice of the same bytes unless it is told to', async () => {
  const value = { ...rest, numeroDecretoMunicipal: 'só uma vez' };
  const [first, second] = ['REG_LICITACAO_02_2019.json', 'x/REG_LICITACAO_02_2019.json'];
  await takeFiles([
    { file: json(first, value), path: first },
    { file: json(second, value), path: second },
  ]);
  expect(found(second)).toMatchObject({ twin: first, selected: false });
  await createDrafts();
  expect(found(second).outcome).toBeUndefined();
  clearIntake();
  await take(json('REG_LICITACAO_02_2019 (1).json', value));
  expect(payloads.value).toMatchObject([{ selected: false, earlierDraft: expect.any(String) }]);
});

it('says why a file or a ZIP is not read, and reads the others', async () => {
  const outside = await zip('fora.zip', json('../REG_LICITACAO_02_2019.json', rest));
  await take(outside, json('torto.json', '{"a":1,}'), json('REG_LICITACAO_02_2019.json', rest));
  expect(refusedZips.value).toEqual([{ path: 'fora.zip', fault: 'unsafe-names' }]);
  expect(found('torto.json').reading).toMatchObject({ error: { fault: 'comma-too-many' } });
  expect(found('REG_LICITACAO_02_2019.json').examined?.ok).toBe(true);
});

it('stops when it is told to, and keeps what was read', async () => {
  const files = Array.from({ length: 5 }, (_, index) => json(`${index}.json`, rest));
  const stop = payloads.subscribe(({ length }) => {
    if (length === 2) stopIntake();
  });
  await take(...files);
  stop();
  expect(payloads.value).toHaveLength(2);
  expect(unread.value).toBe(3);
  expect(work.value).toBeUndefined();
});

it('takes back a bundle that it made, files and all', async () => {
  const path = 'REG_LICITACAO_05_2019.json';
  await take(json(path, { ...rest, idDocumentoPDF: 'a.png' }), picture('a.png'));
  await createDrafts();
  const original = await held(draftOf(path));
  const { name, content, missing } = await exportDraft(original, 'bundle', 'ainda sem número');
  expect(missing).toEqual([]);
  expect(name).toBe('REG_LICITACAO_05_2019.zip');
  clearIntake();
  await take(new File([content], 'renomeado.zip'));
  expect(leftOver.value).toEqual([]);
  await createDrafts();
  const again = await held(draftOf('renomeado/REG_LICITACAO_05_2019/payload.json'));
  const {
    id: _id,
    draftId: _draft,
    ...attached
  } = [...original.attachments.value.values()][0] ?? {};
  expect([...again.attachments.value.values()]).toMatchObject([attached]);
  const { idDocumentoPDF: _before, ...before } = original.payload.value;
  const { idDocumentoPDF: _now, ...now } = again.payload.value;
  expect(now).toEqual(before);
  expect(again.draft.value).toMatchObject({ mes: 5, ano: 2019 });
});

it('copies a draft to another month with its files, as an initial delivery', async () => {
  const path = 'REG_LICITACAO_06_2019.json';
  const correction = { ...rest, codTipoEnvio: 2, motivoAtualizacaoCorrecao: 'erro' };
  await take(json(path, { ...correction, idDocumentoPDF: 'a.png' }), picture('a.png'));
  await createDrafts();
  const original = await held(draftOf(path));
  const copied = await copyDraft(original, { mes: 7, ano: 2019 }, false);
  if (!copied.ok) throw new Error(copied.error);
  expect(copied.value).toMatchObject({ sameLayout: true, source: 'sample', monthChanged: false });
  const copy = await held(copied.value.draftId);
  const { idDocumentoPDF, ...others } = copy.document.value;
  expect(others).toEqual(rest);
  expect(idDocumentoPDF).not.toBe(original.document.value.idDocumentoPDF);
  expect(copy.attachments.value.get(String(idDocumentoPDF))?.chosen.name).toBe('a.png');
  expect(original.document.value).toMatchObject(correction);
});

it('begins a draft with what was delivered: the files kept by their hash, as an initial delivery', async () => {
  const [kept, gone] = [
    '29f5882c-1188-4be6-9d16-b56d959e3518',
    '3a3a3a3a-1188-4be6-9d16-b56d959e3518',
  ];
  const content = await stores.files.put(new Blob([PNG]));
  if (!content.ok) throw new Error(content.error);
  const body = { ...rest, codTipoEnvio: 3, motivoAtualizacaoCorrecao: 'x', idDocumentoPDF: kept };
  const file = { name: 'a.png', size: PNG.length, sha256: 'no longer needed', signatarios: [] };
  const delivery = {
    ...({ id: 'd', ambiente: 'a', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 } as const),
    ...{ spc: 'LIC', slp: 'REG_LICITACAO', mes: 12, ano: 2019, layoutSha256: 'another' },
    ...{ representacao: 1, courtId: 1, recibo: 'r', statusEnvio: 'HOMOLOGADO', deliveredAt: 1 },
    ...{ logHead: '', files: [{ ...file, sentSha256: content.value, courtId: kept }] },
    body: { text: JSON.stringify(body), sha256: '' },
  };
  const begun = await startFromDelivery(delivery, { mes: 1, ano: 2020 });
  if (!begun.ok) throw new Error(begun.error);
  expect(begun.value).toMatchObject({ sameLayout: false, missing: [], notAttached: [] });
  const { draft, document, attachments } = await held(begun.value.draftId);
  const { idDocumentoPDF, ...others } = document.value;
  expect(draft.value).toMatchObject({ mes: 1, ano: 2020 });
  expect(others).toEqual({ ...rest, codTipoEnvio: 1 });
  expect(attachments.value.get(String(idDocumentoPDF))?.chosen.sha256).toBe(content.value);

  const text = JSON.stringify({ ...body, idDocumentoPDF: gone });
  const without = { ...delivery, files: [], body: { text, sha256: '' } };
  const lacking = await startFromDelivery(without, { mes: 2, ano: 2020 });
  if (!lacking.ok) throw new Error(lacking.error);
  expect(lacking.value.missing).toEqual([gone]);
  expect((await held(lacking.value.draftId)).payload.value).not.toHaveProperty('idDocumentoPDF');
});
