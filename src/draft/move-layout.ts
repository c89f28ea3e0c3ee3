import { sameJson } from '../base/canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import {
  type Pointer,
  pointerTo,
  pointerTokens,
  valueAt,
  withValueAt,
} from '../base/json-pointer.ts';
import { movesBetween } from '../layout/moves.ts';
import type { LayoutField, ObjectField } from '../layout/types.ts';
import { fieldAtTokens, membersOf } from '../layout/walk.ts';
import { convertedTo } from './converted.ts';
import { plainName } from './payload.ts';
import { emptySection } from './sections.ts';
import type { Edit, NotKept, NotKeptReason } from './types.ts';

/** A document as another version of its layout holds it. */
export interface MovedDocument {
  document: JsonObject;
  notKept: NotKept[];
}

/** Where a value stands, in the document and in the former layout. */
interface Place {
  pointer: Pointer;
  /** `*` for each row. */
  path: Pointer;
  labels: readonly string[];
  /** What the former layout said of it. */
  field: LayoutField | undefined;
}

/** A value for which its place in the document is gone. */
interface Homeless {
  place: Place;
  value: Json;
}

/** One move of one document. */
interface Move {
  homeless: Homeless[];
  notKept: Map<Pointer, NotKept>;
}

/**
 * Brings a document from one version of a layout to another. A value keeps its place where the new layout has a field of
 * that name which can hold it, exactly; else it goes to the one other field of that name which is new; else it is listed.
 * What neither layout knows stays where it is.
 */
export const moveDocument = (
  document: JsonObject,
  from: ObjectField,
  to: ObjectField,
): MovedDocument => {
  const move: Move = { homeless: [], notKept: new Map() };
  const root = { pointer: '', path: '', labels: [], field: from };
  let moved = movedObject(move, document, to, root);
  const homes = homesIn(from, to);
  for (const homeless of move.homeless) moved = rehouse(move, moved, homeless, to, homes);
  return { document: moved, notKept: [...move.notKept.values()] };
};

