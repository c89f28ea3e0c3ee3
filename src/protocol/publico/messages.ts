import { type CivilDate, fromBrazilianDate } from '../../base/civil-date.ts';
import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';

/** Who may act for a unit, as the open service tells it; its CPF is not read. */
export interface PublicRepresentacao {
  person: string;
  unit: string;
  office: string;
  /** As the court says it. */
  approval: string;
  /** `undefined` where it is told in no way that is known. */
  from?: CivilDate;
  /** Its last day; absent where the court tells none. */
  until?: CivilDate;
}

/** One norm that was delivered, as the open service tells it. */
export interface PublicNorm {
  courtId: string;
  kind: string;
  detail: string;
  number: string;
  year: string;
  summary: string;
  unit: string;
  /** Day of the delivery, as the court writes it. */
  sent: string;
  /** `statusEnvio` as the court says it. */
  status: string;
  /** Where its text is; absent where the court tells no https address. */
  address?: string;
}

/** One thing of a service whose shape is not known: its plain members, in the order they came in. */
export type PlainRow = { name: string; value: string }[];

const text = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

const dateOf = (value: Json | undefined): CivilDate | undefined =>
  typeof value === 'string' ? fromBrazilianDate(value) : undefined;

const rowsOf = (json: Json): JsonObject[] | undefined =>
  Array.isArray(json) && json.every(isJsonObject) ? json : undefined;

/** Reads `passaporteService/{ibge}/representacoes`; `undefined` where it is something else. */
export const readRepresentacoesPublicas = (json: Json): PublicRepresentacao[] | undefined =>
  rowsOf(json)?.map((row) => {
    const from = dateOf(row.dataInicioRepresentacao);
    const until = dateOf(row.dataFinalRepresentacao);
    return {
      person: text(row.representante),
      unit: text(row.unidadeGestoraRepresentada),
      office: text(row.representacao),
      approval: text(row.statusAprovacao),
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
    };
  });

const httpsAddress = (value: Json | undefined): string | undefined => {
  const given = text(value);
  return URL.canParse(given) && new URL(given).protocol === 'https:' ? given : undefined;
};

/** Reads `colareService/{ibge}/legislacoes`; `undefined` where it is something else. */
export const readNorms = (json: Json): PublicNorm[] | undefined =>
  rowsOf(json)?.map((row) => {
    const address = httpsAddress(row.arquivoPrincipalNorma);
    return {
      courtId: text(row.idEnvioColare),
      kind: text(row.tipoNorma),
      detail: text(row.detalhamentoNorma),
      number: text(row.numeroNorma),
      year: text(row.anoNorma),
      summary: text(row.ementa),
      unit: text(row.unidadeGestora),
      sent: text(row.dataEnvio),
      status: text(row.situacaoEnvio),
      ...(address !== undefined && { address }),
    };
  });

/** Reads what a service answers whose shape is not known, as far as it is a list of plain members. */
export const readPlainRows = (json: Json): PlainRow[] | undefined =>
  rowsOf(json)?.map((row) =>
    Object.entries(row).flatMap(([name, value]) => {
      const shown = typeof value === 'boolean' ? String(value) : text(value);
      return shown === '' ? [] : [{ name, value: shown }];
    }),
  );
