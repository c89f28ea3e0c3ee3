import { isJsonObject, type Json } from '../../../base/json.ts';
import { queueText as text } from '../../text/fila.ts';

/** The sentences in an answer of the court, whatever they are wrapped in. */
export const courtWords = (detail: Json): string => {
  if (Array.isArray(detail)) return detail.map(courtWords).filter(Boolean).join(' ');
  if (!isJsonObject(detail)) return '';
  const words = detail.mensagem ?? detail.message;
  if (typeof words !== 'string') return '';
  return typeof detail.regra === 'number' ? `${text.rule(detail.regra)}: ${words}` : words;
};
