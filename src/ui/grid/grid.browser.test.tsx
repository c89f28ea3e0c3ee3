import axe from 'axe-core';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import { applyEdit } from '../../draft/edit.ts';
import { payloadOf } from '../../draft/payload.ts';
import { fieldsOf } from '../../layout/fields.ts';
import { compileReport } from '../../validation/report.ts';
import { errorIndex } from '../form/entries-by-field.ts';
import { focusField } from '../form/field-id.ts';
import { LayoutForm } from '../form/layout-form.tsx';
import '../styles/form.css';
import '../styles/grid.css';
import '../styles/parts.css';
import '../styles/tokens.css';

/** The document as the form last told it. */
let document_: JsonObject = {};
let undone = 0;
let edits = 0;

/** Puts the form of a layout on the page, with the report of what it holds, and waits for its table. */
const open = async (slp: string, given: JsonObject) => {
  const schema: unknown = await (await fetch(`/layouts/LIC__${slp}.schema.json`)).json();
  if (!isJsonObject(schema)) throw new Error('no schema');
  const form = fieldsOf(schema, { spc: 'LIC', slp });
  const reporter = compileReport(schema);
  const errorsOf = errorIndex();
  document_ = given;
  undone = 0;
  edits = 0;
  const Screen = () => {
    const [shown, show] = useState(document_);
    return (
      <LayoutForm
        form={form}
        layout={{ spc: 'LIC', slp }}
        document={shown}
        courtSentences={new Map()}
        errors={errorsOf(reporter(payloadOf(shown)), 'checking')}
        attachments={new Map()}
        keptFiles={new Map()}
        fileFaults={new Map()}
        readOnly={false}
        onEdit={(edit) => {
          edits++;
          document_ = applyEdit(document_, edit);
          show(document_);
        }}
        onImport={() => {}}
        onUndo={() => {
          undone++;
        }}
        onRedo={() => {}}
        onFile={() => {}}
      />
    );
  };
  render(<Screen />, document.body);
  await expect.poll(() => document.querySelector('[role="grid"]')).not.toBeNull();
};

const responsible = (count: number): Json[] =>
  Array.from({ length: count }, (_, index) => ({
    numeroCpf: String(10_000_000_000 + index),
    codTipoResponsabilidade: (index % 7) + 1,
  }));

const lots = (count: number): Json[] =>
  Array.from({ length: count }, (_, index) => ({
    numeroLote: index + 1,
    descricaoLote: `Lote ${index % 10}`,
    item: [{ numeroItem: 1, valorDeReferencia: 0.1 }],
  }));

const rowsOf = (name: string): Json[] => {
  const rows = document_[name];
  return Array.isArray(rows) ? rows : [];
};

/** What the focused cell is called, or what is edited. */
const active = () => document.activeElement?.getAttribute('aria-label');
const keys = (text: string) => userEvent.keyboard(text);
const cell = (name: string) => page.getByRole('gridcell', { name });
const shownRows = () => document.querySelectorAll('.grid-row').length;

afterEach(() => {
  render(null, document.body);
});

