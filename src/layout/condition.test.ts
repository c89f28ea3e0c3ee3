import { expect, it } from 'vitest';
import type { Json } from '../base/json.ts';
import { applies } from './condition.ts';

const document: Json = {
  codTipoEnvio: 2,
  publicacao: [{ codVeiculoPublicacao: 9999 }, { codVeiculoPublicacao: 3 }, {}],
};
const named = { field: 'codVeiculoPublicacao', in: [9999] };

it('a hint applies by the value of the member beside it, row by row', () => {
  expect(applies(named, document, '/publicacao/0/descricao')).toBe(true);
  expect(applies(named, document, '/publicacao/1/descricao')).toBe(false);
});

it('while the deciding field is empty nothing can be said', () => {
  expect(applies(named, document, '/publicacao/2/descricao')).toBeUndefined();
});

it('a condition may name a field from the root', () => {
  const sending = { field: '/codTipoEnvio', in: [2, 3] };
  expect(applies(sending, document, '/publicacao/0/descricao')).toBe(true);
});
