import { type Bytes, fromHex, sha256Hex, toBase64 } from '../../../src/base/bytes.ts';
import type { JsonObject } from '../../../src/base/json.ts';
import type { Processo } from './metadata.ts';

const produtor = { nome: 'Simulador', tipo: 'orgaopublico' };

const DESPACHO = { codigo: 42, nomeNoProdutor: 'Despacho' };
const OFICIO = { codigo: 88, nomeNoProdutor: 'Ofício' };

const common = (at: string): JsonObject => ({
  nivelDeSigilo: 1,
  produtor,
  dataHoraDeProducao: at,
  dataHoraDeRegistro: at,
});

const componentOf = async (content: Bytes, ordem: number): Promise<JsonObject> => ({
  ordem,
  nome: `${ordem}.html`,
  hash: { algoritmo: 'SHA256', conteudo: toBase64(fromHex(await sha256Hex(content))) },
  tamanhoEmBytes: content.length,
  mimeType: 'text/html',
  tipoDeConteudo: 'txt',
});

const documentOf = async (
  ordem: number,
  especie: JsonObject,
  contents: Bytes[],
  at: string,
): Promise<JsonObject> => ({
  ordem,
  descricao: '***',
  retirado: false,
  ...common(at),
  especie,
  componentesDigitais: await Promise.all(
    contents.map((content, index) => componentOf(content, index + 1)),
  ),
});

/** A process with a document for each content (HTML); `at`: ISO 8601. */
export const newProcess = async (
  protocolo: string,
  contents: Bytes[],
  at: string,
): Promise<JsonObject> => ({
  protocolo,
  processoDeNegocio: 'Demonstração',
  descricao: 'Processo de demonstração',
  ...common(at),
  interessados: [{ nome: 'Cidadã de Demonstração' }],
  documentos: await Promise.all(
    contents.map((content, index) => documentOf(index + 1, OFICIO, [content], at)),
  ),
});

/** A documento avulso with a component for each content. */
export const newDocument = async (
  protocolo: string,
  contents: Bytes[],
  at: string,
): Promise<JsonObject> => ({ ...(await documentOf(1, OFICIO, contents, at)), protocolo });

/** The process as it came, with one more document at the end. */
export const withDespacho = async (
  processo: Processo,
  content: Bytes,
  at: string,
): Promise<JsonObject> => ({
  ...processo,
  documentos: [
    ...processo.documentos,
    await documentOf(processo.documentos.length + 1, DESPACHO, [content], at),
  ],
});
