import { expect, it } from 'vitest';
import { mayAccept } from './may-accept.ts';

it.each(['secret', 'protocol-taken', 'component-missing', 'document-changed'])(
  'what came with %s can only be refused',
  (code) => {
    expect(mayAccept([{ code: 'orders-broken' }, { code }])).toBe(false);
  },
);

it('a person may take in what is only unlike the settings of the body', () => {
  expect(mayAccept([{ code: 'especie-not-mapped' }, { code: 'too-large' }])).toBe(true);
  expect(mayAccept([])).toBe(true);
});
