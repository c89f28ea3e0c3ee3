import { isJsonObject, type Json } from '../base/json.ts';
import type { BackupManifest } from './types.ts';

/** A manifest as it was written, or `undefined` where it is none. */
export const manifestOf = (json: Json | undefined): BackupManifest | undefined => {
  if (!isJsonObject(json)) return undefined;
  const { databaseVersion, madeAt, owner, missing, counts, records, files } = json;
  if (typeof databaseVersion !== 'number' || typeof madeAt !== 'number') return undefined;
  if (!isJsonObject(owner) || typeof owner.id !== 'string' || typeof owner.name !== 'string') {
    return undefined;
  }
  if (!isJsonObject(missing) || !isSize(missing.records) || !isSize(missing.files)) {
    return undefined;
  }
  if (!isCounts(counts) || !isTexts(records) || !Array.isArray(files)) return undefined;
  const known = files.flatMap((file) =>
    isJsonObject(file) && typeof file.sha256 === 'string' && isSize(file.size)
      ? [{ sha256: file.sha256, size: file.size }]
      : [],
  );
  if (known.length !== files.length) return undefined;
  const { id, name } = owner;
  return {
    ...{ databaseVersion, madeAt, owner: { id, name }, counts, records, files: known },
    missing: { records: missing.records, files: missing.files },
  };
};

const isSize = (json: Json | undefined): json is number =>
  typeof json === 'number' && Number.isSafeInteger(json) && json >= 0;
const isTexts = (json: Json | undefined): json is string[] =>
  Array.isArray(json) && json.every((each) => typeof each === 'string');
const isCounts = (json: Json | undefined): json is Record<string, number> =>
  isJsonObject(json) && Object.values(json).every(isSize);
