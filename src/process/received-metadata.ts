import { fromBase64, toHex } from '../base/bytes.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../base/json.ts';
import type { PenUnit } from '../base/pen-unit.ts';
import type {
  Component,
  Person,
  PersonKind,
  ProcessDocument,
  Producer,
  SecrecyLevel,
} from './types.ts';

/** A document as it came: all of ours but what this side gives it. */
export type ReceivedDocument = Omit<ProcessDocument, 'id' | 'wire'> & { wire: JsonObject };

/** The metadata of a trâmite as the receiver gets them (`GET tramites/{IDT}`, pen.md A.2 row 17), read. */
export interface ReceivedMetadata {
  /** `documento`: a document that travels without a process ("documento avulso"). */
  kind: 'processo' | 'documento';
  nre: string;
  remetente: PenUnit;
  destinatario: PenUnit;
  /** Who receives in the place of the addressee. */
  unidadeReceptora?: PenUnit;
  urgente: boolean;
  motivoDaUrgencia?: string;
  protocolo: string;
  /** Type of the process as the sender calls it; an avulso has none. */
  tipo?: string;
  descricao: string;
  nivelDeSigilo: SecrecyLevel;
  hipoteseLegal?: number;
  interessados: Person[];
  produtor: Producer;
  dataHoraDeProducao: string;
  dataHoraDeRegistro: string;
  documents: ReceivedDocument[];
}

/** Reads the JSON text of metadata; `undefined` where something is missing that nothing can be made without. */
export const readReceived = (metadata: string): ReceivedMetadata | undefined => {
  const json = parseJson(metadata);
  if (!isJsonObject(json)) return undefined;
  const nre = textOf(json.nre) ?? textOf(json.NRE);
  const remetente = unitOf(json.remetente);
  const destinatario = unitOf(json.destinatario);
  const isProcess = isJsonObject(json.processo);
  const subject = isProcess ? json.processo : json.documento;
  if (!nre || !remetente || !destinatario || !isJsonObject(subject)) return undefined;
  const head = headOf(subject);
  const protocolo = textOf(subject.protocolo);
  const documents = documentsOf(isProcess ? subject.documentos : [{ ordem: 1, ...subject }]);
  if (!head || !protocolo || !documents) return undefined;
  const unidadeReceptora = unitOf(json.unidadeReceptora);
  const motivoDaUrgencia = textOf(json.motivoDaUrgencia);
  const tipo = textOf(subject.processoDeNegocio);
  return {
    kind: isProcess ? 'processo' : 'documento',
    ...{ nre, remetente, destinatario, protocolo, documents },
    ...(unidadeReceptora && { unidadeReceptora }),
    urgente: json.urgente === true || json.urgencia === true,
    ...(motivoDaUrgencia && { motivoDaUrgencia }),
    ...(tipo && { tipo }),
    ...head,
    interessados: listOf(subject.interessados).flatMap((each) => personOf(each) ?? []),
  };
};

/** What a process and a document have alike. */
const headOf = (json: JsonObject) => {
  const nivelDeSigilo = levelOf(json.nivelDeSigilo);
  const produtor = producerOf(json.produtor);
  const dataHoraDeProducao = textOf(json.dataHoraDeProducao);
  const dataHoraDeRegistro = textOf(json.dataHoraDeRegistro) ?? dataHoraDeProducao;
  if (!nivelDeSigilo || !produtor || !dataHoraDeProducao || !dataHoraDeRegistro) return undefined;
  const hipoteseLegal = isJsonObject(json.hipoteseLegal)
    ? numberOf(json.hipoteseLegal.identificacao)
    : undefined;
  return {
    descricao: textOf(json.descricao) ?? '',
    ...{ nivelDeSigilo, produtor, dataHoraDeProducao, dataHoraDeRegistro },
    ...(hipoteseLegal !== undefined && { hipoteseLegal }),
  };
};

const documentsOf = (json: Json | undefined): ReceivedDocument[] | undefined => {
  const read = listOf(json).map(documentOf);
  return read.every((each) => each !== undefined) ? read : undefined;
};

