import { beforeEach, describe, expect, it } from 'vitest';
import { publicTables, tableFor, tablesIn } from '../layout/code-tables.ts';
import {
  assignTable,
  loadOwnTables,
  ownCodeTables,
  ownTables,
  removeTable,
} from './code-tables.ts';
import { loadCodeTables } from './load-code-tables.ts';
import { stores } from './stores.ts';

const file = (name: string, ...parts: BlobPart[]) => new File(parts, name);
const exported = (nomeTipoDominio: string, descricao: string) =>
  JSON.stringify([{ nomeTipoDominio, dominios: [{ codigo: 1, descricao, vigencia: '01/2018' }] }]);

const payrollLayout = { spc: 'FOLHAPAGAMENTO', slp: 'PES_FOLHAPAG' };
const labelOf = async (layout: { spc: string; slp: string }, fieldName: string) => {
  const tables = tablesIn({ mes: 1, ano: 2026 }, [
    ...(await ownTables()),
    ...(await publicTables()),
  ]);
  return tableFor(tables, layout, fieldName)?.items[0]?.label;
};

beforeEach(async () => {
  await stores.settings.set('tables', []);
  await loadOwnTables();
});

describe('a code table that the person loads', () => {
  it('goes before the public one of its name, for the same fields', async () => {
    await loadCodeTables(file('x.json', exported('Tipo de Envio de Registro', 'Primeiro')));
    const layout = { spc: 'LIC', slp: 'CONTRATO_INI' };
    expect(await labelOf(layout, 'codTipoEnvio')).toBe('Primeiro');
    await removeTable('Tipo de Envio de Registro');
    expect(await labelOf(layout, 'codTipoEnvio')).toBe('Inicial');
  });

  it('of a name that nobody knows is for no field until the person says which', async () => {
    const loaded = await loadCodeTables(
      file('situacao.csv', 'codigo;descricao\n1;"Ativo"\n2;Inativo'),
    );
    expect(loaded).toMatchObject({ value: [{ name: 'situacao', fields: [], layouts: [] }] });
    await assignTable('situacao', payrollLayout, 'tipoSituacaoFuncional');
    expect(await labelOf(payrollLayout, 'tipoSituacaoFuncional')).toBe('Ativo');
    await assignTable(
      'situacao',
      { spc: 'ATOSDEPESSOAL', slp: 'PES_CONCESSAO' },
      'tipoSituacaoFuncional',
    );
    expect(ownCodeTables.value[0]?.layouts).toHaveLength(2);
  });

  it('replaces the one of its name and stays for its fields', async () => {
    await loadCodeTables(file('situacao.csv', '1;Ativo'));
    await assignTable('situacao', payrollLayout, 'tipoSituacaoFuncional');
    await loadCodeTables(file('Situação.csv', '1;Em atividade'));
    expect(ownCodeTables.value).toHaveLength(1);
    expect(await labelOf(payrollLayout, 'tipoSituacaoFuncional')).toBe('Em atividade');
  });

  it('may be written in Windows-1252, as Excel does', async () => {
    const bytes = Uint8Array.from('1;Situação', (letter) => letter.charCodeAt(0));
    const loaded = await loadCodeTables(file('x.csv', bytes));
    expect(loaded).toMatchObject({ value: [{ items: [{ code: 1, label: 'Situação' }] }] });
  });

  it('of a bad file leaves everything as it was', async () => {
    await loadCodeTables(file('situacao.csv', '1;Ativo'));
    const before = await ownTables();
    expect(await loadCodeTables(file('situacao.csv', '1;Ativo\nx;Outro'))).toMatchObject({
      error: { code: 'bad-code', of: 'line', at: 2 },
    });
    expect(await loadCodeTables(file('situacao.csv', '1;"Ativo\n2;Inativo'))).toMatchObject({
      error: { code: 'broken-quotes' },
    });
    expect(await ownTables()).toEqual(before);
  });
});
