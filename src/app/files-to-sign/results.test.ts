import { beforeEach, expect, it, vi } from 'vitest';
import { addToList, changeFile, clearFiles, filesToSign, unsavedFiles } from './files.ts';
import { saveAsZip } from './results.ts';

/** Two files that were signed here. */
const signed = (...contents: [Blob, Blob]): void => {
  addToList(
    ['um.txt', 'dois.txt'].map((name) => ({ file: new File([], name), path: name, kind: 'other' })),
  );
  for (const [index, { id, path }] of filesToSign.value.entries()) {
    const content = contents[index] ?? new Blob();
    changeFile(id, { outcome: { state: 'signed', content, name: `${path}.p7s`, saved: false } });
  }
};

beforeEach(clearFiles);

it('counts results as saved once their ZIP was handed out, and not before', async () => {
  signed(new Blob(['um']), new Blob(['dois']));
  const given: [size: number, unsaved: number][] = [];
  const saved = await saveAsZip(({ size }) => given.push([size, unsavedFiles.value.length]));
  expect(saved.ok).toBe(true);
  expect(given).toEqual([[expect.any(Number), 2]]);
  expect(unsavedFiles.value).toEqual([]);
});

it('leaves a file alone that was signed anew while the ZIP was made', async () => {
  signed(new Blob(['um']), new Blob(['dois']));
  const [first] = filesToSign.value;
  const outcome = { state: 'signed', content: new Blob(), name: 'novo', saved: false } as const;
  await saveAsZip(() => first && changeFile(first.id, { outcome }));
  expect(unsavedFiles.value).toMatchObject([{ outcome: { name: 'novo' } }]);
});

it('keeps results as unsaved where their ZIP comes to nothing', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const gone = new Blob(['x']);
  gone.stream = () => {
    throw new DOMException('gone', 'NotReadableError');
  };
  signed(new Blob(['um']), gone);
  const give = vi.fn();
  expect(await saveAsZip(give)).toEqual({ ok: false, error: 'failed' });
  expect(give).not.toHaveBeenCalled();
  expect(unsavedFiles.value).toHaveLength(2);
  told.mockRestore();
});

it('makes no ZIP of more than its 32 bits can tell', async () => {
  const large = new Blob(['x']);
  Object.defineProperty(large, 'size', { value: 2 ** 32 - 100 });
  signed(new Blob(['um']), large);
  expect(await saveAsZip(vi.fn())).toEqual({ ok: false, error: 'too-large' });
  expect(unsavedFiles.value).toHaveLength(2);
});
