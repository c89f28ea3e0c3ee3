import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { LineState } from '../../src/app/bulk/lines.ts';
import { utf8 } from '../../src/base/bytes.ts';
import type { JsonObject } from '../../src/base/json.ts';
import { documentedPayload } from '../support/documented-payload.ts';
import { payloadOf } from './payload-of.ts';

/** A file as a management system exported it. */
export interface ExportedFile {
  /** Below the folder of the month. */
  path: string;
  content: Uint8Array;
}

/** A payload that was exported, and what is to become of it. */
export interface ExportedPayload {
  path: string;
  /** Stands in its data, to know the delivery by at the court. */
  mark: string;
  /** `sent`: nothing is wrong with it, so only an answer of the court keeps it from being delivered. */
  expected: 'sent' | LineState;
}

export interface ExportedMonth {
  files: ExportedFile[];
  payloads: ExportedPayload[];
  /** How many files that are no payloads end so. */
  others: Partial<Record<LineState, number>>;
}

const LAYOUTS = [
  'LIC/LICITACAOFASE1',
  'LIC/DISPENSA_INEXIG',
  'LIC/CONTRATO_INI',
  'LIC/LICITACAOFASE2',
  'FOLHAPAGAMENTO/PES_FOLHAPAG',
] as const;

/** Each stands once among twenty payloads: 5 % of all. */
const FLAWS = [
  'member-missing',
  'wrong-type',
  'rule-broken',
  'not-a-pdf',
  'broken-p7s',
  'file-missing',
  'broken-json',
  'twice',
  'month-unsaid',
] as const;
type Flaw = (typeof FLAWS)[number];

const schemaOf = async (layout: string): Promise<JsonObject> => {
  const name = layout.replace('/', '__');
  const path = fileURLToPath(new URL(`../../public/layouts/${name}.schema.json`, import.meta.url));
  return JSON.parse(await readFile(path, 'utf8'));
};

const json = (value: object): Uint8Array => utf8(JSON.stringify(value, null, 1));

/** A PDF of its own for each delivery: a comment behind the end is still the same document. */
const pdfWith = (pdf: Uint8Array, mark: string): Uint8Array =>
  new Uint8Array([...pdf, ...utf8(`% ${mark}\n`)]);

/** A month of `count` payloads with their files; unless it is `flawless`, 5 % of them have each of the flaws. */
export const exportMonth = async (
  count: number,
  pdf: Uint8Array,
  { flawless = false } = {},
): Promise<ExportedMonth> => {
  const schemas = new Map<string, JsonObject>();
  for (const layout of LAYOUTS) schemas.set(layout, await schemaOf(layout));
  const month: ExportedMonth = { files: [], payloads: [], others: {} };
  for (let n = 0; n < count; n++) {
    const flaw = flawless ? undefined : FLAWS[n % 20];
    const mark = `${flawless ? 'sem falha' : 'lote'} ${String(n + 1).padStart(4, '0')}`;
    const other = n % 4 === 3 ? LAYOUTS[Math.floor(n / 4) % LAYOUTS.length] : undefined;
    const layout = flaw || !other ? 'LIC/REG_LICITACAO' : other;
    add(month, { n, flaw, mark, layout, schema: schemas.get(layout), pdf });
  }
  note(month, 'left-over');
  month.files.push({ path: 'LEIA-ME.txt', content: utf8('Exportado pelo sistema de gestão.') });
  return month;
};

const note = ({ others }: ExportedMonth, state: LineState): void => {
  others[state] = (others[state] ?? 0) + 1;
};

interface Made {
  n: number;
  flaw: Flaw | undefined;
  mark: string;
  layout: string;
  schema: JsonObject | undefined;
  pdf: Uint8Array;
}

const EXPECTED: Record<Flaw, ExportedPayload['expected']> = {
  'member-missing': 'with-errors',
  'wrong-type': 'with-errors',
  'rule-broken': 'refused',
  'not-a-pdf': 'with-errors',
  'broken-p7s': 'with-errors',
  'file-missing': 'with-errors',
  'broken-json': 'unreadable',
  twice: 'sent',
  'month-unsaid': 'sent',
};

const add = (month: ExportedMonth, { n, flaw, mark, layout, schema, pdf }: Made): void => {
  const mes = (n % 12) + 1;
  // No payroll is taken of an earlier year.
  const ano = layout === 'FOLHAPAGAMENTO/PES_FOLHAPAG' ? 2020 : 2019;
  const folder = flaw === 'month-unsaid' ? layout : `${layout}/${mes}/${ano}`;
  const attachment = flaw === 'broken-p7s' ? `${n + 1}.pdf.p7s` : `${n + 1}.pdf`;
  const data = schema
    ? inMonth(payloadOf(schema, attachment, mark), mes, ano)
    : regulation(attachment, mark, flaw);
  const path = `${folder}/${n + 1}.json`;
  const text = json(data);
  if (!JSON.stringify(data).includes(mark)) throw new Error(`${layout} has no place for a mark`);
  month.files.push({ path, content: flaw === 'broken-json' ? text.slice(0, 40) : text });
  month.payloads.push({ path, mark, expected: flaw ? EXPECTED[flaw] : 'sent' });
  if (flaw === 'twice') {
    const copy = `${folder}/${n + 1}b.json`;
    month.files.push({ path: copy, content: text });
    month.payloads.push({ path: copy, mark: '', expected: 'repeated' });
  }
  if (flaw === 'file-missing' || !JSON.stringify(data).includes(attachment)) return;
  const isRefused = flaw === 'not-a-pdf' || flaw === 'broken-p7s';
  month.files.push({
    path: `${folder}/${attachment}`,
    content: isRefused ? utf8(`isto não é o que o nome diz: ${mark}`) : pdfWith(pdf, mark),
  });
  if (isRefused) note(month, 'not-attached');
  else note(month, flaw === 'broken-json' ? 'left-over' : 'attached');
};

/** A payroll says its month in its data, too. */
const inMonth = (payload: JsonObject, mes: number, ano: number): JsonObject =>
  'mesCompetencia' in payload ? { ...payload, mesCompetencia: mes, anoCompetencia: ano } : payload;

/** The documented payload of REG_LICITACAO with this mark and flaw. */
const regulation = (file: string, mark: string, flaw: Flaw | undefined): object => {
  const { codTipoRegulamentacao, ...rest } = {
    ...documentedPayload,
    idDocumentoPDF: file,
    numeroDecretoMunicipal: mark,
  };
  const whole = { ...rest, codTipoRegulamentacao };
  const { detalhamentoLc123: detail } = whole;
  switch (flaw) {
    case 'member-missing':
      return rest;
    case 'wrong-type':
      return { ...whole, existeRegulamentacaoMunicipal: 'sim' };
    case 'rule-broken':
      return { ...whole, detalhamentoLc123: { ...detail, percentualSubContratacaoMEEPP: 11 } };
    default:
      return whole;
  }
};
