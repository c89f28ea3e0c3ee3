import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import { deliveryOf } from '../delivery.ts';
import { statementOf } from '../statement.ts';
import type { CourtWord, DossierRecord, DossierSource } from './types.ts';

/** What a dossier says of its delivery; nothing but the entry at its revision goes into it. */
export const recordOf = ({ entry, standing, ambiente }: DossierSource): DossierRecord => {
  const { id: entryId, rev, frozen, progress, state } = entry;
  const { spc, slp, mes, ano } = frozen;
  const { frozenSha256, logSize, logHead } = entry;
  const { homologation } = progress;
  const delivery = deliveryOf(entry);
  return {
    ambiente: { id: ambiente.id, nome: ambiente.nome, tipo: ambiente.tipo },
    ...{ entryId, rev, spc, slp, mes, ano, standing, frozenSha256, logSize, logHead },
    representacao: entry.representacao ?? null,
    state: state.kind,
    statement: delivery ? { ...statementOf(delivery, ambiente.tipo) } : null,
    bodySha256: progress.finalBody?.sha256 ?? null,
    court: courtWordOf(progress),
    uploads: frozen.files.flatMap(({ localId }) => {
      const uploaded = progress.uploads[localId];
      return uploaded ? [{ localId, ...uploaded }] : [];
    }),
    homologation: homologation
      ? {
          pdfSha256: homologation.pdfSha256,
          signedPdfSha256: homologation.signedPdfSha256 ?? null,
          acceptedAt: homologation.acceptedAt ?? null,
        }
      : null,
  };
};

const courtWordOf = (progress: DossierSource['entry']['progress']): CourtWord | null => {
  if (!progress.delivery) return null;
  const { id, recibo, statusEnvio, deliveredAt } = progress.delivery;
  return {
    ...{ id, recibo, statusEnvio, deliveredAt },
    comparedAt: progress.comparedAt ?? null,
    confirmedAt: progress.confirmedAt ?? null,
    deletedAt: progress.deletedAt ?? null,
  };
};

/** Reads `recibo.json`; nothing where it is not what `recordOf` writes. */
export const readRecord = (json: Json | undefined): DossierRecord | undefined =>
  isJsonObject(json) && isRecord(json) ? json : undefined;

const isText = (value: Json | undefined): value is string => typeof value === 'string';
const isNumber = (value: Json | undefined): value is number => typeof value === 'number';
const all = (is: (value: Json | undefined) => boolean, values: (Json | undefined)[]): boolean =>
  values.every(is);
const orNull = (is: (value: Json | undefined) => boolean) => (value: Json | undefined) =>
  value === null || is(value);
const object = (is: (value: JsonObject) => boolean) => (value: Json | undefined) =>
  isJsonObject(value) && is(value);

const oneOf =
  (...known: string[]) =>
  (value: Json | undefined) =>
    isText(value) && known.includes(value);

const isAmbiente = object(
  ({ id, nome, tipo }) => all(isText, [id, nome]) && oneOf('simulado', 'testes', 'producao')(tipo),
);
const isStatement = object(
  ({ code, asOf, worth }) =>
    oneOf('homologated', 'held-not-homologated', 'accepted-not-read-back')(code) &&
    isNumber(asOf) &&
    oneOf('real', 'test', 'simulated')(worth),
);
const isCourtWord = object(
  ({ id, recibo, statusEnvio, deliveredAt, comparedAt, confirmedAt, deletedAt }) =>
    all(isText, [recibo, statusEnvio]) &&
    all(isNumber, [id, deliveredAt]) &&
    all(orNull(isNumber), [comparedAt, confirmedAt, deletedAt]),
);
const isUpload = object(
  ({ localId, courtId, signatarios }) =>
    all(isText, [localId, courtId]) &&
    Array.isArray(signatarios) &&
    signatarios.every(object(({ nome, cpf, data }) => all(isText, [nome, cpf]) && isNumber(data))),
);
const isHomologation = object(
  ({ pdfSha256, signedPdfSha256, acceptedAt }) =>
    isText(pdfSha256) && orNull(isText)(signedPdfSha256) && orNull(isNumber)(acceptedAt),
);

const isRecord = (json: JsonObject): json is DossierRecord =>
  all(isText, [json.entryId, json.spc, json.slp, json.state, json.standing]) &&
  all(isText, [json.frozenSha256, json.logHead]) &&
  all(isNumber, [json.rev, json.mes, json.ano, json.logSize]) &&
  orNull(isNumber)(json.representacao) &&
  orNull(isText)(json.bodySha256) &&
  isAmbiente(json.ambiente) &&
  orNull(isStatement)(json.statement) &&
  orNull(isCourtWord)(json.court) &&
  orNull(isHomologation)(json.homologation) &&
  Array.isArray(json.uploads) &&
  json.uploads.every(isUpload);
