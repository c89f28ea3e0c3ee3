import { type Pointer, pointerTo, pointerTokens } from '../../base/json-pointer.ts';

const encoded = (token: string) => encodeURIComponent(token).replaceAll('.', '%2E');

/** Id of the element that takes the focus for the value at a pointer: `campo-lote.0.item`. */
export const fieldId = (pointer: Pointer): string =>
  `campo-${pointerTokens(pointer).map(encoded).join('.')}`;

/**
 * Moves focus and view to a field; where it is not shown (its section is off), to the nearest part around it.
 * `false` where not even the form is on the page.
 */
export const focusField = (pointer: Pointer): boolean => {
  const element = document.getElementById(fieldId(pointer));
  if (element) {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'center' });
    return true;
  }
  const owner = pointerTokens(pointer).slice(0, -1);
  return pointer !== '' && focusField(pointerTo('', ...owner));
};
