import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../base/json.ts';
import { fieldsOf } from '../../layout/fields.ts';
import { fieldAtTokens } from '../../layout/walk.ts';
import { report } from '../../validation/report.ts';
import { errorIndex } from '../form/entries-by-field.ts';
import { reportSentence } from './report.ts';

/** The sentence at a field of this schema when it holds this value. */
const sentenceFor = (member: JsonObject, value?: Json): string => {
  const schema = { type: 'object', required: ['campo'], properties: { campo: member } };
  const instance: JsonObject = value === undefined ? {} : { campo: value };
  const field = fieldAtTokens(fieldsOf(schema, { spc: 'X', slp: 'Y' }), ['campo']);
  const [entry] = errorIndex()(report(schema, instance), 'checking').at('/campo');
  if (!entry) throw new Error('the report has nothing to say');
  return reportSentence(entry, field, value);
};

describe('a missing field says what to do, by its kind', () => {
  it.each([
    [{ type: 'boolean' }, 'Sim ou Não'],
    [{ type: 'integer', enum: [1] }, 'escolher'],
    [{ type: 'string', format: 'arquivo-ged' }, 'anexar'],
    [{ type: 'string', format: 'date' }, 'dia, mês e ano'],
    [{ type: 'integer', minimum: 1, maximum: 13 }, 'Falta o número, de 1 a 13.'],
    [{ type: 'array', items: {} }, 'ao menos uma linha'],
    [{ anyOf: [{ type: 'string' }] }, 'que o tribunal exige'],
  ])('%o', (member, words) => {
    expect(sentenceFor(member)).toContain(words);
  });
});

const CODES = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('a wrong value is quoted, with what is allowed', () => {
  it.each<[JsonObject, Json, string]>([
    [{ type: 'number' }, '50mil', '“50mil” não é um número'],
    [{ type: 'integer' }, '12x', '“12x” não é um número. Use só algarismos, por exemplo 1234.'],
    [{ type: 'number' }, '50000', '“50000” está como texto'],
    [{ type: 'integer' }, '1,5', '“1,5” tem casas decimais'],
    [{ type: 'integer' }, 1.5, '“1,5” tem casas decimais'],
    [{ type: 'integer' }, '99999999999999999', 'no máximo 15'],
    [{ type: 'boolean' }, 'true', '“true” não serve aqui. Responda Sim ou Não.'],
    [{ type: 'string' }, 5, '“5” não é um texto'],
    [{ type: 'string', format: 'date' }, '31/02/2024', '“31/02/2024” não é uma data que existe'],
    [{ type: 'string', format: 'arquivo-ged' }, 'abcd', '“abcd” não identifica um arquivo'],
    [
      { type: 'integer', enum: [1, 2] },
      9,
      'não está na tabela deste campo. Escolha uma das opções: 1',
    ],
    [
      { type: 'integer', enum: CODES },
      99,
      '“99” não está na tabela deste campo. Escolha uma das 9 ',
    ],
    [{ type: 'number', minimum: 0 }, -1.5, 'O menor número aceito é 0. Está -1,5.'],
    [{ type: 'number', maximum: 1000 }, 2000, 'O maior número aceito é 1.000. Está 2.000.'],
    [{ type: 'integer', minimum: 1, maximum: 13 }, 20, 'Aqui cabe um número de 1 a 13. Está 20.'],
    [{ type: 'integer', minimum: 2020 }, 1988, 'O menor número aceito é 2020. Está 1988.'],
    [{ type: 'number', multipleOf: 0.01 }, 1.555, 'no máximo 2 casas decimais; está 1,555.'],
    [{ type: 'number', multipleOf: 5 }, 7, 'precisa ser múltiplo de 5; está 7.'],
    [{ type: 'string', format: 'email' }, 'maria', 'por exemplo nome@'],
    [{ type: 'number', minimum: 0, exclusiveMinimum: true }, 0, 'precisa ser maior que 0'],
    [{ type: 'array', minItems: 1 }, [], 'Inclua ao menos 1 linha; não há nenhuma.'],
    [{ type: 'array', maxItems: 2 }, [1, 2, 3], 'no máximo 2 linhas; há 3'],
    [{ type: 'array', uniqueItems: true }, [3, 1, 1], 'Há linhas iguais: a 2 e a 3.'],
    [{ type: 'string', maxLength: 3 }, 'abcd', 'no máximo 3 caracteres; há 4'],
    [{ type: 'object', additionalProperties: false }, { b: 1, a: 2 }, 'não tem: a, b'],
  ])('%o with %o', (member, value, words) => {
    expect(sentenceFor(member, value)).toContain(words);
  });

  it('where we have no sentence of our own, the court’s is quoted', () => {
    expect(sentenceFor({ type: 'string', pattern: '^a' }, 'b')).toMatch(/^O tribunal recusa .+: ./);
  });
});
