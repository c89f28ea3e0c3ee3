import axe from 'axe-core';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { payrollField } from '../../../test/support/payroll-field.ts';
import { xlsxOf } from '../../../test/support/xlsx.ts';
import { ambientesFromGateway } from '../../app/state.ts';
import { rememberedMatches } from '../../app/table/remembered-matches.ts';
import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import { change, type OpenDraft, undo } from '../../draft/history.ts';
import type { Edit } from '../../draft/types.ts';
import '../styles/form.css';
import '../styles/parts.css';
import '../styles/screens.css';
import '../styles/tokens.css';
import { ImportSheet } from './import-sheet.tsx';

/** Another in each test: what was chosen is remembered for a layout. */
let layout = { spc: 'FOLHAPAGAMENTO', slp: '' };

let draft: OpenDraft;
let edit: (edit: Edit) => void;
let closed = 0;

const start = (document: JsonObject): OpenDraft => ({
  ...{ draftId: 'd', document, changes: [], lastSeq: 0 },
});

/** Opens the sheet over a draft with these rows. */
const open = (servidores: Json[] = [], given: { file?: File; text?: string } = {}) => {
  draft = start({ servidores });
  const Screen = () => {
    const [rows, setRows] = useState(servidores);
    edit = (made) => {
      draft = change(draft, made, 0).open;
      setRows(rowsNow());
    };
    return (
      <ImportSheet
        field={payrollField}
        pointer="/servidores"
        rows={rows}
        layout={layout}
        {...given}
        onEdit={edit}
        onClose={() => closed++}
      />
    );
  };
  render(<Screen />, document.body);
};

const rowsNow = (): Json[] =>
  Array.isArray(draft.document.servidores) ? draft.document.servidores : [];

const button = (name: string) => page.getByRole('button', { name, exact: true });
const columnOf = (heading: string) => page.getByLabelText(heading, { exact: true });

const latin = (text: string): BlobPart =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

const csv = (...lines: string[]) => new File([latin(lines.join('\r\n'))], 'folha.csv');

const barriers = async () => {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
};

beforeAll(() => {
  // As under a gateway, whose worker carries its own policy: there is no service worker to wait for.
  ambientesFromGateway.value = true;
});

beforeEach(() => {
  layout = { ...layout, slp: crypto.randomUUID() };
  closed = 0;
});

afterEach(() => {
  render(null, document.body);
});

describe('a CSV of Windows', () => {
  const file = csv(
    'CPF;Situação;Admissão;Cód. Verba;Vlr;Obs.',
    '529.982.247-25;Ativo;31/12/2024;10;1.234,56;x',
    '529.982.247-25;Ativo;31/12/2024;20;mil;',
    '123.456.789-09;Outro;;10;2,00;',
  );

  it('is chosen, agreed to and imported as one change, which one undo takes back', async () => {
    const before = { numeroCpf: '00000000191', verbas: [{ valor: 1 }], descontos: [{}] };
    open([before]);
    await userEvent.upload(page.getByLabelText('Arquivo da planilha'), file);
    await expect.element(page.getByText('folha.csv: 3 linhas de dados.')).toBeVisible();
    await expect.element(page.getByText('Texto em Windows-1252.')).toBeVisible();
    await expect.element(columnOf('CPF')).toHaveDisplayValue('CPF');
    await expect.element(columnOf('Cód. Verba')).toHaveDisplayValue('Verbas › Código da verba');
    await expect.element(columnOf('Vlr')).toHaveDisplayValue('Escolha o campo…');
    await expect
      .element(page.getByText('Estas colunas não serão importadas: “Vlr”, “Obs.”.'))
      .toBeVisible();

    await userEvent.selectOptions(columnOf('Vlr'), 'Verbas › Valor');
    await expect.element(page.getByRole('cell', { name: 'mil não é um número' })).toBeVisible();
    await expect.element(page.getByRole('cell', { name: '1.234,56' })).toBeVisible();
    expect(await barriers()).toEqual([]);

    await userEvent.click(button('Importar'));
    await expect.element(page.getByText('2 linhas importadas.')).toBeVisible();
    expect(rowsNow()).toEqual([
      before,
      {
        ...{ numeroCpf: '52998224725', situacao: 1, dataAdmissao: '2024-12-31' },
        verbas: [
          { codigoVerba: 10, valor: 1234.56 },
          { codigoVerba: 20, valor: 'mil' },
        ],
        descontos: [{}],
      },
      {
        ...{ numeroCpf: '12345678909', situacao: 'Outro' },
        ...{ verbas: [{ codigoVerba: 10, valor: 2 }], descontos: [{}] },
      },
    ]);
    await expect.element(button('Linha 3, Vlr')).toBeVisible();
    await expect.element(page.getByText('“Outro” não está na tabela de códigos')).toBeVisible();
    expect(await barriers()).toEqual([]);

    expect(undo(draft, 0)?.open.document).toEqual({ servidores: [before] });
    await userEvent.click(button('Linha 3, Vlr'));
    expect(closed).toBe(1);
  });

  it('is matched as it was the last time, also what was left out', async () => {
    open();
    await userEvent.upload(page.getByLabelText('Arquivo da planilha'), file);
    await userEvent.selectOptions(columnOf('Vlr'), 'Descontos › Valor');
    await userEvent.selectOptions(columnOf('CPF'), 'Não importar');
    await userEvent.click(button('Importar'));
    await expect.poll(() => rememberedMatches(layout, '/servidores')).toMatchObject({ cpf: '' });
    render(null, document.body);

    open([], { file });
    await expect.element(columnOf('Vlr')).toHaveDisplayValue('Descontos › Valor');
    await expect.element(columnOf('CPF')).toHaveDisplayValue('Não importar');
    await expect.element(columnOf('Vlr')).toHaveAccessibleDescription(/Como da última vez/);
  });

  it('can be put in the place of the rows there are', async () => {
    open([{ numeroCpf: '1' }, { numeroCpf: '2' }], { file });
    await userEvent.click(page.getByLabelText('Pôr no lugar das 2 linhas que já existem'));
    await userEvent.click(button('Importar'));
    await expect.element(button('Fechar')).toBeVisible();
    expect(rowsNow()).toHaveLength(2);
    expect(rowsNow()[0]).toMatchObject({ numeroCpf: '52998224725' });
  });

  it('goes behind the rows as they are by then, whatever changed while it was read', async () => {
    open([{ numeroCpf: '1' }], { file });
    await expect.element(button('Importar')).toBeEnabled();
    document.querySelectorAll('button').forEach((each) => {
      if (each.textContent === 'Importar') each.click();
    });
    edit({ op: 'set', pointer: '/servidores/0/anexo', value: 'x' });
    edit({ op: 'insert', pointer: '/servidores/1', value: { numeroCpf: '2' } });
    await expect.element(page.getByText('2 linhas importadas.')).toBeVisible();
    expect(rowsNow()).toMatchObject([
      { numeroCpf: '1', anexo: 'x' },
      { numeroCpf: '2' },
      { numeroCpf: '52998224725' },
      { numeroCpf: '12345678909' },
    ]);
  });

  it('takes the place of rows in which nothing was filled in yet', async () => {
    open([{ verbas: [{}], descontos: [{}] }], { file });
    await userEvent.click(button('Importar'));
    await expect.element(button('Fechar')).toBeVisible();
    expect(rowsNow()[0]).toMatchObject({ numeroCpf: '52998224725' });
  });

  it('with another separator than it has shows what comes of it, and no field for two columns', async () => {
    open([], { file });
    await userEvent.selectOptions(
      page.getByLabelText('Separador entre as células'),
      'Vírgula ( , )',
    );
    await expect
      .element(page.getByText('Diga para onde vai ao menos uma', { exact: false }))
      .toBeVisible();
    await expect.element(button('Importar')).toBeDisabled();
    await userEvent.selectOptions(
      page.getByLabelText('Separador entre as células'),
      'Ponto e vírgula ( ; )',
    );
    await userEvent.selectOptions(columnOf('Obs.'), 'CPF');
    await expect
      .element(page.getByText('Duas colunas vão para o mesmo campo: CPF', { exact: false }))
      .toBeVisible();
    await expect.element(button('Importar')).toBeDisabled();
  });
});

