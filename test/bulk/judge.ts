import Papa from 'papaparse';
import { LINE_STATE_NAMES } from '../../src/ui/text/lote.ts';
import type { ExportedMonth, ExportedPayload } from './month.ts';

/** A delivery as the court holds it. */
export interface CourtsDelivery {
  id: number;
  recibo: string;
  statusEnvio: string;
  /** The JSON text as it was received. */
  text: string;
}

/** What the court did. */
interface CourtsState {
  deliveries: readonly CourtsDelivery[];
  /** Requests that it refused for good. */
  refusals: number;
}

type Row = Record<string, string>;

const STATE_OF = new Map(Object.entries(LINE_STATE_NAMES).map(([state, name]) => [name, state]));

/** The report as the app saved it. */
export const rowsOf = (csv: string): Row[] =>
  Papa.parse<Row>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    delimiter: ';',
    skipEmptyLines: true,
  }).data;

export const stateOf = (row: Row): string => STATE_OF.get(row.Situação ?? '') ?? '?';

/** Where the report and the court disagree, or something was lost or done twice; nothing where all is exact. */
export const faultsOf = (
  rows: readonly Row[],
  { files, payloads, others }: ExportedMonth,
  { deliveries, refusals }: CourtsState,
): string[] => {
  const faults: string[] = [];
  const byPath = new Map(rows.map((row) => [row.Arquivo ?? '', row]));
  if (rows.length !== files.length || byPath.size !== files.length) {
    faults.push(`${rows.length} lines on ${byPath.size} files, ${files.length} were brought`);
  }
  for (const payload of payloads) {
    const row = byPath.get(`mes/${payload.path}`);
    if (!row) faults.push(`${payload.path}: no line`);
    else faults.push(...faultsOfPayload(payload, row, deliveries));
  }
  const refused = rows.filter((row) => stateOf(row) === 'refused').length;
  if (refused !== refusals) faults.push(`${refused} lines refused, ${refusals} by the court`);
  const paths = new Set(payloads.map(({ path }) => `mes/${path}`));
  const rest = rows.filter((row) => !paths.has(row.Arquivo ?? ''));
  for (const [state, expected] of Object.entries(others)) {
    const found = rest.filter((row) => stateOf(row) === state).length;
    if (found !== expected) faults.push(`${found} files ${state}, not ${expected}`);
  }
  return faults;
};

const faultsOfPayload = (
  { path, mark, expected }: ExportedPayload,
  row: Row,
  court: readonly CourtsDelivery[],
): string[] => {
  const said = stateOf(row);
  const there = mark
    ? court.filter(({ text }) => JSON.stringify(JSON.parse(text)).includes(`"${mark}"`))
    : [];
  const isThere = said === 'delivered' || said === 'homologated';
  const [first] = there;
  const faults: string[] = [];
  if (there.length !== (isThere ? 1 : 0)) {
    faults.push(`${path}: said ${said}, the court holds ${there.length}`);
  }
  if (isThere && first) {
    if (row['Número da entrega'] !== String(first.id)) faults.push(`${path}: another id`);
    if (row.Recibo !== first.recibo) faults.push(`${path}: another recibo`);
    const status = said === 'homologated' ? 'HOMOLOGADO' : 'NAO_HOMOLOGADO';
    if (first.statusEnvio !== status) faults.push(`${path}: ${said}, but ${first.statusEnvio}`);
  }
  const isExpected = expected === 'sent' ? isThere || said === 'refused' : said === expected;
  if (!isExpected) faults.push(`${path}: ${said}, not ${expected}: ${row.Explicação}`);
  return faults;
};
