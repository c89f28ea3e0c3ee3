import { isCivilDate, toBrazilianDate } from '../base/civil-date.ts';
import type { Json } from '../base/json.ts';
import { type Pointer, pointerTokens, valueAt } from '../base/json-pointer.ts';
import { loadSide } from './side.ts';
import type { LayoutId } from './types.ts';

const isReference = (pointer: Pointer, value: Json): value is number =>
  typeof value === 'number' && /^id[A-Z]/.test(pointerTokens(pointer).at(-1) ?? '');

const textOf = (value: Json): string => {
  const text = typeof value === 'object' ? '' : String(value);
  return isCivilDate(text) ? toBrazilianDate(text) : text;
};

/**
 * What a person knows a delivery by: `12/2024, Aquisição de merenda`. Empty where the payload, or the layout, does not tell.
 * `follow`: what another delivery is known by, by the number that a member holds.
 */
export const summaryOf = async (
  payload: Json,
  layout: LayoutId,
  follow: (reference: number) => Promise<string>,
): Promise<string> => {
  const { summary = [] } = await loadSide(layout);
  const read = (pointer: Pointer): Promise<string> | string => {
    const value = valueAt(payload, pointer) ?? '';
    return isReference(pointer, value) ? follow(value) : textOf(value);
  };
  const parts = await Promise.all(
    summary.map(async (pointers) => {
      const texts = await Promise.all(pointers.map(read));
      return texts.filter((text) => text !== '').join('/');
    }),
  );
  return parts.filter((part) => part !== '').join(', ');
};
