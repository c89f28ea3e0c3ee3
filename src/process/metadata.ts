import { fromHex, toBase64 } from '../base/bytes.ts';
import type { PenUnit } from '../base/pen-unit.ts';
import type {
  AssinaturaWire,
  Cabecalho,
  ComponenteWire,
  DocumentoWire,
  ProcessoWire,
  ProcessToSend,
  UnidadeWire,
} from '../protocol/pen/messages.ts';
import { contentKind } from './mime-types.ts';
import { receivedMembers } from './received-members.ts';
import type { Component, Process, ProcessDocument } from './types.ts';

/** Where a process goes, and how. */
export interface Route {
  remetente: PenUnit;
  destinatario: PenUnit;
  /** The other side is told to ask only for the files it lacks. */
  onlyPending: boolean;
  /** Code of the platform, or its number in their list. */
  motivoDaUrgencia?: string | number;
}

/** A detached signature as the wire wants it: P7S in base64, by the SHA-256 of its bytes (hexadecimal). */
export type SignatureTexts = ReadonlyMap<string, string>;

/**
 * What is posted to send a process (`POST tramites/processo`). What came with it, and each document as it was received
 * or first sent, goes out again as it was. Wants a process without findings that block. Throws where a signature is
 * not among the texts.
 */
export const metadataOf = (
  process: Process,
  route: Route,
  signatures: SignatureTexts,
): ProcessToSend => ({
  cabecalho: cabecalhoOf(process, route),
  processo: processoOf(process, signatures),
});

const cabecalhoOf = (
  { nre }: Process,
  { remetente, destinatario, onlyPending, motivoDaUrgencia }: Route,
): Cabecalho => ({
  remetente: unidadeOf(remetente),
  destinatario: unidadeOf(destinatario),
  ...(nre !== undefined && { NRE: nre }),
  enviarApenasComponentesDigitaisPendentes: onlyPending,
  ...(motivoDaUrgencia !== undefined && { urgencia: true, motivoDaUrgencia }),
  propriedadesAdicionais: [],
});

const unidadeOf = ({ repositorio, numero }: PenUnit): UnidadeWire => ({
  identificacaoDoRepositorioDeEstruturas: repositorio,
  numeroDeIdentificacaoDaEstrutura: numero,
});

const processoOf = (process: Process, signatures: SignatureTexts): ProcessoWire => {
  const { protocolo, tipo, descricao, nivelDeSigilo, hipoteseLegal, documents } = process;
  return {
    ...{ protocolo, nivelDeSigilo },
    ...hipoteseOf(nivelDeSigilo, hipoteseLegal),
    ...(tipo !== '' && { processoDeNegocio: tipo }),
    descricao,
    dataHoraDeProducao: process.dataHoraDeProducao,
    dataHoraDeRegistro: process.dataHoraDeRegistro,
    produtor: process.produtor,
    interessados: process.interessados,
    ...receivedMembers(process),
    documentos: [...documents]
      .sort((a, b) => a.ordem - b.ordem)
      .map((document) => documentoOf(document, signatures)),
  };
};

const hipoteseOf = (nivelDeSigilo: number, identificacao: number | undefined) =>
  nivelDeSigilo === 2 && identificacao !== undefined ? { hipoteseLegal: { identificacao } } : {};

const documentoOf = (document: ProcessDocument, signatures: SignatureTexts): DocumentoWire => {
  const { wire, ordem, retirado, nivelDeSigilo, hipoteseLegal, especie } = document;
  // Hash, order and espécie of what was sent under this NRE never change (0047); it may only be withdrawn.
  if (wire) return { ...(wire as DocumentoWire), retirado };
  return {
    ordem,
    descricao: document.descricao.trim() || NO_DESCRIPTION,
    ...{ retirado, nivelDeSigilo },
    ...hipoteseOf(nivelDeSigilo, hipoteseLegal),
    dataHoraDeProducao: document.dataHoraDeProducao,
    dataHoraDeRegistro: document.dataHoraDeRegistro,
    ...{ produtor: document.produtor, especie },
    ...(document.protocoloDoProcessoAnexado !== undefined && {
      protocoloDoProcessoAnexado: document.protocoloDoProcessoAnexado,
    }),
    ...(document.ordemDoDocumentoReferenciado !== undefined && {
      ordemDoDocumentoReferenciado: document.ordemDoDocumentoReferenciado,
    }),
    componentesDigitais: retirado
      ? [CANCELLED]
      : document.components.map((component) => componenteOf(component, signatures)),
  };
};

/** What stands for a description that nobody gave. */
const NO_DESCRIPTION = '***';

/** The file of a document that was withdrawn before it was ever sent: it keeps its place, without content. */
const CANCELLED: ComponenteWire = {
  ...{ ordem: 1, nome: 'cancelado.html', tamanhoEmBytes: 0 },
  // SHA-256 of "[documento cancelado]".
  hash: { algoritmo: 'SHA256', conteudo: 'D152rc5pJT2JOJqB5Qv9GvmEuZ15uyQz6sv1DpKiLBY=' },
  ...{ mimeType: 'text/html', tipoDeConteudo: 'txt' },
};

const componenteOf = (component: Component, signatures: SignatureTexts): ComponenteWire => {
  const { ordem, nome, size, mimeType, dadosComplementares } = component;
  const hash = toBase64(fromHex(component.sha256));
  return {
    ...{ ordem, nome },
    hash: { algoritmo: 'SHA256', conteudo: hash },
    tamanhoEmBytes: size,
    mimeType,
    ...(dadosComplementares !== undefined && {
      dadosComplementaresDoTipoDeArquivo: dadosComplementares,
    }),
    tipoDeConteudo: contentKind(mimeType),
    ...(component.signatures.length > 0 && {
      assinaturasDigitais: component.signatures.map(({ p7sSha256, holder, at }): AssinaturaWire => {
        const p7s = signatures.get(p7sSha256);
        if (p7s === undefined) throw new Error(`no text of the signature ${p7sSha256}`);
        return {
          dataHora: new Date(at).toISOString(),
          razao: `Assinado eletronicamente por ${holder}`,
          hash: { algoritmo: 'SHA256withRSA', conteudo: hash },
          cadeiaDoCertificado: { formato: 'PKCS7', conteudo: p7s },
        };
      }),
    }),
  };
};

/** The SHA-256 of every signature whose text the metadata of a process want. */
export const signaturesOf = ({ documents }: Process): string[] => [
  ...new Set(
    documents
      .filter(({ wire, retirado }) => !wire && !retirado)
      .flatMap(({ components }) => components)
      .flatMap(({ signatures }) => signatures.map(({ p7sSha256 }) => p7sSha256)),
  ),
];
