import { expect, it } from 'vitest';
import { pointerAfter } from './pointer-after.ts';
import type { Edit } from './types.ts';

const place = '/lote/2/item/1/idDocumento';
const after = (edit: Edit) => pointerAfter(place, edit);
const insert = (pointer: string): Edit => ({ op: 'insert', pointer, value: {} });
const remove = (pointer: string): Edit => ({ op: 'remove', pointer });

it('follows a place while rows before it come and go, and no others', () => {
  expect(after(insert('/lote/2'))).toBe('/lote/3/item/1/idDocumento');
  expect(after(insert('/lote/3'))).toBe(place);
  expect(after(remove('/lote/0'))).toBe('/lote/1/item/1/idDocumento');
  expect(after(remove('/lote/2/item/0'))).toBe('/lote/2/item/0/idDocumento');
  expect(after(remove('/lote/1/item/0'))).toBe(place);
  expect(after({ op: 'set', pointer: '/lote/2/item/1/valor', value: 1 })).toBe(place);
  expect(after(remove('/lote/2/item/1/idDocumento'))).toBe(place);
  const both: Edit[] = [insert('/lote/0'), remove('/lote/3/item/0')];
  expect(after({ op: 'several', edits: both })).toBe('/lote/3/item/0/idDocumento');
  expect(after({ op: 'move', from: '/lote', pointer: '/grupo' })).toBe(
    '/grupo/2/item/1/idDocumento',
  );
});

it('knows of no place once its row is removed or its table replaced', () => {
  expect(after(remove('/lote/2'))).toBeUndefined();
  expect(after({ op: 'set', pointer: '/lote', value: [] })).toBeUndefined();
  const gone: Edit[] = [remove('/lote/2'), insert('/lote/0')];
  expect(after({ op: 'several', edits: gone })).toBeUndefined();
});
