import { deleteDB } from 'idb';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { documentedPayload } from '../../../test/support/documented-payload.ts';
import { fromBase64 } from '../../base/bytes.ts';
import type { Ambiente } from '../../base/environment.ts';
import type { Json } from '../../base/json.ts';
import { giveToRepresentacao } from '../drafts/give-to-representacao.ts';
import { filesOfInput } from '../files-to-sign/choose.ts';
import { chosenRepresentacao } from '../session/represented.ts';
import { ambiente, ambientes, ambientesFromGateway } from '../state.ts';
import { database, stores } from '../stores.ts';
import { batch, items, keepItems, questions, showBatch } from './batch-state.ts';
import { answer, bring, bringRest } from './bring.ts';

const { idDocumentoPDF: _, ...rest } = documentedPayload;

const PNG = fromBase64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
);

const environment = (id: string): Ambiente => ({
  ...{ id, tipo: 'simulado', nome: id },
  ...{ hosts: { recepcao: '' }, anchors: [] },
});

beforeEach(async () => {
  // The test server stands for the gateway: no service worker has to fence the workers in.
  ambientesFromGateway.value = true;
  ambientes.value = [environment('a'), environment('b')];
  ambiente.value = ambientes.value[0];
  chosenRepresentacao.value = 1;
  await showBatch(undefined);
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const json = (name: string, value: Json): File => new File([JSON.stringify(value)], name);
const take = (...files: File[]) => bring(filesOfInput(files));

const heads = () =>
  Promise.all(
    items.value.map(({ came }) =>
      came?.kind === 'made' ? stores.draftLists.head(came.draftId) : undefined,
    ),
  );

it('makes all drafts of a batch where it was begun and in its name, whatever is in use by then', async () => {
  const stop = items.subscribe((all) => {
    if (!all.some(({ came }) => came?.kind === 'made')) return;
    ambiente.value = ambientes.value[1];
    chosenRepresentacao.value = 2;
  });
  await take(
    json('REG_LICITACAO_01_2021.json', { ...rest, numeroDecretoMunicipal: 'A' }),
    json('REG_LICITACAO_02_2021.json', { ...rest, numeroDecretoMunicipal: 'B' }),
  );
  stop();
  expect(ambiente.value?.id).toBe('b');
  const own = { ambiente: 'a', representacao: 1 };
  expect(await heads()).toMatchObject([own, own]);
});

/** As a closed window left it: the draft is there, and the batch does not know that it is. */
const cutOff = async (n: number): Promise<string> => {
  const [of, item] = [batch.value, items.value[n]];
  if (!of || item?.came?.kind !== 'made') throw new Error(`${n} is no draft`);
  const { draftId } = item.came;
  await keepItems(of, [{ ...item, came: { kind: 'making', draftId } }]);
  return draftId;
};

const payload = (numeroDecretoMunicipal: string, idDocumentoPDF?: string) => ({
  ...rest,
  ...{ numeroDecretoMunicipal, ...(idDocumentoPDF !== undefined && { idDocumentoPDF }) },
});

it('says only of those files that they are in a draft that was found made which are in it', async () => {
  await take(
    json('REG_LICITACAO_03_2021.json', payload('C', 'bom.png')),
    json('REG_LICITACAO_04_2021.json', payload('D', 'ruim.png')),
    ...[new File([PNG], 'bom.png'), new File(['no picture'], 'ruim.png')],
  );
  const at = (name: string) => items.value.findIndex(({ path }) => path.includes(name));
  const [good, bad] = [at('_03_'), at('_04_')];
  await cutOff(good);
  await giveToRepresentacao(await cutOff(bad), 1);
  await bringRest();
  expect(items.value[good]?.came).toMatchObject({ kind: 'made', files: [{ path: 'bom.png' }] });
  expect(items.value[good]?.came).not.toHaveProperty('files.0.fault');
  expect(items.value[bad]?.came).toMatchObject({
    ...{ kind: 'made', files: [{ path: 'ruim.png', fault: 'not-in-draft' }] },
  });
});

it('makes nothing of a file in the name of another that stood under its path before', async () => {
  await take(json('a.json', { z: 1 }));
  expect([...questions.value.keys()]).toEqual([0]);
  const later = json('a.json', payload('E'));
  await take(later);
  expect(items.value).toMatchObject([{ came: { kind: 'replaced' } }, { size: later.size }]);
  expect([...questions.value.keys()]).toEqual([1]);
  const period = { mes: 5, ano: 2021 };
  await answer([1], { layout: { spc: 'LIC', slp: 'REG_LICITACAO' }, period });
  expect(items.value[1]?.came?.kind).toBe('made');
});

it('drops what was begun of a file that another one takes the place of, unless it was touched', async () => {
  const path = 'REG_LICITACAO_06_2021.json';
  await take(json(path, payload('F')));
  const begun = await cutOff(0);
  await take(json(path, payload('Fa')));
  expect(await stores.draftLists.has(begun)).toBe(false);
  const touched = await cutOff(1);
  await giveToRepresentacao(touched, 1);
  await take(json(path, payload('Fab')));
  const made = { kind: 'made', draftId: expect.any(String) };
  expect(items.value.map(({ came }) => came)).toMatchObject([
    { kind: 'replaced' },
    { ...made, draftId: touched },
    made,
  ]);
});
