import { isJsonObject, type Json, parseJson } from '../../../src/base/json.ts';
import { err, ok, type Result } from '../../../src/base/result.ts';
import type { Period } from '../state/delivery-store.ts';
import { mensagens, type Refusal, refusal } from './answer.ts';
import { readBody } from './body.ts';
import type { Layout } from './layouts.ts';
import { ours } from './messages.ts';
import { brokenRules, type Operation } from './rules.ts';

/** The court documents no limit of its own. */
const MAX_JSON_BYTES = 10 * 1024 * 1024;

/** Levels of a payload; no layout has more than ten. */
const MAX_DEPTH = 100;

const nestsDeeper = (value: Json, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => nestsDeeper(member, levels - 1));
};

const decoder = new TextDecoder('utf-8', { fatal: true });

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

/** The text of a JSON request: its type, size and encoding are right. */
const readJsonText = async (request: Request): Promise<Result<string, Refusal>> => {
  const [type] = (request.headers.get('Content-Type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json') {
    return err(refusal(415, ours('Envie os dados com Content-Type application/json.')));
  }
  const bytes = await readBody(request, MAX_JSON_BYTES);
  if (!bytes) return err(refusal(413, ours('Os dados enviados são grandes demais.')));
  const text = decode(bytes);
  if (text === undefined) {
    return err(refusal(400, ours('Os dados enviados deverão estar codificados em UTF-8.')));
  }
  return ok(text);
};

/** Where data are sent and what they are held against. */
export interface Sending {
  layout: Layout;
  period: Period;
  operation: Operation;
  /** Ids of the files the representação sent. */
  known: ReadonlySet<string>;
}

/**
 * What Recepção checks before it stores, in its order: JSON, schema (412 and the report), rules
 * (412 and `mensagens`). Gives the text as it was received.
 */
export const checkData = async (
  request: Request,
  { layout, period, operation, known }: Sending,
): Promise<Result<string, Refusal>> => {
  const text = await readJsonText(request);
  if (!text.ok) return text;
  const instance = parseJson(text.value);
  if (instance === undefined) {
    return err(refusal(400, ours('O corpo da requisição não é um JSON válido.')));
  }
  if (nestsDeeper(instance, MAX_DEPTH)) {
    return err(refusal(400, ours('Os dados enviados têm níveis demais.')));
  }
  const report = layout.report(instance, { gedExists: (id) => known.has(id.toLowerCase()) });
  if (report.length > 0 || !isJsonObject(instance)) return err({ status: 412, body: report });
  const broken = brokenRules(instance, operation, period);
  if (broken.length > 0) return err({ status: 412, body: { mensagens: mensagens(broken) } });
  return text;
};
