import { deleteDB } from 'idb';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { documentedPayload } from '../../../test/support/documented-payload.ts';
import type { Ambiente } from '../../base/environment.ts';
import type { Json } from '../../base/json.ts';
import { filesOfInput } from '../files-to-sign/choose.ts';
import { chosenRepresentacao } from '../session/represented.ts';
import { ambiente, ambientes, ambientesFromGateway } from '../state.ts';
import { database, stores } from '../stores.ts';
import { items, showBatch } from './batch-state.ts';
import { bring } from './bring.ts';

const { idDocumentoPDF: _, ...rest } = documentedPayload;

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
