import { effect } from '@preact/signals';
import { deleteDB } from 'idb';
import { render } from 'preact';
import { afterAll, afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { leftTheSample } from '../../../app/drafts/move-draft.ts';
import { loadLayouts } from '../../../app/load-layouts.ts';
import { ambiente, ambientesFromGateway } from '../../../app/state.ts';
import { database, stores } from '../../../app/stores.ts';
import { newId } from '../../../base/ids.ts';
import { openDraft } from '../../../draft/history.ts';
import type { CachedLayout } from '../../../layout/types.ts';
import { DraftScreen } from './draft-screen.tsx';

afterEach(() => render(null, document.body));
afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const layout = (source: CachedLayout['source'], ...fields: string[]): CachedLayout => ({
  ...{ spc: 'LIC', slp: 'X', mes: 2, ano: 2019, fetchedAt: 1, askedAt: 1 },
  ...{ sha256: source, source },
  schema: {
    type: 'object',
    properties: Object.fromEntries(fields.map((name) => [name, { type: 'string' }])),
  },
});

/** As a person types, in a field that may come and go. */
const type = (name: string, text: string): void => {
  const field = document.querySelector<HTMLInputElement>(`#campo-${name}`);
  if (!field) throw new Error(`no field ${name}`);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

it('keeps what is typed while a draft leaves its sample, and what is typed after', async () => {
  ambientesFromGateway.value = true;
  ambiente.value = {
    ...{ id: 'a', tipo: 'simulado', nome: 'simulado' },
    ...{ hosts: { recepcao: '' }, anchors: [] },
  };
  const id = newId();
  const sample = layout('sample', 'objeto');
  await stores.layouts.save(sample);
  await stores.drafts.save(
    {
      ...{ id, ambiente: 'a', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 },
      ...{ spc: 'LIC', slp: 'X', mes: 2, ano: 2019 },
      ...{ layoutSha256: sample.sha256, layoutSource: 'sample' },
    },
    [],
    { snapshot: { draftId: id, seq: 0, document: { objeto: 'Compra' } }, keptFrom: 1 },
  );
  const stored = async () => {
    const draft = await stores.drafts.load(id);
    return draft && openDraft(draft.snapshot, draft.changes).document;
  };
  render(<DraftScreen id={id} />, document.body);
  await expect.element(page.getByLabelText('objeto')).toHaveValue('Compra');

  const stop = effect(() => {
    if (leftTheSample.value.has(id)) type('objeto', 'Compra de merenda');
  });
  await stores.layouts.save({
    ...layout('court', 'objeto', 'numero'),
    former: [{ sha256: sample.sha256, source: 'sample', fetchedAt: 1 }],
  });
  await loadLayouts();
  await expect.poll(() => document.querySelector('#campo-numero')).not.toBeNull();
  stop();
  await expect.poll(stored).toEqual({ objeto: 'Compra de merenda' });
  type('numero', '7');
  await expect.poll(stored).toEqual({ objeto: 'Compra de merenda', numero: '7' });
});
