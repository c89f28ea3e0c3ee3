import { expect, test } from 'vitest';
import { concat } from '../base/bytes.ts';
import { openPdf } from './document.ts';
import { dict, name } from './objects.ts';
import { decodeStream } from './stream-data.ts';

// The browser's own inflater is stricter than the one of Node.

test.each(['pdf-lib-streams.pdf', 'predictor.pdf', 'linearized-streams.pdf'])(
  '%s opens',
  async (file) => {
    const url = new URL(`../../test/fixtures/pdf/${file}`, import.meta.url);
    const document = await openPdf(new Uint8Array(await (await fetch(url)).arrayBuffer()));
    expect((await document.catalog()).entries.has('Pages')).toBe(true);
  },
);

test('a line end that was counted into the length does no harm', async () => {
  const data = Uint8Array.from([1, 2, 3]);
  const packed = new Blob([data]).stream().pipeThrough(new CompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const entries = dict({ Filter: name('FlateDecode') });
  const stream = { kind: 'stream' as const, dict: entries, data: concat(bytes, Uint8Array.of(10)) };
  expect(await decodeStream(stream, { left: 100 })).toEqual(data);
});
