import { isJsonObject, type Json } from '../../base/json.ts';

/** One representação of the certificate's holder (Passaporte). Civil dates `yyyy-MM-dd`. */
export interface Representacao {
  codigo: number;
  representacao: string;
  unidade: string;
  municipio: string;
  dataInicioRepresentacao: string;
  dataFimRepresentacao: string | undefined;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Reads the holder's name and representações; a holder without any has an empty list. */
export const readRepresentacoes = (
  json: Json | undefined,
): { nome: string; representacoes: Representacao[] } | undefined => {
  if (!isJsonObject(json) || typeof json.nome !== 'string') return undefined;
  const listed = Array.isArray(json.representacoes) ? json.representacoes.filter(isJsonObject) : [];
  const representacoes = listed.map((one) => ({
    codigo: Number(one.codigo),
    representacao: text(one.representacao),
    unidade: text(one.unidade),
    municipio: text(one.municipio),
    dataInicioRepresentacao: text(one.dataInicioRepresentacao),
    dataFimRepresentacao: text(one.dataFimRepresentacao) || undefined,
  }));
  return representacoes.every(({ codigo }) => Number.isSafeInteger(codigo))
    ? { nome: json.nome, representacoes }
    : undefined;
};
