import { Zip, ZipPassThrough } from 'fflate';
import { utf8 } from '../../base/bytes.ts';

/** A file inside a ZIP; folders in its name are divided by `/`. */
export interface ZippedFile {
  name: string;
  content: Blob;
}

/** Local header, data descriptor and central entry of a file, but for its name, which stands there twice. */
const ENTRY_BYTES = 30 + 16 + 46;

/** Whether sizes and places fit in 32 bits and the count in 16 (APPNOTE §4.3, §4.4): ZIP64 is not written. */
export const fitsZip = (files: readonly ZippedFile[]): boolean => {
  const sizes = files.map(
    ({ name, content }) => content.size + ENTRY_BYTES + 2 * utf8(name).length,
  );
  return files.length < 0xffff && sizes.reduce((sum, size) => sum + size, 22) < 0xffff_ffff;
};

/** A ZIP of files as they are, not compressed (signed files hardly shrink), read no faster than it is taken. */
export const zipStream = (files: readonly ZippedFile[]): ReadableStream<Uint8Array> => {
  const left = [...files];
  let zip: Zip;
  let entry: ZipPassThrough | undefined;
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;

  const nextFile = () => {
    const file = left.shift();
    if (!file) return zip.end();
    entry = new ZipPassThrough(file.name);
    zip.add(entry);
    reader = file.content.stream().getReader();
  };

  return new ReadableStream({
    start: (controller) => {
      zip = new Zip((error, chunk, final) => {
        if (error) return controller.error(error);
        controller.enqueue(chunk);
        if (final) controller.close();
      });
      nextFile();
    },
    pull: async () => {
      const read = await reader?.read();
      entry?.push(read?.value ?? new Uint8Array(0), read?.done ?? true);
      if (read?.done) nextFile();
    },
  });
};
