import { signal } from '@preact/signals';
import axe from 'axe-core';
import { deleteDB } from 'idb';
import { render } from 'preact';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { recepcaoEntryOf } from '../../../../test/support/recepcao-entry.ts';
import { loadPutAway } from '../../../app/drafts/refused-before.ts';
import { ambiente, records } from '../../../app/state.ts';
import { database } from '../../../app/stores.ts';
import type { JsonObject } from '../../../base/json.ts';
import { newDraft } from '../../../draft/new-draft.ts';
import type { Edit } from '../../../draft/types.ts';
import { fieldsOf } from '../../../layout/fields.ts';
import type { CachedLayout } from '../../../layout/types.ts';
import { report } from '../../../validation/report.ts';
import { errorIndex } from '../../form/entries-by-field.ts';
import '../../styles/parts.css';
import '../../styles/screens.css';
import '../../styles/tokens.css';
import { ErrorList } from './error-list.tsx';

const schema: JsonObject = {
  type: 'object',
  required: ['ano'],
  properties: {
    ano: { type: 'integer' },
    folha: {
      type: 'array',
      items: {
        type: 'object',
        properties: { valor: { type: 'number', maximum: 10, minimum: 0 } },
        additionalProperties: false,
      },
    },
  },
};

const layout: CachedLayout = {
  ...{ spc: 'LIC', slp: 'X', mes: 1, ano: 2026, schema, sha256: 'aa', fetchedAt: 1 },
  source: 'court',
};
const form = fieldsOf(schema, layout);

let edits: Edit[] = [];

const show = (payload: JsonObject) =>
  render(
    <ErrorList
      session={{
        ...{ layout, form, payload: signal(payload), verdict: signal(true) },
        draft: signal(newDraft('d1', 'simulado', layout, form, 1).draft),
        attachments: signal(new Map()),
        isReportCurrent: signal(true),
        checked: async () => [],
        edit: (edit) => edits.push(edit),
      }}
      errors={errorIndex()(report(schema, payload), 'checking')}
      checking
      court={undefined}
    />,
    document.body,
  );

beforeEach(() => {
  edits = [];
  ambiente.value = {
    ...{ id: 'simulado', tipo: 'simulado', nome: 'simulado' },
    ...{ hosts: { recepcao: '' }, anchors: [] },
  };
});

afterEach(() => {
  render(null, document.body);
  records.entries.value = [];
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const links = () => page.getByRole('button', { name: /Folha \d+ ›/ }).elements().length;

it('ten thousand errors are counted and grouped, and shown twenty at a time', async () => {
  show({ folha: Array.from({ length: 10_000 }, () => ({ valor: 11 })) });
  await expect.element(page.getByText('10.001 erros a corrigir')).toBeVisible();
  expect(document.querySelectorAll('*').length).toBeLessThan(200);
  expect(links()).toBe(0);
  await page.getByText('Folha', { exact: true }).click();
  await expect.poll(links).toBe(20);
  await page.getByRole('button', { name: 'Mostrar mais 20 (faltam 9.980)' }).click();
  await expect.poll(links).toBe(40);
  await expect
    .element(page.getByText('Aqui cabe um número de 0 a 10. Está 11.').first())
    .toBeVisible();
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'],
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('a few errors are shown at once, whatever block they stand in', async () => {
  show({ folha: [{ valor: 11 }, { valor: -1 }] });
  await expect.poll(links).toBe(2);
  await expect.element(page.getByText('Falta o número. Este campo é obrigatório.')).toBeVisible();
});

it('what the layout does not know can be removed, where no field shows it', async () => {
  show({ ano: 2026, folha: [{ sobra: 1, 'a/b': 2 }] });
  await page.getByRole('button', { name: 'Remover do rascunho: a/b, sobra' }).click();
  const pointers = ['/folha/0/a~1b', '/folha/0/sobra'];
  expect(edits).toEqual([
    { op: 'several', edits: pointers.map((pointer) => ({ op: 'remove', pointer })) },
  ]);
});

it('a rule by which the court refused the like before is told until it is put away for good', async () => {
  const entry = recepcaoEntryOf({
    state: {
      ...{ kind: 'rejected', step: 'send', code: 'rule-errors' },
      detail: [{ regra: 7, mensagem: 'Valor acima do previsto.' }],
    },
  });
  records.entries.value = [{ ...entry, frozen: { ...entry.frozen, draftId: 'outro' } }];
  await loadPutAway(layout);
  show({ ano: 2026 });
  await expect.element(page.getByText('O tribunal recusou isto antes: regra 7')).toBeVisible();
  await page.getByRole('button', { name: 'Não avisar mais da regra 7' }).click();
  await expect.element(page.getByText('O tribunal recusou isto antes')).not.toBeInTheDocument();
  await loadPutAway(layout);
  expect(page.getByText('O tribunal recusou isto antes').elements()).toEqual([]);
});
