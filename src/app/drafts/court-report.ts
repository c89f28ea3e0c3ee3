import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import { type Pointer, pointerTo } from '../../base/json-pointer.ts';
import { fieldOfRule } from '../../layout/reception-rules.ts';
import type { ReportEntry } from '../../validation/report.ts';
import { doneEntryOf } from '../queue/queue-records.ts';
import type { QueueEntry } from '../queue/types.ts';
import { entries } from '../state.ts';

/** A sentence of the court. */
export interface CourtMessage {
  /** Number of the rule of reception that was broken. */
  regra?: number;
  mensagem: string;
  /** The field it speaks of, where that is known. */
  pointer?: Pointer | undefined;
}

/** What the court answered when it refused a draft's content. */
export interface CourtReport {
  /** Schema errors (colare-doc 2.5), as the court wrote them. */
  entries: ReportEntry[];
  /** Broken rules of reception, and any other message. */
  messages: CourtMessage[];
  /** Whether the payload is still the one that was refused. */
  stillStands(payload: JsonObject): boolean;
}

/** The court's word on the last refused entry of a draft. */
export const courtReportOf = (draftId: string): CourtReport | undefined => {
  const [last] = entries.value.filter(({ frozen }) => frozen.draftId === draftId);
  if (last?.state.kind !== 'rejected' || doneEntryOf(draftId)) return undefined;
  const { code, detail } = last.state;
  const { payload } = last.frozen;
  return {
    entries: code === 'schema-errors' && Array.isArray(detail) ? entriesIn(detail) : [],
    messages: courtMessagesOf(last),
    stillStands: standsFor(payload),
  };
};

/** Entries of a report as the court wrote it; what is none is left out. */
export const entriesIn = (report: readonly Json[]): ReportEntry[] => report.filter(isEntry);

/** Whether a payload is still the one that something was said of. */
export const standsFor = (payload: JsonObject | undefined): CourtReport['stillStands'] => {
  const isSame = comparison();
  return (now) => payload !== undefined && isSame(now, payload);
};

/**
 * Whether two JSON values are the same, whatever the order of their members. Neither ever changes: parts found the same
 * once are not compared again.
 */
const comparison = () => {
  const sameAs = new WeakMap<object, Json>();
  const isSame = (a: Json | undefined, b: Json | undefined): boolean => {
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
    if (sameAs.get(a) === b) return true;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    const [members, others] = [Object.entries(a), new Map(Object.entries(b))];
    const same =
      members.length === others.size &&
      members.every(([name, member]) => isSame(member, others.get(name)));
    if (same) sameAs.set(a, b);
    return same;
  };
  return isSame;
};

const isEntry = (value: Json): value is Json & ReportEntry =>
  isJsonObject(value) && isJsonObject(value.instance) && typeof value.keyword === 'string';

/** The sentences with which the court refused an entry; none of one that it did not refuse. */
export const courtMessagesOf = ({ state, frozen }: QueueEntry): CourtMessage[] => {
  if (state.kind !== 'rejected') return [];
  const { detail, step } = state;
  if (isJsonObject(detail) && typeof detail.message === 'string') {
    return [{ mensagem: detail.message, pointer: fileField(step, frozen) }];
  }
  if (!Array.isArray(detail)) return [];
  return detail.filter(isJsonObject).flatMap(({ regra, mensagem }) => {
    if (typeof mensagem !== 'string') return [];
    return typeof regra === 'number'
      ? [{ regra, mensagem, pointer: fieldOfRule(frozen, regra) }]
      : [{ mensagem }];
  });
};

/** The field of the file that `upload:1`, `upload:2`… was about. */
const fileField = (step: string, { files, payload }: QueueEntry['frozen']): Pointer | undefined => {
  const file = files[Number(/^upload:(\d+)$/.exec(step)?.[1]) - 1];
  return file && payload && pointerOf(file.localId, payload);
};

const pointerOf = (wanted: string, value: Json, at: Pointer = ''): Pointer | undefined => {
  if (value === wanted) return at;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const found = pointerOf(wanted, member, pointerTo(at, name));
    if (found !== undefined) return found;
  }
  return undefined;
};
