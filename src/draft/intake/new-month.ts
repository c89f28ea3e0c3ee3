import type { JsonObject } from '../../base/json.ts';
import { INITIAL } from '../delivery-kind.ts';
import type { Period } from './read-path.ts';

/** A document without the kind of delivery it had: it is an initial one, which has no motive. */
export const asInitial = ({ motivoAtualizacaoCorrecao: _, ...document }: JsonObject): JsonObject =>
  'codTipoEnvio' in document ? { ...document, codTipoEnvio: INITIAL } : document;

/** Whether a document is one that corrects or updates another. */
export const isCorrection = ({ codTipoEnvio }: JsonObject): boolean =>
  typeof codTipoEnvio === 'number' && codTipoEnvio !== INITIAL;

/** Whether a document says of itself that it is of this month. */
export const saysMonth = (
  { mesCompetencia, anoCompetencia }: JsonObject,
  { mes, ano }: Period,
): boolean => mesCompetencia === mes && anoCompetencia === ano;

/** A document that says of itself that it is of the month `to`, where it said `from` before. */
export const ofMonth = (document: JsonObject, from: Period, to: Period): JsonObject =>
  saysMonth(document, from)
    ? { ...document, mesCompetencia: to.mes, anoCompetencia: to.ano }
    : document;
