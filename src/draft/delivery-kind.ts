import type { JsonObject } from '../base/json.ts';
import type { DraftPurpose } from './types.ts';

/** `codTipoEnvio` of what the court gets for the first time. */
export const INITIAL = 1;
/** `codTipoEnvio` of what takes the place of a delivery: the facts changed since. */
export const UPDATE = 2;
/** The same: it was wrong from the beginning. */
export const CORRECTION = 3;

/** Names of the member that holds the reason of a change; layouts differ. */
const REASONS = ['motivoAtualizacaoCorrecao', 'motivoRetificacao'];

/** The member for the reason of a change among those of a layout; `undefined` where it asks for none. */
export const reasonMember = (members: readonly string[]): string | undefined =>
  members.includes('codTipoEnvio') ? REASONS.find((name) => members.includes(name)) : undefined;

/** Whether the kind of delivery that a document names is none for what becomes of it. Clients keep that rule; the court's text of it is lost. */
export const isWrongKind = (
  { codTipoEnvio }: JsonObject,
  purpose: Pick<DraftPurpose, 'kind'> | undefined,
): boolean =>
  typeof codTipoEnvio === 'number' && (codTipoEnvio !== INITIAL) !== (purpose?.kind === 'alter');
