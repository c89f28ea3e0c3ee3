import { fromUtf8 } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../base/json.ts';
import { NAMES } from './members.ts';
import { readRecord } from './record.ts';
import type { DossierRecord } from './types.ts';
import type { ZipMember } from './write-zip.ts';

/** What was frozen, as far as the check needs it. */
export interface FrozenContent {
  payload: Json;
  layoutSha256: string;
  files: { localId: string; name: string; kind: string; sha256: string; sentSha256: string }[];
  /** Of an altered delivery: files that stayed at the court and were not sent again. */
  keptFiles: { name: string; sentSha256: string }[];
  /** Where the court's id of an earlier delivery goes (JSON Pointers). */
  fills: string[];
}

/** What a dossier says, read from its files; absent where they are not there or not what they should be. */
export interface Content {
  record?: DossierRecord | undefined;
  frozen?: FrozenContent | undefined;
  /** Rows of the log, oldest first. */
  log?: JsonObject[] | undefined;
  body?: Json | undefined;
  courtPdf?: Blob | undefined;
  signedPdf?: Blob | undefined;
}

/** Text that no delivery comes near is not read into memory. Bytes. */
const LONGEST_TEXT = 64 * 1024 * 1024;

export const readContent = async (zipped: readonly ZipMember[]): Promise<Content> => {
  const contentOf = (name: string) => zipped.find((member) => member.name === name)?.content;
  const textOf = async (name: string): Promise<string> => {
    const content = contentOf(name);
    if (!content || content.size > LONGEST_TEXT) return '';
    return fromUtf8(new Uint8Array(await content.arrayBuffer()));
  };
  return {
    record: readRecord(canonicalIn(await textOf(NAMES.record))),
    frozen: frozenIn(canonicalIn(await textOf(NAMES.frozen))),
    log: logIn(await textOf(NAMES.log)),
    body: canonicalIn(await textOf(NAMES.body)),
    courtPdf: contentOf(NAMES['court-pdf']),
    signedPdf: contentOf(NAMES['signed-pdf']),
  };
};

/** The value of a text that is canonical JSON (RFC 8785) and nothing else. */
const canonicalIn = (text: string): Json | undefined => {
  const json = parseJson(text);
  return json !== undefined && canonicalJson(json) === text ? json : undefined;
};

const logIn = (text: string): JsonObject[] | undefined => {
  const rows = text.split('\n').slice(0, -1).map(canonicalIn);
  return text.endsWith('\n') && rows.every(isJsonObject) ? rows : undefined;
};

const frozenIn = (json: Json | undefined): FrozenContent | undefined => {
  if (!isJsonObject(json)) return undefined;
  const { payload, layoutSha256, files, keptFiles = [], after = [] } = json;
  if (payload === undefined || typeof layoutSha256 !== 'string') return undefined;
  if (!Array.isArray(files) || !files.every(isFrozenFile) || !Array.isArray(after))
    return undefined;
  if (!Array.isArray(keptFiles) || !keptFiles.every(isKeptFile)) return undefined;
  const fills = after.map((earlier) => (isJsonObject(earlier) ? earlier.fills : undefined));
  return {
    payload,
    layoutSha256,
    files,
    keptFiles,
    fills: fills.filter((each) => typeof each === 'string'),
  };
};

const isFrozenFile = (value: Json): value is FrozenContent['files'][number] =>
  isJsonObject(value) &&
  [value.localId, value.name, value.kind, value.sha256, value.sentSha256].every(
    (each) => typeof each === 'string',
  );

const isKeptFile = (value: Json): value is FrozenContent['keptFiles'][number] =>
  isJsonObject(value) && typeof value.name === 'string' && typeof value.sentSha256 === 'string';
