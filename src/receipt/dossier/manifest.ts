import { canonicalJson } from '../../base/canonical-json.ts';
import { isJsonObject, type Json } from '../../base/json.ts';
import type { DossierRecord } from './types.ts';

/** A file as the manifest lists it; SHA-256 in lower-case hexadecimal. */
export type ListedMember = {
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
};

const FORMAT = 'estafeta-dossie';
/** What the list in the dossier of a trâmite calls itself. */
export const TRAMITE_FORMAT = 'estafeta-dossie-tramite';
const VERSION = 1;

/**
 * The manifest: every other file of the dossier in the order of the ZIP, and what the record says of the delivery. Canonical
 * JSON, so that there is one manifest only for the same files; its SHA-256 is the dossier's root hash.
 */
export const manifestText = (
  { ambiente, entryId, rev, state, standing, statement }: DossierRecord,
  members: readonly ListedMember[],
): string =>
  canonicalJson({
    format: FORMAT,
    version: VERSION,
    ...{ ambiente, entryId, rev, state, standing, statement },
    members: [...members],
  });

/** The files a manifest lists; nothing where it is no manifest of a dossier. */
export const listedIn = (json: Json | undefined): ListedMember[] | undefined =>
  listedAs(FORMAT, json);

/** The same of a trâmite's dossier. */
export const listedOfTramite = (json: Json | undefined): ListedMember[] | undefined =>
  listedAs(TRAMITE_FORMAT, json);

const listedAs = (format: string, json: Json | undefined): ListedMember[] | undefined => {
  if (!isJsonObject(json) || json.format !== format || json.version !== VERSION) return undefined;
  const { members } = json;
  return Array.isArray(members) && members.every(isListed) ? members : undefined;
};

/** Whether it is the list of the files of a trâmite's dossier. */
export const isOfTramite = (json: Json | undefined): boolean =>
  isJsonObject(json) && json.format === TRAMITE_FORMAT;

const isListed = (value: Json): value is ListedMember =>
  isJsonObject(value) &&
  typeof value.name === 'string' &&
  typeof value.size === 'number' &&
  typeof value.sha256 === 'string';
