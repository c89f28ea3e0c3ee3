import { type Bytes, concat } from '../base/bytes.ts';
import { isDict, isName, isWhole, type PdfObject, type PdfStream } from './objects.ts';
import { broken } from './refusal.ts';

/** How many inflated bytes one document may still cost: a bound against decompression bombs. */
export interface Budget {
  left: number;
}

/** The decoded bytes of a cross-reference or object stream: plain, or FlateDecode with a PNG predictor. */
export const decodeStream = async (stream: PdfStream, budget: Budget): Promise<Bytes> => {
  const filter = onlyItem(stream.dict.entries.get('Filter'));
  if (filter === null) return stream.data;
  if (!isName(filter) || filter.name !== 'FlateDecode') throw broken();
  const inflated = await inflateLenient(stream.data, budget);
  return undoPredictor(inflated, onlyItem(stream.dict.entries.get('DecodeParms')));
};

const onlyItem = (object: PdfObject | undefined): PdfObject => {
  if (!Array.isArray(object)) return object ?? null;
  if (object.length > 1) throw broken();
  return object[0] ?? null;
};

/** Some writers count the end of line before `endstream` into `/Length`; browsers refuse such a tail, Node 20 does not. */
const inflateLenient = async (data: Bytes, budget: Budget): Promise<Bytes> => {
  let end = data.length;
  while (end > data.length - 2 && (data[end - 1] === 10 || data[end - 1] === 13)) end--;
  return (
    (await inflate(data, budget)) ?? (await inflate(data.subarray(0, end), budget)) ?? refuse()
  );
};

const refuse = (): never => {
  throw broken();
};

const inflate = async (data: Bytes, budget: Budget): Promise<Bytes | undefined> => {
  const chunks: Uint8Array[] = [];
  const reader = new Blob([data])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'))
    .getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: null }));
    if (value === null) return undefined;
    if (done || value === undefined) return concat(...chunks);
    budget.left -= value.length;
    if (budget.left < 0) {
      await reader.cancel();
      throw broken();
    }
    chunks.push(value);
  }
};

const numberIn = (parms: PdfObject, key: string, otherwise: number): number => {
  const value = isDict(parms) ? (parms.entries.get(key) ?? otherwise) : otherwise;
  if (!isWhole(value) || value === 0) throw broken();
  return value;
};

/** PNG predictors (ISO 32000-1 §7.4.4.4, PNG §9); the TIFF one is not used for these streams. */
const undoPredictor = (data: Bytes, parms: PdfObject): Bytes => {
  const predictor = numberIn(parms, 'Predictor', 1);
  if (predictor === 1) return data;
  if (predictor < 10) throw broken();
  const bitsPerPixel = numberIn(parms, 'Colors', 1) * numberIn(parms, 'BitsPerComponent', 8);
  const rowLength = Math.ceil((bitsPerPixel * numberIn(parms, 'Columns', 1)) / 8);
  const rows = data.length / (rowLength + 1);
  if (!Number.isInteger(rows)) throw broken();
  return undoPngRows(data, rows, rowLength, Math.ceil(bitsPerPixel / 8));
};

const undoPngRows = (data: Bytes, rows: number, rowLength: number, pixel: number): Bytes => {
  const plain = new Uint8Array(rows * rowLength);
  for (let row = 0; row < rows; row++) {
    const from = row * (rowLength + 1);
    const to = row * rowLength;
    const filter = data[from];
    for (let i = 0; i < rowLength; i++) {
      const left = i >= pixel ? (plain[to + i - pixel] ?? 0) : 0;
      const up = row > 0 ? (plain[to + i - rowLength] ?? 0) : 0;
      const upLeft = row > 0 && i >= pixel ? (plain[to + i - rowLength - pixel] ?? 0) : 0;
      plain[to + i] = (data[from + 1 + i] ?? 0) + predict(filter, left, up, upLeft);
    }
  }
  return plain;
};

const predict = (filter: number | undefined, left: number, up: number, upLeft: number): number => {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return Math.floor((left + up) / 2);
    case 4:
      return paeth(left, up, upLeft);
    default:
      throw broken();
  }
};

const paeth = (left: number, up: number, upLeft: number): number => {
  const estimate = left + up - upLeft;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toUpLeft = Math.abs(estimate - upLeft);
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
};
