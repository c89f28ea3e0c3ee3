import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import { isSituacao } from '../../base/situacao.ts';
import type {
  Especie,
  Estrutura,
  Hipotese,
  Pendencia,
  PenFault,
  ReceivedMetadata,
  ReciboDeEnvio,
  ReciboDeTramite,
  Repositorio,
  TramiteRegistered,
  TramiteStatus,
  UnidadeWire,
} from './messages.ts';

/** Reads an answer; `undefined` where it has another shape. */
export type Reader<T> = (json: Json | undefined) => T | undefined;

const object = (json: Json | undefined): JsonObject => (isJsonObject(json) ? json : {});
const texts = (json: Json | undefined): string[] =>
  Array.isArray(json) ? json.filter((one) => typeof one === 'string') : [];
const textOf = (json: Json | undefined): string => (typeof json === 'string' ? json : '');

/** All elements read; `undefined` where it is no list, or one of them has another shape. */
const listOf =
  <T>(read: Reader<T>): Reader<T[]> =>
  (json) => {
    if (!Array.isArray(json)) return undefined;
    const all = json.flatMap((one) => read(one) ?? []);
    return all.length === json.length ? all : undefined;
  };

export const readFault: Reader<PenFault> = (json) => {
  const { codigoErro, mensagem } = object(json);
  if (typeof codigoErro !== 'string' && typeof codigoErro !== 'number') return undefined;
  return { codigoErro: String(codigoErro), mensagem: textOf(mensagem) };
};

// Numbers of units are seen as text and as number.
const readUnidade: Reader<UnidadeWire> = (json) => {
  const { identificacaoDoRepositorioDeEstruturas: repositorio, ...rest } = object(json);
  const numero = rest.numeroDeIdentificacaoDaEstrutura;
  if (typeof numero !== 'string' && typeof numero !== 'number') return undefined;
  return {
    identificacaoDoRepositorioDeEstruturas: Number(repositorio),
    numeroDeIdentificacaoDaEstrutura: String(numero),
  };
};

export const readRegistered: Reader<TramiteRegistered> = (json) => {
  const { IDT, NRE, ticketParaEnvioDeComponentesDigitais, ...rest } = object(json);
  const ticket = ticketParaEnvioDeComponentesDigitais;
  if (typeof IDT !== 'number' || typeof NRE !== 'string') return undefined;
  if (typeof ticket !== 'number' && typeof ticket !== 'string') return undefined;
  const asked = rest.processosComComponentesDigitaisSolicitados ?? [];
  if (!Array.isArray(asked)) return undefined;
  return {
    IDT,
    NRE,
    ticketParaEnvioDeComponentesDigitais: ticket,
    dataHoraDeRegistroDoTramite: textOf(rest.dataHoraDeRegistroDoTramite),
    processosComComponentesDigitaisSolicitados: asked.map((one) => ({
      protocolo: textOf(object(one).protocolo),
      hashes: texts(object(one).hashes),
    })),
  };
};

const readStatus: Reader<TramiteStatus> = (json) => {
  const { IDT, NRE, situacaoAtual, protocolo, ...rest } = object(json);
  const remetente = readUnidade(rest.remetente);
  const destinatario = readUnidade(rest.destinatario);
  if (typeof IDT !== 'number' || !isSituacao(situacaoAtual)) return undefined;
  if (!remetente || !destinatario) return undefined;
  const changes = Array.isArray(rest.mudancasDeSituacao) ? rest.mudancasDeSituacao : [];
  return {
    IDT,
    NRE: textOf(NRE),
    remetente,
    destinatario,
    situacaoAtual,
    protocolo: textOf(protocolo),
    ...(typeof rest.justificativaDaRecusa === 'string' && {
      justificativaDaRecusa: rest.justificativaDaRecusa,
    }),
    ...(rest.motivoDaRecusa && { motivoDaRecusa: String(rest.motivoDaRecusa) }),
    mudancasDeSituacao: changes.map((one) => ({
      situacao: Number(object(one).situacao),
      dataHora: textOf(object(one).dataHora),
    })),
    hashDosComponentesPendentesDeEnvio: texts(rest.hashDosComponentesPendentesDeEnvio),
    hashDosComponentesPendentesDeRecebimento: texts(rest.hashDosComponentesPendentesDeRecebimento),
  };
};

export const readStatuses: Reader<TramiteStatus[]> = (json) => readStatusPage(json)?.tramites;

/** A page of trâmites: `total` is of all pages. */
export const readStatusPage: Reader<{ total: number; tramites: TramiteStatus[] }> = (json) => {
  const { tramites: listed, totalDeRegistros } = object(json);
  const tramites = listOf(readStatus)(listed);
  return tramites && { total: Number(totalDeRegistros ?? tramites.length), tramites };
};

export const readPendencias: Reader<Pendencia[]> = listOf((json) => {
  const { IDT, status } = object(json);
  return typeof IDT === 'number' && isSituacao(status) ? { IDT, status } : undefined;
});

const isDate = (value: Json | undefined): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

