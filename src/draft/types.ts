import type { Json, JsonObject } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import type { RecordHead } from '../base/record.ts';

/**
 * One edit of a document (in the manner of RFC 6902): `set` puts a value, making missing objects on
 * the way; `insert` puts a row before the one at that index; `move` renames a member; `several` are made in
 * their order and taken back as one.
 */
export type Edit =
  | { op: 'set'; pointer: Pointer; value: Json }
  | { op: 'insert'; pointer: Pointer; value: Json }
  | { op: 'remove'; pointer: Pointer }
  | { op: 'move'; from: Pointer; pointer: Pointer }
  | { op: 'several'; edits: Edit[] };

/** One row of a draft's append-only history; undoing appends, too. */
export interface DraftChange {
  draftId: string;
  /** 1, 2, 3 … without gaps. */
  seq: number;
  /** Epoch ms UTC. */
  at: number;
  kind: 'edit' | 'undo' | 'redo';
  edit: Edit;
  /** The edit that takes this one back. */
  inverse: Edit;
  /** What changed in the draft's record with it: the version of the layout. */
  amends?: { before: Amendment; after: Amendment };
}

/** Members of a draft's record that change with its layout. */
export type Amendment = Pick<Draft, 'layoutSha256' | 'layoutSource'> & {
  notKept: readonly NotKept[];
};

/** What a draft is to do to a delivery that the court holds. */
export interface DraftPurpose {
  /** `alter`: its content takes the place of what is there. `rectify`: once homologated, it opens what is there again. */
  kind: 'alter' | 'rectify';
  /** `arquivo.id` and `arquivo.recibo` of that delivery. */
  courtId: number;
  recibo: string;
  /** Record (`Delivery.id`) of the content that it held when the draft was begun. */
  deliveryId: string;
}

/** A payload being edited, as lists show it; its document and its changes lie apart. */
export interface Draft extends RecordHead {
  spc: string;
  slp: string;
  /** 1 to 12. */
  mes: number;
  ano: number;
  /** SHA-256 of the layout's schema it is filled in against. */
  layoutSha256: string;
  layoutSource: 'sample' | 'court';
  /** What was in it when it moved to this version of the layout and could not be kept, until the person put it away. */
  notKept?: readonly NotKept[];
  /** Absent: it becomes a new delivery. */
  purpose?: DraftPurpose;
}

/** `no-place`: the layout has no such field. `other-type`: it wants another kind of value there. */
export type NotKeptReason = 'no-place' | 'other-type';

/** What a draft held in one field of its former layout and its present one cannot hold. */
export interface NotKept {
  /** Labels that led to the field, outermost first. */
  label: string[];
  why: NotKeptReason;
  /** One for each row; pointers are those of the document before it moved. */
  values: { pointer: Pointer; value: Json }[];
}

/** The document of a draft as it was after one of its changes. */
export interface DraftSnapshot {
  draftId: string;
  /** `seq` of the last change it holds; 0 for none. */
  seq: number;
  document: JsonObject;
}