describe('keys', () => {
  it('typing replaces, Enter goes down, Tab goes on, Escape gives back what was', async () => {
    await open('LICITACAOFASE1', { responsaveis: responsible(8) });
    focusField('/responsaveis/0/numeroCpf');
    await expect.poll(active).toMatch(/linha 1: 1/);
    await keys('123{Enter}456{Tab}');
    expect(rowsOf('responsaveis').slice(0, 2)).toMatchObject([
      { numeroCpf: '123' },
      { numeroCpf: '456' },
    ]);
    expect(active()).toMatch(/linha 3: 3/);
    await keys('{ArrowUp}{ArrowRight}999');
    await expect.poll(() => rowsOf('responsaveis')[1]).toMatchObject({ numeroCpf: '999' });
    await keys('9{Escape}');
    expect(rowsOf('responsaveis')[1]).toMatchObject({ numeroCpf: '456' });
    expect(active()).toMatch(/linha 2: 456$/);
  });

  it('a code is chosen by its number; Delete takes it out; Ctrl+D copies from above', async () => {
    await open('LICITACAOFASE1', { responsaveis: responsible(8) });
    focusField('/responsaveis/1/codTipoResponsabilidade');
    await expect.poll(active).toMatch(/linha 2/);
    await keys('5{Enter}');
    expect(rowsOf('responsaveis')[1]).toMatchObject({ codTipoResponsabilidade: 5 });
    await keys('{Delete}');
    expect(rowsOf('responsaveis')[2]).toEqual({ numeroCpf: '10000000002' });
    await keys('{Control>}d{/Control}');
    expect(rowsOf('responsaveis')[2]).toMatchObject({ codTipoResponsabilidade: 5 });
    await keys('{Control>}z{/Control}');
    expect(undone).toBe(1);
  });

  it('rows are put in, doubled and taken out below the chosen one, and the focus goes along', async () => {
    await open('LICITACAOFASE1', { responsaveis: responsible(6) });
    focusField('/responsaveis/0/numeroCpf');
    await expect.poll(active).toMatch(/linha 1/);
    await keys('{Insert}');
    await expect.poll(active).toMatch(/linha 2: vazia/);
    expect(rowsOf('responsaveis')[1]).toEqual({});
    await keys('{Control>}{Delete}{/Control}');
    await keys('{ArrowUp}{Control>}{Shift>}D{/Shift}{/Control}');
    await expect.poll(active).toMatch(/linha 2: 1/);
    expect(rowsOf('responsaveis')).toHaveLength(7);
    expect(rowsOf('responsaveis')[1]).toEqual(rowsOf('responsaveis')[0]);
    await keys('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}{Delete}{/Control}');
    expect(rowsOf('responsaveis')).toEqual(responsible(6).toSpliced(1, 2));
  });

  it('Tab leaves the table after Escape, and at its ends', async () => {
    await open('LICITACAOFASE1', { responsaveis: responsible(6) });
    focusField('/responsaveis/0/codTipoResponsabilidade');
    await expect.poll(active).toMatch(/linha 1/);
    await keys('{Tab}{Escape}{Tab}');
    expect(document.activeElement?.closest('[role="grid"]')).toBeNull();
    await keys('{Shift>}{Tab}{/Shift}');
    expect(active()).toMatch(/linha 1: 1/);
  });
});

describe('the clipboard', () => {
  const paste = (text: string) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  };

  it('chosen cells are copied as a spreadsheet takes them', async () => {
    await open('LICITACAOFASE1', { responsaveis: responsible(8) });
    focusField('/responsaveis/1/codTipoResponsabilidade');
    await expect.poll(active).toMatch(/linha 2/);
    await keys('{Shift>}{ArrowRight}{ArrowDown}{/Shift}');
    const clipboardData = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
    );
    expect(clipboardData.getData('text/plain')).toBe('2\t10000000001\n3\t10000000002');
  });

  it('a block is pasted from the chosen cell on, in one change, and new rows are made', async () => {
    await open('LICITACAOFASE1', { responsaveis: responsible(6) });
    focusField('/responsaveis/5/codTipoResponsabilidade');
    await expect.poll(active).toMatch(/linha 6/);
    paste('7\t11122233344\n1\t55566677788\n');
    await expect
      .poll(() => rowsOf('responsaveis').slice(5))
      .toEqual([
        { codTipoResponsabilidade: 7, numeroCpf: '11122233344' },
        { codTipoResponsabilidade: 1, numeroCpf: '55566677788' },
      ]);
    await expect.element(page.getByText('1 linha a mais', { exact: false })).toBeVisible();
    expect(edits).toBe(1);
  });

  it('a block pasted into a filtered view reaches the rows shown, wherever they stand', async () => {
    await open('LICITACAOFASE1', { lote: lots(30) });
    await userEvent.fill(page.getByRole('searchbox', { name: 'Texto a procurar' }), 'lote 3');
    await userEvent.click(cell('Lote 3').first());
    paste('a\nb\nc');
    await expect
      .poll(() => rowsOf('lote').map((row) => isJsonObject(row) && row.descricaoLote))
      .toEqual(
        lots(30).map((row, index) =>
          index % 10 === 3 ? 'abc'[Math.floor(index / 10)] : isJsonObject(row) && row.descricaoLote,
        ),
      );
  });

  it('what became of a paste is said until the rows change again', async () => {
    await open('LICITACAOFASE1', { responsaveis: responsible(6) });
    focusField('/responsaveis/5/codTipoResponsabilidade');
    await expect.poll(active).toMatch(/linha 6/);
    paste('7\t11122233344\n1\t55566677788\n');
    const said = page.getByText('1 linha a mais', { exact: false });
    await expect.element(said).toBeVisible();
    await keys('{Delete}');
    await expect.poll(() => said.query()).toBeNull();
  });
});

