import { deleteDB } from 'idb';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterAll, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { loadQueue, queueStore } from '../../app/queue/queue-records.ts';
import { chosenRepresentacao } from '../../app/session/represented.ts';
import { ambiente } from '../../app/state.ts';
import { clock, database } from '../../app/stores.ts';
import type { JsonObject } from '../../base/json.ts';
import { placeholderFor } from '../../base/placeholder.ts';
import { applyEdit } from '../../draft/edit.ts';
import { fieldsOf } from '../../layout/fields.ts';
import { enqueue } from '../../outbox/entry.ts';
import { errorIndex } from '../form/entries-by-field.ts';
import { LayoutForm } from '../form/layout-form.tsx';
import '../styles/form.css';
import '../styles/grid.css';
import '../styles/parts.css';
import '../styles/tokens.css';

const LAYOUT = { spc: 'ATOSDEPESSOAL', slp: 'PES_ADMISSAO' };
const schema = {
  type: 'object',
  properties: {
    servidores: {
      type: 'array',
      items: {
        type: 'object',
        properties: { idPessoalCargo: { type: 'integer' }, ordem: { type: 'integer' } },
      },
    },
  },
};
const fields = {
  '/properties/servidores/items/properties/idPessoalCargo': {
    label: 'Cargo',
    refersTo: ['ATOSDEPESSOAL/PES_CARGOS'],
  },
};
const form = fieldsOf(schema, LAYOUT, { side: { groups: {}, fields }, tables: [] });

let document_: JsonObject = { servidores: [{ ordem: 1 }, { ordem: 2 }] };

const Screen = () => {
  const [shown, show] = useState(document_);
  return (
    <LayoutForm
      form={form}
      layout={LAYOUT}
      document={shown}
      courtSentences={new Map()}
      errors={errorIndex()([], 'typing')}
      attachments={new Map()}
      keptFiles={new Map()}
      fileFaults={new Map()}
      readOnly={false}
      onEdit={(edit) => {
        document_ = applyEdit(document_, edit);
        show(document_);
      }}
      onImport={() => {}}
      onUndo={() => {}}
      onRedo={() => {}}
      onFile={() => {}}
    />
  );
};

const queuesCargo = async (nomeCargo: string): Promise<number> => {
  const queued = await enqueue(
    {
      ...{ ambiente: 'a', representacao: 1, protocol: 'recepcao' },
      owner: { id: 'here', name: 'aqui' },
      frozen: {
        ...{ spc: 'ATOSDEPESSOAL', slp: 'PES_CARGOS', mes: 2, ano: 2024 },
        ...{ draftId: 'd', layoutSha256: '', payload: { nomeCargo }, files: [] },
      },
      progress: { uploads: {} },
    },
    { store: queueStore, clock },
  );
  if (!queued.ok) throw new Error(queued.error);
  await loadQueue();
  return placeholderFor(queued.value.id);
};

afterAll(async () => {
  render(null, document.body);
  await database.close();
  await deleteDB('estafeta');
});

it('in a table, F2 leads to where a delivery is chosen by its name, which then stands in the cell', async () => {
  ambiente.value = {
    ...{ id: 'a', tipo: 'simulado', nome: 'simulado' },
    ...{ hosts: { recepcao: '' }, anchors: [] },
  };
  const placeholder = await queuesCargo('Professor');
  render(<Screen />, document.body);
  const cell = page.getByRole('gridcell', { name: /^Cargo, linha 1/ });
  await userEvent.click(page.getByRole('gridcell').first());
  await expect.element(cell).toHaveFocus();
  await userEvent.keyboard('{F2}');
  await userEvent.click(page.getByRole('button', { name: 'Escolher a entrega: Cargo' }));
  await userEvent.click(page.getByRole('button', { name: /Professor/ }));
  expect(document_).toEqual({
    servidores: [{ ordem: 1, idPessoalCargo: placeholder }, { ordem: 2 }],
  });
  await userEvent.click(page.getByRole('button', { name: 'Fechar' }));
  await expect.element(cell).toHaveTextContent('ainda sem número Professor');

  await expect.element(cell).toHaveFocus();
  await userEvent.keyboard('7{Enter}');
  expect(document_.servidores).toContainEqual({ ordem: 1, idPessoalCargo: placeholder });

  // In another name nothing is told of it.
  chosenRepresentacao.value = 2;
  await expect.element(cell).toHaveTextContent(/ainda sem número$/);
});

it('rows are found by the name of the delivery whose number stands in them', async () => {
  render(null, document.body);
  chosenRepresentacao.value = 1;
  const merendeira = await queuesCargo('Merendeira');
  const rows = Array.from({ length: 30 }, (_, index): JsonObject => ({ ordem: index + 1 }));
  document_ = { servidores: [...rows, { ordem: 31, idPessoalCargo: merendeira }] };
  render(<Screen />, document.body);
  await userEvent.fill(page.getByRole('searchbox'), 'merend');
  await expect.element(page.getByText('1 de 31 linhas')).toBeInTheDocument();
});