it('a workbook with merged cells and formulas says so, and another sheet can be chosen', async () => {
  const cell = (text: string) => `<c t="str"><v>${text}</v></c>`;
  const rows =
    `<row>${cell('CPF')}${cell('Código da verba')}</row>` +
    `<row>${cell('52998224725')}<c><v>10</v></c></row><row><c/><c><f>B2+1</f></c></row>`;
  const behind = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>';
  const other = { rows: `<row>${cell('CPF')}</row><row>${cell('1')}</row>` };
  const bytes = xlsxOf({ sheets: { Folha: { rows, behind }, Outra: other } });
  open([], { file: new File([bytes], 'folha.xlsx') });
  await expect
    .element(page.getByText('1 grupo de células mescladas', { exact: false }))
    .toBeVisible();
  await expect
    .element(page.getByText('1 fórmula não tem resultado', { exact: false }))
    .toBeVisible();
  await userEvent.click(button('Importar'));
  await expect
    .element(page.getByText('“vazia” é uma fórmula sem resultado', { exact: false }))
    .toBeVisible();
  expect(rowsNow()).toMatchObject([
    { numeroCpf: '52998224725', verbas: [{ codigoVerba: 10 }, {}] },
  ]);
  render(null, document.body);

  open([], { file: new File([bytes], 'folha.xlsx') });
  await userEvent.selectOptions(page.getByLabelText('Aba da planilha'), 'Outra');
  await expect.element(page.getByText('folha.xlsx: 1 linha de dados.')).toBeVisible();
});

it('cells are pasted as a file is chosen', async () => {
  open();
  await userEvent.fill(page.getByLabelText(/^Ou cole aqui/), 'CPF\tSituação funcional\n1\tInativo');
  await userEvent.click(button('Usar o que colei'));
  await userEvent.click(button('Importar'));
  await expect.element(page.getByText('1 linha importada.')).toBeVisible();
  expect(rowsNow()).toMatchObject([{ numeroCpf: '1', situacao: 2 }]);
});

it('a file that is no table says what to do, and another can be chosen', async () => {
  open([], { file: new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)], 'folha.xls') });
  await expect.element(page.getByText('Abra-o e salve como XLSX', { exact: false })).toBeVisible();
  await expect.element(page.getByLabelText('Arquivo da planilha')).toBeVisible();
  expect(await barriers()).toEqual([]);
});

it('a large file is read without holding up the page, and can be stopped', async () => {
  const line = `${'52998224725;1;2024-12-31;10;1,00'.padEnd(250, 'x')}\n`;
  open([], { file: new File(['CPF;Situação\n', line.repeat(199_000)], 'grande.csv') });
  await userEvent.click(button('Parar'));
  await expect.element(page.getByLabelText('Arquivo da planilha')).toBeVisible();
  expect(isJsonObject(draft.document) && rowsNow()).toEqual([]);
});
