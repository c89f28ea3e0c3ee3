import { expect, it } from 'vitest';
import { idsWithin } from './ids-within.ts';

const [A, B] = ['29f5882c-1188-4be6-9d16-b56d959e3518', '00000000-0000-4000-8000-000000000000'];

it('finds the ids of files in the order of the report: members by their name, rows by their index', () => {
  expect(idsWithin({ b: A, a: [{ x: 'texto' }, { x: B }], c: 1 })).toEqual([B, A]);
});

it('does not look again through a part that is the very object of before', () => {
  let looks = 0;
  const rows = new Proxy([{ x: A }], {
    get: (target, name) => {
      looks++;
      return Reflect.get(target, name);
    },
  });
  expect(idsWithin({ rows })).toEqual([A]);
  const before = looks;
  expect(idsWithin({ motivo: 'outro', rows })).toEqual([A]);
  expect(looks).toBe(before);
});
