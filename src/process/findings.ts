import type { PenUnit } from '../base/pen-unit.ts';
import type { Standing } from '../base/standing.ts';
import type { PenSettings, PenTables } from './tables.ts';

export type HypothesisFault = 'hypothesis-missing' | 'hypothesis-unknown' | 'hypothesis-inactive';

/** What was found. Those of documents are of the document named by the place. */
export type CheckCode =
  | HypothesisFault
  /** It is under way, refused, or with another body; `about`: the standing. */
  | 'not-open'
  | 'number-missing'
  | 'number-too-long'
  /** The check digits of a NUP are not right; it may be sent all the same. */
  | 'wrong-check-digits'
  | 'description-missing'
  | 'description-too-long'
  | 'type-too-long'
  | 'interested-missing'
  | 'interested-unnamed'
  | 'name-too-long'
  | 'identification-too-long'
  | 'producer-missing'
  /** Sigiloso: such a process, and such a document, does not travel here. */
  | 'secret'
  | 'no-documents'
  | 'especie-unknown'
  | 'especie-unnamed'
  /** Written in the app, and not signed since it was last changed. */
  | 'unsigned'
  /** Nothing was written, or no file was brought. */
  | 'document-empty'
  | 'annex-of-nothing'
  | 'file-empty'
  | 'file-name-missing'
  | 'file-name-too-long'
  | 'file-type-unknown'
  /** Larger than the largest document of the settings. */
  | 'file-too-large'
  /** Larger than what the destination is known to take. */
  | 'too-large-there'
  | 'destination-not-allowed';

export type ProcessField =
  | 'standing'
  | 'protocolo'
  | 'tipo'
  | 'descricao'
  | 'interessados'
  | 'produtor'
  | 'nivelDeSigilo'
  | 'hipoteseLegal'
  | 'documents';

export type DocumentField =
  | 'descricao'
  | 'especie'
  | 'nivelDeSigilo'
  | 'hipoteseLegal'
  | 'ordemDoDocumentoReferenciado'
  | 'signatures'
  | 'components';

/** Where a person mends it. */
export type CheckPlace =
  /** `n`: which of several, from 0. */
  | { kind: 'process'; field: ProcessField; n?: number }
  | { kind: 'document'; id: string; ordem: number; field: DocumentField }
  | { kind: 'destination' };

export interface Finding {
  code: CheckCode;
  /** Whether the process cannot be sent with it. */
  blocks: boolean;
  place: CheckPlace;
  /** A name that tells which: of a person, a file, a unit. */
  about?: string;
}

/** What a process is checked against. `destino`: once it is chosen. */
export interface CheckContext {
  tables: PenTables;
  settings: PenSettings;
  standing: Standing;
  destino?: PenUnit | undefined;
}
