import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isJsonObject, parseJson } from '../base/json.ts';
import { fieldsOf } from '../layout/fields.ts';
import type { CachedLayout } from '../layout/types.ts';
import { fieldAtTokens } from '../layout/walk.ts';
import { applyEdit } from './edit.ts';
import { newDraft } from './new-draft.ts';
import { payloadOf } from './payload.ts';
import { emptySection, switchOff, switchOn } from './sections.ts';

const layoutOf = (spc: string, slp: string): CachedLayout => {
  const file = new URL(`../../public/layouts/${spc}__${slp}.schema.json`, import.meta.url);
  const schema = parseJson(readFileSync(file, 'utf8'));
  return {
    spc,
    slp,
    mes: 2,
    ano: 2019,
    schema: isJsonObject(schema) ? schema : {},
    sha256: 'ab',
    fetchedAt: 0,
    source: 'sample',
  };
};

describe('a new draft', () => {
  it('of a layout with optional parts only holds nothing', () => {
    const layout = layoutOf('LIC', 'REG_LICITACAO');
    const { draft, snapshot } = newDraft(
      'd1',
      'simulado',
      layout,
      fieldsOf(layout.schema, layout),
      7,
    );
    expect(draft).toMatchObject({ rev: 1, createdAt: 7, mes: 2 });
    expect(snapshot).toEqual({ draftId: 'd1', seq: 0, document: {} });
  });

  it('opens the sections and first rows that the layout cannot do without, at every depth', () => {
    const layout = layoutOf('LIC', 'LICITACAOFASE1');
    const { snapshot } = newDraft('d1', 'simulado', layout, fieldsOf(layout.schema, layout), 0);
    expect(snapshot.document.lote).toEqual([{ item: [{}] }]);
    expect(snapshot.document).not.toHaveProperty('recursoOrcamentario');
  });
});

describe('an optional section', () => {
  const layout = layoutOf('LIC', 'REG_LICITACAO');
  const lc123 = fieldAtTokens(fieldsOf(layout.schema, layout), ['detalhamentoLc123']);
  if (!lc123) throw new Error('the layout has lost its section');
  const pointer = '/detalhamentoLc123';
  const filled = { codTipoEnvio: 1, detalhamentoLc123: { artigoEmpenhoPagamentoMEEPP: '27' } };

  it('is not sent while it is switched off, and comes back as it was', () => {
    const off = applyEdit(filled, switchOff(pointer));
    expect(payloadOf(off)).toEqual({ codTipoEnvio: 1 });
    expect(applyEdit(off, switchOn(off, pointer, lc123))).toEqual(filled);
  });

  it('is empty when it is switched on for the first time', () => {
    expect(applyEdit({}, switchOn({}, pointer, lc123))).toEqual({
      detalhamentoLc123: emptySection(lc123),
    });
  });
});
