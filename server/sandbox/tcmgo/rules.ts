import { isJsonObject, type JsonObject } from '../../../src/base/json.ts';
import type { Period } from '../state/delivery-store.ts';
import type { RuleMessage } from './answer.ts';
import { documented, ours } from './messages.ts';

/** What a request asks for: `send` by POST, `alter` by PUT of a delivery that exists. */
export type Operation = 'send' | 'alter';

type Rule = (payload: JsonObject, operation: Operation, period: Period) => RuleMessage | undefined;

/** Rule 6, the one the court documents with its sentence. */
const subcontractingLimit: Rule = (payload, _operation, { spc, slp }) => {
  const detail = payload.detalhamentoLc123;
  if (spc !== 'LIC' || slp !== 'REG_LICITACAO' || !isJsonObject(detail)) return undefined;
  const percentage = detail.percentualSubContratacaoMEEPP;
  if (typeof percentage !== 'number' || percentage <= 10) return undefined;
  return { regra: 6, mensagem: documented.subcontracting };
};

const isChange = (payload: JsonObject) => payload.codTipoEnvio === 2 || payload.codTipoEnvio === 3;

const hasReason = (payload: JsonObject) =>
  typeof payload.motivoAtualizacaoCorrecao === 'string' &&
  payload.motivoAtualizacaoCorrecao.trim() !== '';

/** Seen in clients (recepcao.md C); the numbers and sentences from 9001 on are ours. */
const changeNeedsPut: Rule = (payload, operation) =>
  isChange(payload) && operation === 'send'
    ? {
        regra: 9001,
        mensagem: ours(
          'Atualização ou correção deve ser enviada por alteração da entrega inicial.',
        ),
      }
    : undefined;

const changeNeedsReason: Rule = (payload) =>
  isChange(payload) && !hasReason(payload)
    ? { regra: 9002, mensagem: ours('Informe o motivo da atualização ou correção.') }
    : undefined;

const firstSendingHasNoReason: Rule = (payload) =>
  payload.codTipoEnvio === 1 && 'motivoAtualizacaoCorrecao' in payload
    ? {
        regra: 9003,
        mensagem: ours('O envio inicial não admite motivo de atualização ou correção.'),
      }
    : undefined;

const RULES = [
  subcontractingLimit,
  changeNeedsPut,
  changeNeedsReason,
  firstSendingHasNoReason,
] satisfies Rule[];

/** The reception rules that a valid payload breaks. */
export const brokenRules = (
  payload: JsonObject,
  operation: Operation,
  period: Period,
): RuleMessage[] => RULES.flatMap((rule) => rule(payload, operation, period) ?? []);
