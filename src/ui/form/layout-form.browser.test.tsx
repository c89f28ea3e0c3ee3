import axe from 'axe-core';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AttachmentFault } from '../../attachment/check.ts';
import type { Attachment } from '../../attachment/types.ts';
import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { applyEdit } from '../../draft/edit.ts';
import { payloadOf } from '../../draft/payload.ts';
import { emptySection } from '../../draft/sections.ts';
import { sampleAddress } from '../../layout/catalogue.ts';
import { publicTables } from '../../layout/code-tables.ts';
import { fieldsOf } from '../../layout/fields.ts';
import { loadSide } from '../../layout/side.ts';
import type { LayoutId } from '../../layout/types.ts';
import { report } from '../../validation/report.ts';
import '../styles/form.css';
import '../styles/parts.css';
import '../styles/tokens.css';
import { errorIndex } from './entries-by-field.ts';
import { focusField } from './field-id.ts';
import { LayoutForm } from './layout-form.tsx';

/** The document as the form last told it. */
let document_: JsonObject = {};
let chosen: [Pointer, string][] = [];

interface Screen {
  spc?: string;
  slp?: string;
  document?: JsonObject;
  moment?: 'typing' | 'checking';
  attachments?: Attachment[];
  faults?: [Pointer, AttachmentFault][];
}

const schemaOf = async (layout: LayoutId): Promise<JsonObject> => {
  const schema: unknown = await (await fetch(sampleAddress(layout))).json();
  return isJsonObject(schema) ? schema : {};
};

/** Puts the form of a layout on the page, with the report of what it holds. */
const open = async ({
  spc = 'LIC',
  slp = 'REG_LICITACAO',
  document: given,
  moment = 'checking',
  attachments = [],
  faults = [],
}: Screen = {}) => {
  const layout = { spc, slp };
  const schema = await schemaOf(layout);
  const side = await loadSide(layout);
  const form = fieldsOf(schema, layout, { side, tables: await publicTables() });
  const empty: Json = emptySection(form);
  document_ = given ?? (isJsonObject(empty) ? empty : {});
  const Screen = () => {
    const [shown, show] = useState(document_);
    return (
      <LayoutForm
        form={form}
        layout={layout}
        document={shown}
        courtSentences={new Map()}
        errors={errorIndex()(report(schema, payloadOf(shown)), moment)}
        keptFiles={new Map()}
        attachments={new Map(attachments.map((each) => [each.id, each]))}
        fileFaults={new Map(faults)}
        readOnly={false}
        onEdit={(edit) => {
          document_ = applyEdit(document_, edit);
          show(document_);
        }}
        onImport={() => {}}
        onUndo={() => {}}
        onRedo={() => {}}
        onFile={(pointer, file) => chosen.push([pointer, file.name])}
      />
    );
  };
  render(<Screen />, document.body);
};

const field = (label: string) => page.getByLabelText(new RegExp(`^${label}`));

beforeEach(() => {
  chosen = [];
});

afterEach(() => {
  render(null, document.body);
});

