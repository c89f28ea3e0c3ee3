import { expect, it } from 'vitest';
import goias from '../app/public/goias.json' with { type: 'json' };
import { isIbgeCode } from './ibge.ts';

it('knows the code of each of the 246 municipalities of Goiás, and refuses one with a digit changed', () => {
  expect(goias).toHaveLength(246);
  const refused = goias.filter(([code = '']) => !code.startsWith('52') || !isIbgeCode(code));
  expect(refused).toEqual([]);
  expect(['5208708', '5280707', '520870', '52087070', '', 'abcdefg'].filter(isIbgeCode)).toEqual(
    [],
  );
});
