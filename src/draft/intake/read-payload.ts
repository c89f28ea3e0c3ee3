import type { Bytes } from '../../base/bytes.ts';
import { isJsonObject, type JsonObject } from '../../base/json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { JsonFinding, JsonMistake } from './json-reading.ts';
import { readJson } from './read-json.ts';

/** How the characters of a file are written. RFC 8259 §8.1 wants UTF-8 without a mark. */
export type Encoding = 'utf-8' | 'utf-8-marked' | 'utf-16' | 'windows-1252';

/** A payload as a management system wrote it. */
export interface PayloadReading {
  document: JsonObject;
  /** What of it a quicker reader would have lost in silence. */
  findings: JsonFinding[];
  encoding: Encoding;
}

/** Why a file holds no payload. */
export type PayloadFault = JsonMistake | { fault: 'too-large' | 'not-an-object' };

/** A payroll of 50 MB is read; what is larger is no payload of one month. */
export const MOST_PAYLOAD_BYTES = 64 * 1024 ** 2;

/** Reads a payload strictly. `onProgress` is told how much of it is behind, from 0 to 1. */
export const readPayload = (
  bytes: Bytes,
  onProgress?: (share: number) => void,
): Result<PayloadReading, PayloadFault> => {
  if (bytes.length > MOST_PAYLOAD_BYTES) return err({ fault: 'too-large' });
  const { text, encoding } = decoded(bytes);
  const read = readJson(text, (at) => onProgress?.(at / text.length));
  if (!read.ok) return read;
  const { value, findings } = read.value;
  return isJsonObject(value)
    ? ok({ document: value, findings, encoding })
    : err({ fault: 'not-an-object' });
};

const decoded = (bytes: Bytes): { text: string; encoding: Encoding } => {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decodedAs('utf-16le', bytes, 'utf-16');
  if (first === 0xfe && second === 0xff) return decodedAs('utf-16be', bytes, 'utf-16');
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
  try {
    return decodedAs('utf-8', bytes, isMarked ? 'utf-8-marked' : 'utf-8');
  } catch {
    // What programs of Windows write where they do not write UTF-8; it gives every byte a character.
    return decodedAs('windows-1252', bytes, 'windows-1252');
  }
};

const decodedAs = (label: string, bytes: Bytes, encoding: Encoding) => ({
  text: new TextDecoder(label, { fatal: true }).decode(bytes),
  encoding,
});
