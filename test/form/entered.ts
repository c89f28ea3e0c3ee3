import { isJsonObject, type Json, type JsonObject } from '../../src/base/json.ts';
import { type Pointer, pointerTo, valueAt } from '../../src/base/json-pointer.ts';
import { change, type OpenDraft, openDraft } from '../../src/draft/history.ts';
import { emptySection, switchOn } from '../../src/draft/sections.ts';
import type { Edit } from '../../src/draft/types.ts';
import { readText, showText } from '../../src/layout/field-text.ts';
import type { LayoutField, ObjectField } from '../../src/layout/types.ts';
import { membersOf } from '../../src/layout/walk.ts';

/** A draft while it is being filled in. */
interface Hand {
  open: OpenDraft;
  edit(edit: Edit): void;
}

/**
 * A new draft into which a document was entered as a person enters it in the form: parts switched on, rows inserted, codes
 * chosen, all else typed. Throws where the form offers no way.
 */
export const entered = (form: ObjectField, document: JsonObject): OpenDraft => {
  const empty = emptySection(form);
  const hand: Hand = {
    open: openDraft({ draftId: '', seq: 0, document: isJsonObject(empty) ? empty : {} }, []),
    edit: (edit) => {
      // What can be undone is another matter: without it thousands of drafts are entered in seconds.
      hand.open = { ...change(hand.open, edit, 0).open, changes: [] };
    },
  };
  enterMembers(hand, form, '', document);
  return hand.open;
};

const enterMembers = (hand: Hand, field: ObjectField, pointer: Pointer, value: JsonObject) => {
  for (const member of membersOf(field)) {
    const wanted = value[member.name];
    if (wanted !== undefined) enter(hand, member, pointerTo(pointer, member.name), wanted);
  }
};

const enter = (hand: Hand, field: LayoutField, pointer: Pointer, value: Json): void => {
  const document = hand.open.document;
  if (field.kind === 'object' && isJsonObject(value)) {
    const isOff = valueAt(document, pointer) === undefined;
    if (isOff) hand.edit(switchOn(document, pointer, field));
    enterMembers(hand, field, pointer, value);
  } else if (field.kind === 'array' && Array.isArray(value)) {
    for (const [index, row] of value.entries()) {
      const at = pointerTo(pointer, index);
      if (valueAt(hand.open.document, at) === undefined) {
        hand.edit({ op: 'insert', pointer: at, value: emptySection(field.items) });
      }
      enter(hand, field.items, at, row);
    }
  } else hand.edit(setting(pointer, stated(field, value)));
};

const setting = (pointer: Pointer, value: Json | undefined): Edit =>
  value === undefined ? { op: 'remove', pointer } : { op: 'set', pointer, value };

/** What comes of it when a person states a value in a field. */
const stated = (field: LayoutField, value: Json): Json | undefined => {
  switch (field.kind) {
    case 'choice': {
      const option = field.options.find((each) => each.value === value);
      if (!option) throw new Error(`${field.label}: no option ${JSON.stringify(value)}`);
      return option.value;
    }
    case 'boolean':
    case 'file':
      return value;
    case 'text':
    case 'date':
    case 'number':
    case 'integer':
      return readText(field, showText(field, value));
    default:
      throw new Error(`${field.label}: ${field.kind} cannot hold ${JSON.stringify(value)}`);
  }
};
