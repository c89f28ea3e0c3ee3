import { sameJson } from '../../base/canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import type { ReportEntry } from '../../validation/report.ts';
import { entries } from '../state.ts';

/** What the court answered when it refused a draft's content. */
export interface CourtReport {
  /** Schema errors (colare-doc 2.5), as the court wrote them. */
  entries: ReportEntry[];
  /** Broken rules of reception, and any other message. */
  messages: { regra?: number; mensagem: string }[];
  /** Whether the payload is still the one that was refused. */
  stillStands(payload: JsonObject): boolean;
}

/** The court's word on the last refused entry of a draft. */
export const courtReportOf = (draftId: string): CourtReport | undefined => {
  const [last] = entries.value.filter(({ frozen }) => frozen.draftId === draftId);
  if (last?.state.kind !== 'rejected') return undefined;
  const { code, detail } = last.state;
  const { payload } = last.frozen;
  return {
    entries: code === 'schema-errors' && Array.isArray(detail) ? detail.filter(isEntry) : [],
    messages: messagesOf(detail),
    stillStands: (now) => sameJson(now, payload),
  };
};

const isEntry = (value: Json): value is Json & ReportEntry =>
  isJsonObject(value) && isJsonObject(value.instance) && typeof value.keyword === 'string';

const messagesOf = (detail: Json): CourtReport['messages'] => {
  if (isJsonObject(detail) && typeof detail.message === 'string') {
    return [{ mensagem: detail.message }];
  }
  if (!Array.isArray(detail)) return [];
  return detail.filter(isJsonObject).flatMap(({ regra, mensagem }) => {
    if (typeof mensagem !== 'string') return [];
    return typeof regra === 'number' ? [{ regra, mensagem }] : [{ mensagem }];
  });
};