/** The one edit that makes a document the other. */
export const editBetween = (before: JsonObject, after: JsonObject): Edit => {
  const edits = [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(
    (name): Edit[] => {
      const pointer = pointerTo('', name);
      const [was, is] = [valueAt(before, pointer), valueAt(after, pointer)];
      if (is === undefined) return [{ op: 'remove', pointer }];
      return was !== undefined && sameJson(was, is) ? [] : [{ op: 'set', pointer, value: is }];
    },
  );
  return { op: 'several', edits };
};

const movedObject = (move: Move, value: JsonObject, to: ObjectField, at: Place): JsonObject => {
  const members: [string, Json][] = [];
  for (const [name, member] of Object.entries(value)) {
    const place = memberPlace(at, name);
    const field = fieldNamed(to, plainName(name));
    if (field) {
      const kept = movedValue(move, member, field, place);
      if (kept === undefined) list(move, 'other-type', place, member);
      else members.push([name, kept]);
    } else if (place.field) move.homeless.push({ place, value: member });
    else members.push([name, member]);
  }
  const moved = Object.fromEntries(members);
  return { ...moved, ...newSections(moved, at.field, to) };
};

const fieldNamed = (owner: LayoutField | undefined, name: string): LayoutField | undefined =>
  owner && fieldAtTokens(owner, [name]);

const memberPlace = ({ pointer, path, labels, field: owner }: Place, name: string): Place => {
  const field = fieldNamed(owner, plainName(name));
  return {
    pointer: pointerTo(pointer, name),
    path: pointerTo(path, plainName(name)),
    labels: [...labels, field?.label ?? plainName(name)],
    field,
  };
};

const rowPlace = ({ pointer, path, labels, field: owner }: Place, index: number): Place => ({
  pointer: pointerTo(pointer, index),
  path: pointerTo(path, '*'),
  labels,
  field: owner?.kind === 'array' ? owner.items : undefined,
});

/** The sections that the new layout alone cannot do without, so that the form shows them. */
const newSections = (moved: JsonObject, from: LayoutField | undefined, to: ObjectField) =>
  Object.fromEntries(
    membersOf(to)
      .filter(({ kind, required }) => required && (kind === 'object' || kind === 'array'))
      .filter(({ name }) => !Object.hasOwn(moved, name) && !fieldNamed(from, name))
      .map((section) => [section.name, emptySection(section)]),
  );

/** The value as the field holds it; `undefined` where it cannot. */
const movedValue = (move: Move, value: Json, to: LayoutField, at: Place): Json | undefined => {
  if (to.kind === 'object' && isJsonObject(value)) return movedObject(move, value, to, at);
  if (to.kind !== 'array' || !Array.isArray(value)) return convertedTo(to, value, at.field);
  const rows = value.map((row, index) => movedValue(move, row, to.items, rowPlace(at, index)));
  return rows.every((row) => row !== undefined) ? rows : undefined;
};

/** Where a former path leads now, for those that moved. */
const homesIn = (from: ObjectField, to: ObjectField): ReadonlyMap<Pointer, Pointer> => {
  const now = pathsOf(to);
  const formerOf = movesBetween(pathsOf(from), now);
  return new Map(
    now.flatMap((path): [Pointer, Pointer][] => {
      const former = formerOf(path);
      return former === undefined || former === path ? [] : [[former, path]];
    }),
  );
};

const pathsOf = (field: LayoutField, path: Pointer = ''): Pointer[] => {
  if (field.kind === 'array') return [path, ...pathsOf(field.items, pointerTo(path, '*'))];
  if (field.kind !== 'object') return [path];
  return [path, ...membersOf(field).flatMap((each) => pathsOf(each, pointerTo(path, each.name)))];
};

/** Puts a value where its field went, or its members where theirs went; what has nowhere to go is listed. */
const rehouse = (
  move: Move,
  document: JsonObject,
  { place, value }: Homeless,
  to: ObjectField,
  homes: ReadonlyMap<Pointer, Pointer>,
): JsonObject => {
  const home = isAside(place.pointer) ? undefined : homes.get(place.path);
  const field = home === undefined ? undefined : fieldAtTokens(to, pointerTokens(home));
  if (home !== undefined && field) {
    const pointer = inRowsOf(place.pointer, home);
    const isFree = isNothing(valueAt(document, pointer));
    const kept = isFree ? movedValue(move, value, field, place) : undefined;
    if (kept !== undefined) return put(document, pointer, kept);
    list(move, 'other-type', place, value);
    return document;
  }
  if (isJsonObject(value) && place.field?.kind === 'object') {
    return Object.entries(value).reduce((before, [name, member]) => {
      const homeless = { place: memberPlace(place, name), value: member };
      return rehouse(move, before, homeless, to, homes);
    }, document);
  }
  list(move, 'no-place', place, value);
  return document;
};

const isAside = (pointer: Pointer): boolean =>
  pointerTokens(pointer).some((token) => plainName(token) !== token);

/** A path with the rows that a pointer goes through. */
const inRowsOf = (pointer: Pointer, path: Pointer): Pointer => {
  const tokens = pointerTokens(pointer);
  return pointerTo(
    '',
    ...pointerTokens(path).map((token, index) =>
      token === '*' ? (tokens[index] ?? token) : token,
    ),
  );
};

const put = (document: JsonObject, pointer: Pointer, value: Json): JsonObject => {
  const changed = withValueAt(document, pointer, value);
  return isJsonObject(changed) ? changed : document;
};

/** Nothing that anybody stated: without members, or members of which none says anything. */
const isNothing = (value: Json | undefined): boolean => {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isNothing);
};

const list = (move: Move, why: NotKeptReason, place: Place, value: Json): void => {
  if (isNothing(value)) return;
  if (Array.isArray(value)) {
    for (const [index, row] of value.entries()) list(move, why, rowPlace(place, index), row);
  } else if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      list(move, why, memberPlace(place, name), member);
    }
  } else {
    const { pointer, path, labels: label } = place;
    const listed = move.notKept.get(path) ?? { label: [...label], why, values: [] };
    listed.values.push({ pointer, value });
    move.notKept.set(path, listed);
  }
};
