import { Zip, ZipPassThrough } from 'fflate';

/** A file inside a ZIP; folders in its name are divided by `/`. */
interface ZippedFile {
  name: string;
  content: Blob;
}

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