describe('what is typed', () => {
  const money = 'Valor máximo da licitação exclusiva';
  const section = { detalhamentoLc123: {} };
  const typedMoney = () =>
    isJsonObject(document_.detalhamentoLc123) &&
    document_.detalhamentoLc123.valorLimiteRegParticipExclusivaMEEPP;

  it('a number in Brazilian format goes into the draft as a number and is written out on leaving', async () => {
    await open({ document: section });
    await userEvent.fill(field(money), '50000,5');
    await expect.element(field(money)).toHaveValue('50000,5');
    await userEvent.tab();
    await expect.element(field(money)).toHaveValue('50.000,50');
    expect(typedMoney()).toBe(50000.5);
  });

  it('text in a number field stays as typed, and its error is read with the field', async () => {
    await open({ document: section });
    await userEvent.fill(field(money), '50mil');
    await userEvent.tab();
    await expect.element(field(money)).toHaveValue('50mil');
    await expect.element(field(money)).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field(money)).toHaveAccessibleDescription(/“50mil” não é um número/);
    expect(typedMoney()).toBe('50mil');
  });

  it('a date needs digits only; a day that does not exist is kept and told', async () => {
    await open({ document: {} });
    await userEvent.type(field('Data do decreto'), '31022024');
    await userEvent.tab();
    await expect.element(field('Data do decreto')).toHaveValue('31/02/2024');
    await expect
      .element(field('Data do decreto'))
      .toHaveAccessibleDescription(/não é uma data que existe/);
    await userEvent.fill(field('Data do decreto'), '29/02/2024');
    await userEvent.tab();
    expect(document_.dataDecretoMunicipal).toBe('2024-02-29');
    await expect.element(field('Data do decreto')).not.toHaveAttribute('aria-invalid');
  });

  it('is handed on at a pause, and at once when the page is hidden', async () => {
    await open({ document: {} });
    await userEvent.fill(field('Número do decreto'), '659');
    await expect.poll(() => document_.numeroDecretoMunicipal).toBe('659');
    await userEvent.fill(field('Número do decreto'), '660');
    expect(document_.numeroDecretoMunicipal).toBe('659');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(document_.numeroDecretoMunicipal).toBe('660');
  });

  it('an emptied field leaves the draft', async () => {
    await open({ document: { numeroDecretoMunicipal: '659' } });
    await userEvent.clear(field('Número do decreto'));
    await userEvent.tab();
    expect(document_).toEqual({});
  });

  it('yes or no can be answered and taken back', async () => {
    await open({ document: {} });
    await userEvent.click(page.getByRole('radio', { name: 'Não' }));
    expect(document_).toEqual({ existeRegulamentacaoMunicipal: false });
    await userEvent.click(page.getByRole('button', { name: 'Limpar' }));
    expect(document_).toEqual({});
  });

  it('a code is shown with its label and stored as the code', async () => {
    await open({ document: {} });
    await userEvent.selectOptions(field('Assunto regulamentado'), '2 – Pregão');
    expect(document_).toEqual({ codTipoRegulamentacao: 2 });
  });

  it('where no code of a table has a name, it is told where the table can be loaded', async () => {
    await open({ spc: 'ATOSDEPESSOAL', slp: 'PES_VF_LICENCA', moment: 'typing' });
    const told = /carregue-a em Layouts/;
    await expect.element(field('Tipo da licença')).toHaveAccessibleDescription(told);
    await expect.element(field('Tipo de envio')).not.toHaveAccessibleDescription(told);
  });
});

describe('errors', () => {
  it('the documented answer on missing members stands at the three fields, and a link reaches each', async () => {
    await open({ document: {} });
    for (const [name, sentence] of [
      ['codTipoEnvio', /escolher uma opção/],
      ['codTipoRegulamentacao', /escolher uma opção/],
      ['existeRegulamentacaoMunicipal', /Sim ou Não/],
    ] as const) {
      expect(focusField(`/${name}`)).toBe(true);
      const focused = document.getElementById(`campo-${name}`);
      expect(document.activeElement).toBe(focused);
      await expect.element(focused).toHaveAccessibleDescription(sentence);
    }
  });

  it('nothing is red while the draft is merely not filled in yet', async () => {
    await open({ document: {}, moment: 'typing' });
    await expect.element(field('Tipo de envio')).not.toHaveAttribute('aria-invalid');
  });

  it('a code that is not in the table is shown, not swallowed', async () => {
    await open({ document: { codTipoRegulamentacao: 9 } });
    await expect.element(field('Assunto regulamentado')).toHaveDisplayValue('9 – fora da tabela');
  });
});

