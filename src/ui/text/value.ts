import { type LayoutField, showText } from '../../app/form.ts';
import { isPlaceholder } from '../../app/links/place.ts';
import type { Json } from '../../base/json.ts';
import { linkText } from './ligacoes.ts';

/** A value as a person reads it in its field; what stands for a number to come is none. */
export const showValue = (field: LayoutField, value: Json | undefined): string =>
  isPlaceholder(value) ? linkText.noNumber : showText(field, value);
