import {
  type Bytes,
  concat,
  fromHex,
  fromUtf8,
  sameBytes,
  sha256Hex,
  toBase64,
  utf8,
} from '../base/bytes.ts';
import { isJsonObject, type JsonObject, parseJson } from '../base/json.ts';
import type { WrappedKey } from '../base/key-wrap.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type BackupKeys, bytesFrom, wrappedFromJson, wrappedToJson } from './keys.ts';
import type { BackupFault } from './types.ts';

/** What stands in clear before the content; all of it goes into the key of the content. */
export interface BackupHeader {
  /** The person's key, to which the content is encrypted, and this copy's own. */
  publicKey: Bytes;
  ephemeralKey: Bytes;
  wrapped: WrappedKey;
  /** The header as it stands in the file, without its sum. */
  bytes: Bytes;
  /** Bytes until the content begins. */
  size: number;
}

const MAGIC = utf8('ESTAFETA');
const VERSION = 1;
/** Magic, version and the length of the rest. */
const FIXED_BYTES = MAGIC.length + 1 + 4;
const SUM_BYTES = 32;
const MOST_BYTES = 16_384;
/** More rounds of PBKDF2 than anybody writes would only keep the reader busy. */
const MOST_ROUNDS = 10_000_000;

/** The header of a new copy and, behind it, its SHA-256. */
export const writeHeader = async (
  { publicKey, wrapped }: BackupKeys,
  ephemeralKey: Bytes,
): Promise<{ bytes: Bytes; sum: Bytes }> => {
  const fields = utf8(
    JSON.stringify({
      publicKey: toBase64(publicKey),
      ephemeralKey: toBase64(ephemeralKey),
      wrapped: wrappedToJson(wrapped),
    }),
  );
  const fixed = new Uint8Array(FIXED_BYTES);
  fixed.set(MAGIC);
  fixed[MAGIC.length] = VERSION;
  new DataView(fixed.buffer).setUint32(MAGIC.length + 1, fields.length);
  const bytes = concat(fixed, fields);
  return { bytes, sum: fromHex(await sha256Hex(bytes)) };
};

/** The header of a copy. Its sum tells a damaged header from a wrong passphrase; it proves nothing else. */
export const readHeader = async (
  copy: Blob,
): Promise<Result<BackupHeader, Exclude<BackupFault, 'wrong-passphrase'>>> => {
  const head = new Uint8Array(await copy.slice(0, MOST_BYTES).arrayBuffer());
  if (!sameBytes(head.subarray(0, MAGIC.length), MAGIC)) return err('not-a-backup');
  if (head.length < FIXED_BYTES) return err('damaged');
  if ((head[MAGIC.length] ?? 0) > VERSION) return err('newer-version');
  const end = FIXED_BYTES + new DataView(head.buffer).getUint32(MAGIC.length + 1);
  const bytes = head.slice(0, end);
  const sum = head.subarray(end, end + SUM_BYTES);
  if (!sameBytes(fromHex(await sha256Hex(bytes)), sum)) return err('damaged');
  const fields = parseJson(fromUtf8(bytes.subarray(FIXED_BYTES)));
  const header = isJsonObject(fields) && fieldsOf(fields);
  return header ? ok({ ...header, bytes, size: end + SUM_BYTES }) : err('damaged');
};

const fieldsOf = (
  fields: JsonObject,
): Pick<BackupHeader, 'publicKey' | 'ephemeralKey' | 'wrapped'> | undefined => {
  try {
    const wrapped = isJsonObject(fields.wrapped) && wrappedFromJson(fields.wrapped);
    if (!wrapped || !(wrapped.rounds <= MOST_ROUNDS)) return undefined;
    const publicKey = bytesFrom(fields.publicKey);
    return { publicKey, ephemeralKey: bytesFrom(fields.ephemeralKey), wrapped };
  } catch {
    return undefined;
  }
};