describe('what is shown', () => {
  it('of ten thousand rows only those in view stand on the page, and a link reaches any', async () => {
    await open('LICITACAOFASE1', { lote: lots(10_000) });
    expect(shownRows()).toBeLessThan(60);
    expect(focusField('/lote/4999/descricaoLote')).toBe(true);
    await expect.poll(active).toMatch(/, linha 5000: Lote 9$/);
    await keys('Outro{Enter}');
    expect(rowsOf('lote')[4999]).toMatchObject({ descricaoLote: 'Outro' });
    expect(active()).toMatch(/linha 5001/);
  });

  it('sorting and filtering change the view only', async () => {
    await open('LICITACAOFASE1', { lote: lots(30) });
    await userEvent.click(page.getByRole('columnheader', { name: /^Descrição/ }));
    await userEvent.click(page.getByRole('columnheader', { name: /^Descrição/ }));
    await expect
      .element(page.getByRole('columnheader', { name: /^Descrição/ }))
      .toHaveAttribute('aria-sort', 'descending');
    await userEvent.fill(page.getByRole('searchbox', { name: 'Texto a procurar' }), 'LOTE 3');
    await expect.element(page.getByText('3 de 30 linhas', { exact: false })).toBeVisible();
    await userEvent.click(cell('Lote 3').nth(1));
    await keys('Mudado{Enter}');
    expect(rowsOf('lote').map((row) => isJsonObject(row) && row.descricaoLote)).toEqual(
      lots(30).map((row, index) =>
        index === 13 ? 'Mudado' : isJsonObject(row) && row.descricaoLote,
      ),
    );
  });

  it('over the whole window, Escape reduces it, and the focus stays in its cell', async () => {
    await open('LICITACAOFASE1', { lote: lots(30) });
    const grid = () => document.querySelector('[role="grid"]');
    await userEvent.click(page.getByRole('button', { name: 'Ampliar a tabela: Lote' }));
    await expect
      .element(page.getByRole('button', { name: 'Reduzir a tabela: Lote' }))
      .toHaveFocus();
    expect(grid()?.closest(':popover-open')?.clientWidth).toBe(innerWidth);
    await userEvent.click(cell('Lote 3').first());
    await keys('Outro{Escape}');
    expect(grid()?.closest(':popover-open')).not.toBeNull();
    await keys('{Escape}');
    await expect.poll(() => grid()?.closest(':popover-open')).toBeNull();
    expect(active()).toMatch(/linha 4: Lote 3$/);
  });

  it('of a number that is cut no digit is seen, and all of one that is not', async () => {
    await page.viewport(600, 700);
    const rows = lots(8).map((row) => (isJsonObject(row) ? { ...row, numeroLote: 100_000 } : row));
    await open('LICITACAOFASE1', { lote: rows });
    const table = document.querySelector<HTMLElement>('[role="grid"]');
    const number = () => document.querySelector('.grid-row .cell-integer');
    const opacity = () => getComputedStyle(number()?.firstElementChild ?? document.body).opacity;
    expect(opacity()).toBe('1');
    table?.scrollTo({ left: 90 });
    await expect.poll(opacity).toBe('0');
    table?.scrollTo({ left: 0 });
    await expect.poll(opacity).toBe('1');
    await page.viewport(1280, 900);
  });

  it('a cell says what is wrong in it, and F8 goes to the next one', async () => {
    const rows = responsible(40)
      .with(2, { numeroCpf: 1 })
      .with(30, { codTipoResponsabilidade: 99 });
    await open('LICITACAOFASE1', { responsaveis: rows });
    focusField('/responsaveis/0/numeroCpf');
    await expect.poll(active).toMatch(/linha 1/);
    await keys('{F8}');
    expect(active()).toMatch(/linha 3: vazia/);
    await keys('{F8}{F8}');
    expect(active()).toMatch(/linha 31: 99/);
    const focused = page.elementLocator(document.activeElement ?? document.body);
    await expect.element(focused).toHaveAttribute('aria-invalid', 'true');
    await expect.element(focused).toHaveAccessibleDescription(/não está na tabela/);
    await keys('1{Enter}{ArrowUp}');
    await expect.poll(() => document.activeElement?.getAttribute('aria-invalid')).toBeNull();
  });
});

