import { Buffer } from 'node:buffer';

/** A form whose file was not held in memory; `file` is what `keep` made of the file part. */
export interface StreamedForm<File> {
  fields: Map<string, string>;
  file?: File;
}

type Chunks = AsyncIterable<Uint8Array>;

class BrokenForm extends Error {}

const brokenOff = (): never => {
  throw new BrokenForm();
};

/** Some programs leave it out after the last boundary. */
const LAST_LINE_END = Buffer.from('\r\n');

/** Gives a stream piece by piece, up to a delimiter, which it leaves out. */
const createCutter = (source: ReadableStream<Uint8Array>) => {
  const incoming = source[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  let ended = false;
  return async function* (delimiter: string): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = rest.indexOf(delimiter);
      if (at >= 0) {
        yield rest.subarray(0, at);
        rest = rest.subarray(at + delimiter.length);
        return;
      }
      // A delimiter may begin in what came last.
      const surely = Math.max(0, rest.length - delimiter.length + 1);
      if (surely > 0) yield rest.subarray(0, surely);
      if (ended) throw new BrokenForm();
      const next = await incoming.next().catch(brokenOff);
      ended = next.done === true;
      rest = Buffer.concat([rest.subarray(surely), next.done ? LAST_LINE_END : next.value]);
    }
  };
};

const textOf = async (chunks: Chunks): Promise<string> => {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString();
};

const boundaryOf = (request: Request): string | undefined => {
  const found = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(request.headers.get('Content-Type') ?? '');
  return found?.[1] ?? found?.[2];
};

/**
 * Reads `multipart/form-data` (RFC 7578) as it comes: the part with this name is handed to `keep`, the others are
 * texts. `undefined` where it is no such form, or breaks off.
 */
export const readStreamedForm = async <File>(
  request: Request,
  fileField: string,
  keep: (content: Chunks) => Promise<File>,
): Promise<StreamedForm<File> | undefined> => {
  const boundary = boundaryOf(request);
  if (!boundary || !request.body) return undefined;
  const until = createCutter(request.body);
  const form: StreamedForm<File> = { fields: new Map() };
  try {
    await textOf(until(`--${boundary}`));
    while (!(await textOf(until('\r\n'))).startsWith('--')) {
      const name = /\bname="([^"]*)"/i.exec(await textOf(until('\r\n\r\n')))?.[1] ?? '';
      const content = until(`\r\n--${boundary}`);
      if (name === fileField) form.file = await keep(content);
      else form.fields.set(name, await textOf(content));
    }
    return form;
  } catch (error) {
    if (error instanceof BrokenForm) return undefined;
    throw error;
  }
};
