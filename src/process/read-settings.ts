import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import type { PenUnit } from '../base/pen-unit.ts';
import { DEFAULT_SETTINGS, type PenSettings, type Reach } from './tables.ts';

/** What is not as it should be; never leaves this file. */
class UnreadableError extends Error {}

/** The settings of a body out of JSON, from a file of another browser too; `undefined`: they are none. */
export const readPenSettings = (json: Json | undefined): PenSettings | undefined => {
  try {
    return settingsOf(objectOf(json));
  } catch (error) {
    if (error instanceof UnreadableError) return undefined;
    throw error;
  }
};

const settingsOf = (json: JsonObject): PenSettings => ({
  largestDocumentMb: countOf(json.largestDocumentMb, 100_000),
  // Settings of before have one limit for both.
  largestReceivedMb:
    json.largestReceivedMb === undefined
      ? DEFAULT_SETTINGS.largestReceivedMb
      : countOf(json.largestReceivedMb, 100_000),
  partMb: countOf(json.partMb, 200),
  mostTries: countOf(json.mostTries, 20),
  processTypes: listOf(json.processTypes, textOf),
  tipoPadrao: textOf(json.tipoPadrao),
  documentTypes: listOf(json.documentTypes, typeOf),
  receivedTypes: listOf(json.receivedTypes, typeOf),
  hypotheses: listOf(json.hypotheses, (each) => {
    const { nome, identificacao } = objectOf(each);
    return { nome: textOf(nome), identificacao: numberOf(identificacao) };
  }),
  receivedHypotheses: listOf(json.receivedHypotheses, (each) => {
    const { de, para } = objectOf(each);
    return { de: numberOf(de), para: numberOf(para) };
  }),
  allowed: listOf(json.allowed, reachOf),
  partial: listOf(json.partial, reachOf),
  largestByUnit: listOf(json.largestByUnit, (each) => ({
    ...unitOf(each),
    mb: numberOf(objectOf(each).mb),
  })),
  // Signing without a question is never taken for granted.
  acceptsAlone: json.acceptsAlone === true,
  ...(json.receivingUnit !== undefined && { receivingUnit: unitOf(json.receivingUnit) }),
  ...(json.especiePadrao !== undefined && { especiePadrao: numberOf(json.especiePadrao) }),
  ...(json.hipotesePadrao !== undefined && { hipotesePadrao: numberOf(json.hipotesePadrao) }),
  ...(json.tipoDeDocumentoPadrao !== undefined && {
    tipoDeDocumentoPadrao: textOf(json.tipoDeDocumentoPadrao),
  }),
});

const typeOf = (json: Json) => {
  const { tipo, codigo } = objectOf(json);
  return { tipo: textOf(tipo), codigo: numberOf(codigo) };
};

const reachOf = (json: Json): Reach => {
  const { repositorio, nome, unidades } = objectOf(json);
  return {
    ...{ repositorio: numberOf(repositorio), nome: textOf(nome) },
    unidades: listOf(unidades, unitOf),
  };
};

const unitOf = (json: Json): PenUnit => {
  const { repositorio, numero, nome } = objectOf(json);
  return { repositorio: numberOf(repositorio), numero: textOf(numero), nome: textOf(nome) };
};

const objectOf = (json: Json | undefined): JsonObject => {
  if (!isJsonObject(json)) throw new UnreadableError();
  return json;
};

const listOf = <T>(json: Json | undefined, read: (each: Json) => T): T[] => {
  if (!Array.isArray(json)) throw new UnreadableError();
  return json.map(read);
};

const textOf = (json: Json | undefined): string => {
  if (typeof json !== 'string') throw new UnreadableError();
  return json;
};

const numberOf = (json: Json | undefined): number => {
  if (typeof json !== 'number' || !Number.isInteger(json)) throw new UnreadableError();
  return json;
};

/** A whole number from 1 to `most`. */
const countOf = (json: Json | undefined, most: number): number => {
  const count = numberOf(json);
  if (count < 1 || count > most) throw new UnreadableError();
  return count;
};
