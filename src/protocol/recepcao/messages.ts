import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import type { Signatario } from './types.ts';

/** `statusEnvio` of a delivery that counts. */
export const HOMOLOGADO = 'HOMOLOGADO';

/** `arquivo` of a send, alter or get (colare-doc, "Retorno"). */
export interface ReceivedDelivery {
  id: number;
  recibo: string;
  statusEnvio: string;
  jsonNode: JsonObject;
}

/** Reads the answer to send, alter and get; `undefined` where it has another shape. */
export const readDelivery = (json: Json | undefined): ReceivedDelivery | undefined =>
  readArquivo(isJsonObject(json) ? json.arquivo : undefined);

/** Reads a list of deliveries; `undefined` where it, or any one of them, has another shape. */
export const readList = (json: Json | undefined): ReceivedDelivery[] | undefined => {
  const arquivos = isJsonObject(json) ? json.arquivos : undefined;
  if (!Array.isArray(arquivos)) return undefined;
  const deliveries = arquivos.flatMap((arquivo) => readArquivo(arquivo) ?? []);
  return deliveries.length === arquivos.length ? deliveries : undefined;
};

const readArquivo = (arquivo: Json | undefined): ReceivedDelivery | undefined => {
  if (!isJsonObject(arquivo)) return undefined;
  const { id, recibo, statusEnvio, jsonNode } = arquivo;
  if (typeof id !== 'number' || typeof recibo !== 'string') return undefined;
  if (typeof statusEnvio !== 'string' || !isJsonObject(jsonNode)) return undefined;
  return { id, recibo, statusEnvio, jsonNode };
};

/** A rule of reception (`regra de recepção`) and what the court says by it. */
export type RuleError = { regra: number; mensagem: string };

export const isRuleError = (value: Json): value is RuleError =>
  isJsonObject(value) && typeof value.regra === 'number' && typeof value.mensagem === 'string';

/** `mensagens` of an answer: what keeps data from being taken, and what does not. */
export interface RuleMessages {
  erros: RuleError[];
  advertencias: RuleError[];
  informacoes: RuleError[];
}

/** Reads `mensagens`; lists that are not there are empty, `undefined` where it is not there itself. */
export const readMessages = (json: Json | undefined): RuleMessages | undefined => {
  const mensagens = isJsonObject(json) ? json.mensagens : undefined;
  if (!isJsonObject(mensagens)) return undefined;
  const listed = (list: Json | undefined) => (Array.isArray(list) ? list.filter(isRuleError) : []);
  const { erros, advertencias, informacoes } = mensagens;
  return {
    erros: listed(erros),
    advertencias: listed(advertencias),
    informacoes: listed(informacoes),
  };
};

export interface UploadedFile {
  /** UUID to put in the payload. */
  arquivo: string;
  /** Empty for images. */
  signatarios: Signatario[];
}

const isSignatario = (value: Json): value is Signatario =>
  isJsonObject(value) &&
  typeof value.nome === 'string' &&
  typeof value.cpf === 'string' &&
  typeof value.data === 'number';

/** Reads the answer to an upload; `undefined` where it has another shape. */
export const readUpload = (json: Json | undefined): UploadedFile | undefined => {
  if (!isJsonObject(json) || typeof json.arquivo !== 'string') return undefined;
  const signatarios = Array.isArray(json.signatarios) ? json.signatarios.filter(isSignatario) : [];
  return { arquivo: json.arquivo, signatarios };
};
