import { expect, test } from 'vitest';
import { type Bytes, concat } from '../base/bytes.ts';
import { dict, name, type PdfObject } from './objects.ts';
import { decodeStream } from './stream-data.ts';

const deflate = async (data: Bytes): Promise<Bytes> => {
  const packed = new Blob([data]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
};

const decode = (
  data: Bytes,
  parms: Record<string, PdfObject> = {},
  budget = { left: 1_000_000 },
) => {
  const entries = dict({ Filter: [name('FlateDecode')], DecodeParms: dict(parms) });
  return decodeStream({ kind: 'stream', dict: entries, data }, budget);
};

test('every PNG predictor is undone', async () => {
  // Two pixels of two bytes in a row: [10 20 13 25], each row written with another filter.
  const rows = [
    [0, 10, 20, 13, 25],
    [1, 10, 20, 3, 5],
    [2, 0, 0, 0, 0],
    [3, 5, 10, 2, 3],
    [4, 0, 0, 0, 0],
  ];
  const packed = await deflate(Uint8Array.from(rows.flat()));
  const plain = await decode(packed, { Predictor: 15, Colors: 2, Columns: 2 });
  expect([...plain]).toEqual(rows.flatMap(() => [10, 20, 13, 25]));
});

test('a line end that was counted into the length does no harm', async () => {
  const data = Uint8Array.from([1, 2, 3]);
  const packed = concat(await deflate(data), Uint8Array.of(13, 10));
  expect(await decode(packed)).toEqual(data);
});

test('what inflates beyond the budget is refused', async () => {
  const packed = await deflate(new Uint8Array(2_000_000));
  expect(packed.length).toBeLessThan(10_000);
  await expect(decode(packed)).rejects.toThrow('pdf-broken');
});

test.each([
  ['rows cut off', { Predictor: 12, Columns: 3 }],
  ['an unknown row filter', { Predictor: 12, Columns: 4 }],
  ['a TIFF predictor', { Predictor: 2 }],
  ['columns of zero', { Predictor: 12, Columns: 0 }],
])('%s are refused', async (_, parms) => {
  const packed = await deflate(Uint8Array.from([9, 0, 0, 0, 0]));
  await expect(decode(packed, parms)).rejects.toThrow('pdf-broken');
});

test('bytes that are no deflate stream are refused', async () => {
  await expect(decode(Uint8Array.from([1, 2, 3]))).rejects.toThrow('pdf-broken');
});

test('other filters are refused', async () => {
  const entries = dict({ Filter: name('LZWDecode') });
  const stream = { kind: 'stream' as const, dict: entries, data: new Uint8Array(3) };
  await expect(decodeStream(stream, { left: 10 })).rejects.toThrow('pdf-broken');
});