const documentOf = (json: Json): ReceivedDocument | undefined => {
  if (!isJsonObject(json)) return undefined;
  const head = headOf(json);
  const ordem = numberOf(json.ordem);
  const especie = isJsonObject(json.especie) ? json.especie : {};
  const codigo = numberOf(especie.codigo);
  const components = componentsOf(json.componentesDigitais);
  if (!head || ordem === undefined || codigo === undefined || !components) return undefined;
  const protocoloDoProcessoAnexado = textOf(json.protocoloDoProcessoAnexado);
  const ordemDoDocumentoReferenciado = numberOf(json.ordemDoDocumentoReferenciado);
  return {
    ordem,
    ...head,
    retirado: json.retirado === true,
    especie: { codigo, nomeNoProdutor: textOf(especie.nomeNoProdutor) ?? '' },
    origin: 'received',
    ...(protocoloDoProcessoAnexado && { protocoloDoProcessoAnexado }),
    ...(ordemDoDocumentoReferenciado !== undefined && { ordemDoDocumentoReferenciado }),
    components,
    wire: json,
  };
};

const componentsOf = (json: Json | undefined): Component[] | undefined => {
  const read = listOf(json).map(componentOf);
  if (!read.every((each) => each !== undefined)) return undefined;
  const first = Math.min(...read.map(({ ordem }) => ordem));
  // Some senders count from 0, which the module repairs in the same way (pen.md B.4).
  return first === 0 ? read.map((each) => ({ ...each, ordem: each.ordem + 1 })) : read;
};

const componentOf = (json: Json): Component | undefined => {
  if (!isJsonObject(json)) return undefined;
  const sha256 = isJsonObject(json.hash) ? sha256Of(json.hash.conteudo) : undefined;
  const nome = textOf(json.nome);
  const ordem = numberOf(json.ordem) ?? 1;
  if (!sha256 || !nome) return undefined;
  const dadosComplementares = textOf(json.dadosComplementaresDoTipoDeArquivo);
  return {
    ...{ ordem, nome, sha256 },
    size: numberOf(json.tamanhoEmBytes) ?? 0,
    mimeType: textOf(json.mimeType) ?? 'outro',
    ...(dadosComplementares && { dadosComplementares }),
    // Those that came with it stand in `wire`: received-signatures.ts.
    signatures: [],
  };
};

/** Base64 of the 32 bytes of a SHA-256, as hexadecimal. */
const sha256Of = (value: Json | undefined): string | undefined => {
  if (typeof value !== 'string') return undefined;
  try {
    const bytes = fromBase64(value);
    return bytes.length === 32 ? toHex(bytes) : undefined;
  } catch {
    return undefined;
  }
};

const KINDS: readonly PersonKind[] = ['fisica', 'juridica', 'orgaopublico'];

const personOf = (json: Json | undefined): Person | undefined => {
  if (!isJsonObject(json)) return undefined;
  const nome = textOf(json.nome);
  const tipo = KINDS.find((known) => known === json.tipo);
  const numeroDeIdentificacao = textOf(json.numeroDeIdentificacao);
  return nome === undefined
    ? undefined
    : { nome, ...(tipo && { tipo }), ...(numeroDeIdentificacao && { numeroDeIdentificacao }) };
};

const producerOf = (json: Json | undefined): Producer | undefined => {
  const person = personOf(json);
  if (!person || !isJsonObject(json)) return undefined;
  const unit = personOf(json.unidade);
  return {
    ...person,
    tipo: person.tipo ?? 'orgaopublico',
    ...(unit && { unidade: { nome: unit.nome, tipo: unit.tipo ?? 'orgaopublico' } }),
  };
};

/** A unit as the wire addresses it; its name is not always told. */
const unitOf = (json: Json | undefined): PenUnit | undefined => {
  if (!isJsonObject(json)) return undefined;
  const repositorio = numberOf(json.identificacaoDoRepositorioDeEstruturas);
  const numero = textOf(json.numeroDeIdentificacaoDaEstrutura);
  return repositorio === undefined || !numero
    ? undefined
    : { repositorio, numero, nome: textOf(json.nome) ?? '' };
};

const levelOf = (value: Json | undefined): SecrecyLevel | undefined =>
  ([1, 2, 3] as const).find((level) => level === numberOf(value));

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

const numberOf = (value: Json | undefined): number | undefined => {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
};
