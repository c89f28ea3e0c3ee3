import { describe, expect, it } from 'vitest';
import { summaryOf } from './summary.ts';

const nobody = async () => '';

describe('what a delivery is known by', () => {
  it('is its number with the year, and its object', async () => {
    const payload = { numeroLicitacao: 12, exercicioLicitacao: 2024, objeto: 'Merenda', valor: 3 };
    const layout = { spc: 'LIC', slp: 'LICITACAOFASE1' };
    expect(await summaryOf(payload, layout, nobody)).toBe('12/2024, Merenda');
    expect(await summaryOf({ objeto: 'Merenda' }, layout, nobody)).toBe('Merenda');
  });

  it('is what the delivery is known by that it refers to, where it has nothing of its own', async () => {
    const known: Record<number, string> = { 7: '123.456', 8: 'Professor' };
    const payload = {
      idPessoalCadastro: 7,
      vinculoAdmissao: { idPessoalCargo: 8 },
      dataNomeacao: '2024-02-01',
    };
    const layout = { spc: 'ATOSDEPESSOAL', slp: 'PES_ADMISSAO' };
    const follow = async (id: number) => known[id] ?? '';
    expect(await summaryOf(payload, layout, follow)).toBe('123.456, Professor, 01/02/2024');
  });

  it('is nothing where the layout is not ours', async () => {
    expect(await summaryOf({ a: 1 }, { spc: 'CCEAD', slp: 'SOLICITACAO' }, nobody)).toBe('');
  });
});