describe('rows within rows', () => {
  it('open beside the table, are reached by a link, and Escape leads back to the cell', async () => {
    await open('LICITACAOFASE1', { lote: lots(20) });
    expect(focusField('/lote/7/item/0/valorDeReferencia')).toBe(true);
    await expect
      .poll(() => document.activeElement?.id)
      .toBe('campo-lote.7.item.0.valorDeReferencia');
    await keys('{Control>}a{/Control}12,5{Tab}');
    expect(rowsOf('lote')[7]).toMatchObject({ item: [{ numeroItem: 1, valorDeReferencia: 12.5 }] });
    await keys('{Escape}');
    await expect.poll(active).toMatch(/linha 8: Abrir \(1\)$/);
  });

  it('from an open row the rows beside it and the next with an error are reached', async () => {
    await open('LICITACAOFASE1', {
      responsaveis: responsible(20).with(12, {
        numeroCpf: '10000000012',
        codTipoResponsabilidade: 99,
      }),
    });
    await userEvent.click(cell('10000000001').first());
    const toolbar = page.getByRole('toolbar', { name: /Responsáveis/ });
    await userEvent.click(toolbar.getByRole('button', { name: 'Abrir linha' }));
    const heading = page.getByRole('dialog').getByRole('heading').first();
    const press = (name: string) =>
      userEvent.click(page.getByRole('button', { name, exact: true }));
    await expect.element(heading).toHaveTextContent(/ 2$/);
    await press('Próxima linha');
    await expect.element(heading).toHaveTextContent(/ 3$/);
    await expect
      .element(page.getByRole('button', { name: 'Próxima linha', exact: true }))
      .toHaveFocus();
    await press('Próxima linha com erro');
    await expect.element(heading).toHaveTextContent(/ 13$/);
    expect(document.activeElement?.id).toBe('campo-responsaveis.12.codTipoResponsabilidade');
    await keys('{Escape}');
    await expect.poll(active).toMatch(/linha 13: /);
    await userEvent.click(toolbar.getByRole('button', { name: 'Abrir linha' }));
    await press('Linha anterior');
    await expect.element(heading).toHaveTextContent(/ 12$/);
  });
});

it('axe finds no barrier (WCAG 2.2 AA) in a table with errors, while it is edited, and in an open row', async () => {
  await open('LICITACAOFASE1', { lote: lots(20).with(1, { numeroLote: 'x' }) });
  const violations = async () => {
    const found = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return found.violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
  };
  focusField('/lote/1/numeroLote');
  await expect.poll(active).toMatch(/linha 2/);
  await keys('{F2}');
  expect(document.activeElement?.tagName).toBe('INPUT');
  expect(await violations()).toEqual([]);
  await keys('{Escape}');
  focusField('/lote/1/item/0');
  await expect.poll(() => document.querySelector('dialog[open]')).not.toBeNull();
  expect(await violations()).toEqual([]);
});
