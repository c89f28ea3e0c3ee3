import { type Pointer, pointerTo, pointerTokens } from '../../base/json-pointer.ts';

const encoded = (token: string) => encodeURIComponent(token).replaceAll('.', '%2E');

/** Id of the element that takes the focus for the value at a pointer: `campo-lote.0.item`. */
export const fieldId = (pointer: Pointer): string =>
  `campo-${pointerTokens(pointer).map(encoded).join('.')}`;

/** Brings the value at the pointer, which lies within the part, to view and focus. */
type Reveal = (pointer: Pointer) => void;

const reveals = new Map<Pointer, Reveal>();

/** What could not be reached, as the part that would show it is not on the page yet. */
let wanted: Pointer | undefined;

/**
 * Tells of a part that does not show all of its fields at once, as a table of many rows. The returned function
 * takes it back.
 */
export const canReveal = (part: Pointer, reveal: Reveal): (() => void) => {
  reveals.set(part, reveal);
  if (wanted?.startsWith(`${part}/`)) {
    reveal(wanted);
    wanted = undefined;
  }
  return () => {
    if (reveals.get(part) === reveal) reveals.delete(part);
  };
};

/**
 * Moves focus and view to a field; where it is not shown (its section is off), to the nearest part around it.
 * `false` where not even the form is on the page.
 */
export const focusField = (pointer: Pointer): boolean => {
  wanted = undefined;
  return focusWithin(pointer, pointer);
};

const focusWithin = (part: Pointer, pointer: Pointer): boolean => {
  const reveal = part === pointer ? undefined : reveals.get(part);
  if (reveal) {
    reveal(pointer);
    return true;
  }
  const element = document.getElementById(fieldId(part));
  if (element) {
    if (part !== pointer) wanted = pointer;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'center' });
    return true;
  }
  const owner = pointerTokens(part).slice(0, -1);
  return part !== '' && focusWithin(pointerTo('', ...owner), pointer);
};