describe('sections and rows', () => {
  it('a section switched off leaves the payload and comes back as it was; a link leads to the section', async () => {
    const filled = { detalhamentoLc123: { artigoEmpenhoPagamentoMEEPP: '27' } };
    await open({ document: filled });
    const box = page.getByRole('checkbox', { name: 'Informar esta parte' });
    await userEvent.click(box);
    expect(payloadOf(document_)).toEqual({});
    expect(focusField('/detalhamentoLc123/artigoEmpenhoPagamentoMEEPP')).toBe(true);
    expect(document.activeElement?.id).toBe('campo-detalhamentoLc123');
    await userEvent.click(box);
    expect(document_).toEqual(filled);
  });

  it('rows within rows are added and removed, and the focus goes along', async () => {
    await open({ slp: 'LICITACAOFASE1', moment: 'typing' });
    await userEvent.click(page.getByRole('button', { name: 'Incluir linha: Itens' }));
    expect(document.activeElement?.id).toBe('campo-lote.0.item.1');
    await userEvent.fill(page.getByLabelText('Número do item').nth(1), '2');
    await userEvent.click(page.getByRole('button', { name: 'Remover Item 1' }));
    expect(document_.lote).toEqual([{ item: [{ numeroItem: 2 }] }]);
    expect(document.activeElement?.id).toBe('campo-lote.0.item');
  });

  it('a click that makes an error vanish still reaches its button', async () => {
    await open({ slp: 'LICITACAOFASE1', document: { lote: [{ item: [{}, {}] }] } });
    await expect.element(page.getByText('Há linhas iguais', { exact: false })).toBeVisible();
    await userEvent.fill(page.getByLabelText('Número do item').nth(1), '2');
    await userEvent.click(page.getByRole('button', { name: 'Remover Item 1' }));
    expect(document_).toEqual({ lote: [{ item: [{ numeroItem: 2 }] }] });
  });

  it('an optional list whose last row goes is left out of the payload', async () => {
    await open({ slp: 'LICITACAOFASE1', document: {} });
    await userEvent.click(page.getByRole('button', { name: 'Incluir linha: Recurso' }));
    expect(document_).toEqual({ recursoOrcamentario: [{ dotacao: [{}] }] });
    await userEvent.click(page.getByRole('button', { name: 'Remover Recurso orçamentário 1' }));
    expect(document_).toEqual({});
  });
});

describe('a hint that depends on another field', () => {
  const reason = () => field('Motivo da atualização').element().closest('.hinted');

  it('stands out while it applies, and the field steps back while it does not', async () => {
    await open({ document: {} });
    expect(reason()?.className.trim()).toBe('hinted');
    await userEvent.selectOptions(field('Tipo de envio'), '1 – Inicial');
    await expect.poll(reason).toHaveClass('hinted-later');
    await userEvent.selectOptions(field('Tipo de envio'), '3 – Correção (de erro material)');
    await expect.poll(reason).toHaveClass('hinted-now');
  });

  it('stands out, too, at what is filled in although it does not apply; nothing is taken away', async () => {
    const document = { codTipoEnvio: 1, motivoAtualizacaoCorrecao: 'Erro no número' };
    await open({ document });
    expect(reason()).toHaveClass('hinted-now');
    expect(payloadOf(document_)).toEqual(document);
  });
});

describe('files', () => {
  const id = '29f5882c-1188-4be6-9d16-b56d959e3518';
  const attachment: Attachment = {
    id,
    draftId: 'd1',
    chosen: { sha256: 'ab', size: 84_213, name: 'decreto-659.pdf', kind: 'pdf' },
  };

  it('a chosen file is handed on with the place of its field', async () => {
    await open({ document: {} });
    const file = new File(['%PDF-1.7'], 'decreto.pdf');
    await userEvent.upload(field('Texto do decreto'), file);
    expect(chosen).toEqual([['/idDocumentoPDF', 'decreto.pdf']]);
  });

  it('what is attached is shown by name, kind, size and whether it is signed', async () => {
    await open({ document: { idDocumentoPDF: id }, attachments: [attachment] });
    await expect.element(page.getByText('decreto-659.pdf')).toBeVisible();
    await expect.element(page.getByText('PDF, 82 kB, ainda não assinado')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Remover o arquivo' }));
    expect(document_).toEqual({});
  });

  it('what it says of PDF/A stands under it, with the way to make one where it is none', async () => {
    const pdfa: Attachment['pdfa'] = { ok: true, value: { contradictions: [], fonts: [] } };
    await open({ document: { idDocumentoPDF: id }, attachments: [{ ...attachment, pdfa }] });
    await expect.element(page.getByText('Não diz ser PDF/A.')).toBeVisible();
    await userEvent.click(page.getByText('Como fazer um PDF/A'));
    await expect.element(page.getByText('No LibreOffice', { exact: false })).toBeVisible();
  });

  it('a refused file says why at its field', async () => {
    await open({ document: {}, faults: [['/idDocumentoPDF', 'too-large']] });
    await expect
      .element(field('Texto do decreto'))
      .toHaveAccessibleDescription(/mais de 10 MB, o máximo/);
  });
});

it.each([
  { slp: 'LICITACAOFASE1' },
  { slp: 'REG_LICITACAO', document: { detalhamentoLc123: {}, dataPublicacao: '31/02' } },
])('axe finds no barrier (WCAG 2.2 AA) in $slp with its errors', async (screen) => {
  await open(screen);
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
