import { isUuid } from '../../base/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import { type Pointer, pointerTo } from '../../base/json-pointer.ts';
import type { LayoutField, ObjectField } from '../../layout/types.ts';
import { membersOf } from '../../layout/walk.ts';
import { isSent } from '../payload.ts';
import type { FileReference } from './match-files.ts';

/** A member that the layout does not know, kept in the draft all the same. */
export interface UnknownMember {
  /** A pointer with `*` for any row. */
  place: string;
  /** In so many places. */
  count: number;
}

/** What a document holds that its layout alone does not say. */
export interface Contents {
  unknown: UnknownMember[];
  /** File fields with a name or path, to be found among the files beside. */
  references: FileReference[];
  /** File fields with an id in place of a name: of a file that the court has, if any has it. */
  idsOfFiles: FileReference[];
  /** Members that a draft keeps and does not send: null, empty, or with a name that we use for ourselves. */
  unsent: number;
}

/** Looks through a document along its form. */
export const lookThrough = (document: JsonObject, form: ObjectField): Contents => {
  const unknown = new Map<string, number>();
  const names: FileReference[] = [];
  const idsOfFiles: FileReference[] = [];
  let unsent = 0;

  const file = (value: Json, pointer: Pointer) => {
    if (typeof value !== 'string' || value === '') return;
    const references = isUuid(value) ? idsOfFiles : names;
    references.push({ pointer, name: value });
  };
  const object = (value: JsonObject, field: ObjectField, pointer: Pointer, place: string) => {
    const known = knownMembers(field);
    for (const [name, member] of Object.entries(value)) {
      if (!isSent(name, member)) unsent++;
      const below = pointerTo(place, name);
      const memberField = known.get(name);
      if (memberField) visit(member, memberField, pointerTo(pointer, name), below);
      else unknown.set(below, (unknown.get(below) ?? 0) + 1);
    }
  };
  const visit = (value: Json, field: LayoutField, pointer: Pointer, place: string): void => {
    if (field.kind === 'file') file(value, pointer);
    else if (field.kind === 'object' && isJsonObject(value)) object(value, field, pointer, place);
    else if (field.kind === 'array' && Array.isArray(value))
      for (const [index, element] of value.entries())
        visit(element, field.items, pointerTo(pointer, index), `${place}/*`);
  };

  visit(document, form, '', '');
  const members = Array.from(unknown, ([place, count]) => ({ place, count }));
  return { unknown: members, references: names, idsOfFiles, unsent };
};

const membersByName = new WeakMap<ObjectField, Map<string, LayoutField>>();

/** Of every section once, however many rows it has. */
const knownMembers = (field: ObjectField): Map<string, LayoutField> => {
  const known =
    membersByName.get(field) ?? new Map(membersOf(field).map((member) => [member.name, member]));
  membersByName.set(field, known);
  return known;
};
