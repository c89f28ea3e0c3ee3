import type { Json } from '../../base/json.ts';

/**
 * What is on the wire of the Barramento (Tramita GOV.BR, REST v3), as far as its clients are known to send and read it.
 * The wire's own names stand; hashes are base64 of the raw SHA-256.
 */

/** A unit of an organisation: a repository of structures and a number in it. */
export type UnidadeWire = {
  identificacaoDoRepositorioDeEstruturas: number;
  numeroDeIdentificacaoDaEstrutura: string;
};

export type Cabecalho = {
  remetente: UnidadeWire;
  destinatario: UnidadeWire;
  /** Given by the platform at the first trâmite; from then on it must be sent. */
  NRE?: string;
  enviarApenasComponentesDigitaisPendentes: boolean;
  urgencia?: boolean;
  motivoDaUrgencia?: string | number;
  propriedadesAdicionais: { chave: string; valor: string }[];
};

/** 1 público, 2 restrito, 3 sigiloso. */
export type NivelDeSigilo = 1 | 2 | 3;

export type HipoteseLegalWire = { identificacao: number; nome?: string; baseLegal?: string };

export type PessoaWire = {
  nome: string;
  tipo?: 'fisica' | 'juridica' | 'orgaopublico';
  numeroDeIdentificacao?: string;
};

export type ProdutorWire = PessoaWire & { unidade?: { nome: string; tipo: string } };

export type AssinaturaWire = {
  dataHora?: string;
  razao?: string;
  observacao?: string;
  hash: { algoritmo: string; conteudo: string };
  cadeiaDoCertificado: { formato: string; conteudo: string };
};

export type ComponenteWire = {
  ordem: number;
  nome: string;
  hash: { algoritmo: 'SHA256'; conteudo: string };
  tamanhoEmBytes: number;
  mimeType: string;
  dadosComplementaresDoTipoDeArquivo?: string;
  tipoDeConteudo: 'txt' | 'img' | 'aud' | 'vid' | 'out';
  assinaturasDigitais?: AssinaturaWire[];
};

export type DocumentoWire = {
  ordem: number;
  descricao: string;
  retirado: boolean;
  nivelDeSigilo: NivelDeSigilo;
  hipoteseLegal?: HipoteseLegalWire;
  /** ISO 8601 with offset, as first written. */
  dataHoraDeProducao: string;
  dataHoraDeRegistro: string;
  produtor: ProdutorWire;
  especie: { codigo: number; nomeNoProdutor: string };
  identificacao?: {
    numero: number;
    ano?: number;
    siglaDaUnidadeProdutora?: string;
    complemento?: string;
  };
  protocolo?: string;
  protocoloDoProcessoAnexado?: string;
  protocoloDoDocumentoAnexado?: string;
  ordemDoDocumentoReferenciado?: number;
  componentesDigitais: ComponenteWire[];
};

export type ProcessoWire = {
  /** As typed, opaque: byte-identical in every trâmite. */
  protocolo: string;
  nivelDeSigilo: NivelDeSigilo;
  hipoteseLegal?: HipoteseLegalWire;
  processoDeNegocio?: string;
  descricao: string;
  dataHoraDeProducao: string;
  dataHoraDeRegistro: string;
  produtor: ProdutorWire;
  interessados: PessoaWire[];
  documentos: DocumentoWire[];
  itensHistorico?: Json[];
};

/** The body of `POST tramites/processo`. */
export type ProcessToSend = { cabecalho: Cabecalho; processo: ProcessoWire };

/** The answer to `POST tramites/processo`. */
export type TramiteRegistered = {
  IDT: number;
  NRE: string;
  ticketParaEnvioDeComponentesDigitais: number | string;
  dataHoraDeRegistroDoTramite: string;
  processosComComponentesDigitaisSolicitados: { protocolo: string; hashes: string[] }[];
};

/** 0 não iniciado … 6 recibo recebido pelo remetente, 7 cancelado, 8 recusado, 9 ciência, 10 cancelado automaticamente. */
export type Situacao = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** One of `GET tramites`. */
export type TramiteStatus = {
  IDT: number;
  NRE: string;
  remetente: UnidadeWire;
  destinatario: UnidadeWire;
  situacaoAtual: Situacao;
  protocolo: string;
  justificativaDaRecusa?: string;
  motivoDaRecusa?: string;
  mudancasDeSituacao: { situacao: number; dataHora: string }[];
  hashDosComponentesPendentesDeEnvio: string[];
  hashDosComponentesPendentesDeRecebimento: string[];
};

/** What to look for with `GET tramites`; what is absent is not asked for. */
export interface TramiteFilter {
  IDT?: number;
  NRE?: string;
  protocolo?: string;
}

/** One of `GET tramites/pendentes`. */
export type Pendencia = { IDT: number; status: Situacao };

/** The answer to `GET tramites/{IDT}/recibo-de-envio`. */
export type ReciboDeEnvio = {
  reciboDeEnvio: {
    IDT: number;
    NRE: string;
    dataDeRecebimentoDoUltimoComponenteDigital: string | number;
    hashesDosComponentesDigitais: string[];
  };
  cadeiaDoCertificado: string;
  hashDaAssinatura: string;
};

/** The answer to `GET tramites/{IDT}/recibo`. */
export type ReciboDeTramite = {
  recibo: {
    IDT: number;
    NRE: string;
    dataDeRecebimento: string | number;
    hashesDosComponentesDigitais: string[];
  };
  cadeiaDoCertificado: string;
  hashDaAssinatura: string;
};

/** What the receiver is told with `GET tramites/{IDT}`; `nre` is in lower case there. */
export type ReceivedMetadata = {
  nre: string;
  remetente: UnidadeWire;
  destinatario: UnidadeWire;
  unidadeReceptora?: UnidadeWire;
  processo?: ProcessoWire;
  documento?: DocumentoWire & { interessados?: PessoaWire[] };
};

/** The error body of the Barramento, with any status from 400 on; 500 too. */
export type PenFault = { codigoErro: string; mensagem: string };

export type Repositorio = { id: number; nome: string; ativo: boolean };

export type Estrutura = {
  numeroDeIdentificacaoDaEstrutura: string;
  nome: string;
  sigla: string;
  ativo: boolean;
  aptoParaReceberTramites: boolean;
  hierarquia: { numeroDeIdentificacaoDaEstrutura: string; nome: string; sigla: string }[];
};

/** What to look for among the units of a repository; what is absent is not asked for. */
export interface EstruturaFilter {
  nome?: string;
  sigla?: string;
  numeroDeIdentificacaoDaEstruturaRaizDaConsulta?: string;
  registroInicial?: number;
  quantidadeDeRegistros?: number;
}

export type Especie = { codigo: number; nomeNoProdutor: string };

export type Hipotese = {
  identificacao: number;
  nome: string;
  baseLegal: string;
  descricao: string;
  status: boolean;
};

/** Códigos of `motivo` of a refusal: 01 formato, 02 corrompido, 03 falta de componentes, 04 espécie não mapeada, 99 outro. */
export type MotivoDaRecusa = '01' | '02' | '03' | '04' | '99';