export const readReciboDeEnvio: Reader<ReciboDeEnvio> = (json) => {
  const { reciboDeEnvio, cadeiaDoCertificado, hashDaAssinatura } = object(json);
  const { IDT, NRE, ...rest } = object(reciboDeEnvio);
  const at = rest.dataDeRecebimentoDoUltimoComponenteDigital;
  if (typeof IDT !== 'number' || typeof NRE !== 'string' || !isDate(at)) return undefined;
  return {
    reciboDeEnvio: {
      IDT,
      NRE,
      dataDeRecebimentoDoUltimoComponenteDigital: at,
      hashesDosComponentesDigitais: texts(rest.hashesDosComponentesDigitais),
    },
    cadeiaDoCertificado: textOf(cadeiaDoCertificado),
    hashDaAssinatura: textOf(hashDaAssinatura),
  };
};

export const readReciboDeTramite: Reader<ReciboDeTramite> = (json) => {
  const { recibo, cadeiaDoCertificado, hashDaAssinatura } = object(json);
  const { IDT, NRE, dataDeRecebimento, ...rest } = object(recibo);
  if (typeof IDT !== 'number' || typeof NRE !== 'string') return undefined;
  if (!isDate(dataDeRecebimento)) return undefined;
  return {
    recibo: {
      IDT,
      NRE,
      dataDeRecebimento,
      hashesDosComponentesDigitais: texts(rest.hashesDosComponentesDigitais),
    },
    cadeiaDoCertificado: textOf(cadeiaDoCertificado),
    hashDaAssinatura: textOf(hashDaAssinatura),
  };
};

/** The frame alone is checked here; `processo` and `documento` are what a stranger wrote, and judged when received. */
export const readReceivedMetadata: Reader<ReceivedMetadata> = (json) => {
  const { nre, processo, documento, ...rest } = object(json);
  const remetente = readUnidade(rest.remetente);
  const destinatario = readUnidade(rest.destinatario);
  const unidadeReceptora = readUnidade(rest.unidadeReceptora);
  if (typeof nre !== 'string' || !remetente || !destinatario) return undefined;
  if (!isJsonObject(processo) && !isJsonObject(documento)) return undefined;
  return {
    nre,
    remetente,
    destinatario,
    ...(unidadeReceptora && { unidadeReceptora }),
    ...(isJsonObject(processo) && { processo: processo as ReceivedMetadata['processo'] }),
    ...(isJsonObject(documento) && { documento: documento as ReceivedMetadata['documento'] }),
  };
};

export const readRepositorios: Reader<Repositorio[]> = listOf((json) => {
  const { id, nome, ativo } = object(json);
  return typeof id === 'number' ? { id, nome: textOf(nome), ativo: ativo !== false } : undefined;
});

const readHierarchy = listOf((json) => {
  const { numeroDeIdentificacaoDaEstrutura: numero, nome, sigla } = object(json);
  return {
    numeroDeIdentificacaoDaEstrutura: String(numero),
    nome: textOf(nome),
    sigla: textOf(sigla),
  };
});

export const readEstrutura: Reader<Estrutura> = (json) => {
  const { numeroDeIdentificacaoDaEstrutura: numero, nome, sigla, ...rest } = object(json);
  if (typeof numero !== 'string' && typeof numero !== 'number') return undefined;
  return {
    numeroDeIdentificacaoDaEstrutura: String(numero),
    nome: textOf(nome),
    sigla: textOf(sigla),
    ativo: rest.ativo !== false,
    aptoParaReceberTramites: rest.aptoParaReceberTramites !== false,
    hierarquia: readHierarchy(rest.hierarquia) ?? [],
  };
};

/** A page of units: `{totalDeRegistros, estruturas}`. */
export const readEstruturas: Reader<{ total: number; estruturas: Estrutura[] }> = (json) => {
  const { estruturas: listed, totalDeRegistros } = object(json);
  const estruturas = listOf(readEstrutura)(listed);
  return estruturas && { total: Number(totalDeRegistros ?? estruturas.length), estruturas };
};

/** The units below one: a list, or a page of it. */
export const readFilhas: Reader<Estrutura[]> = (json) =>
  listOf(readEstrutura)(Array.isArray(json) ? json : object(json).estruturas);

/** Descriptions, in order; the position of each is its code where none is told. */
export const readMotivos: Reader<{ codigo: string | number; descricao: string }[]> = (json) => {
  const { motivosUrgencia } = object(json);
  if (!Array.isArray(motivosUrgencia)) return undefined;
  return motivosUrgencia.map((one, n) => {
    const { codigo, descricao } = object(one);
    const isCode = typeof codigo === 'string' || typeof codigo === 'number';
    return { codigo: isCode ? codigo : n + 1, descricao: textOf(descricao) };
  });
};

export const readEspecies: Reader<Especie[]> = (json) =>
  listOf<Especie>((one) => {
    const { codigo, nomeNoProdutor } = object(one);
    return typeof codigo === 'number'
      ? { codigo, nomeNoProdutor: textOf(nomeNoProdutor) }
      : undefined;
  })(object(json).especies);

export const readHipoteses: Reader<Hipotese[]> = (json) =>
  listOf<Hipotese>((one) => {
    const { identificacao, nome, baseLegal, descricao, status } = object(one);
    if (typeof identificacao !== 'number') return undefined;
    return {
      identificacao,
      nome: textOf(nome),
      baseLegal: textOf(baseLegal),
      descricao: textOf(descricao),
      status: status !== false,
    };
  })(object(json).hipotesesLegais);
