import { isJsonObject, type Json, type JsonObject } from '../../../src/base/json.ts';
import {
  type Check,
  isDateTime,
  isInteger,
  isOneOf,
  isText,
  list,
  object,
  optional,
  rule,
} from './field-check.ts';
import especies from './tables/especies.json' with { type: 'json' };
import motivosDeUrgencia from './tables/motivos-de-urgencia.json' with { type: 'json' };

/** Where a unit stands: its number comes as text or as number (pen.md J 1) and goes out as text. */
export type UnitRef = JsonObject & {
  identificacaoDoRepositorioDeEstruturas: number;
  numeroDeIdentificacaoDaEstrutura: string | number;
};

export type Componente = JsonObject & {
  nome: string;
  /** `conteudo`: base64 of the 32 octets. */
  hash: { algoritmo: 'SHA256'; conteudo: string };
  tamanhoEmBytes: number;
};

export type Documento = JsonObject & {
  ordem: number;
  especie: { codigo: number; nomeNoProdutor: string };
  componentesDigitais: Componente[];
};

export type Processo = JsonObject & { protocolo: string; documentos: Documento[] };
type Avulso = Documento & { protocolo: string };

/** What `POST tramites/processo` and `POST tramites/documento` carry, checked field by field (pen.md B). */
export type SentMetadata = JsonObject & { cabecalho: JsonObject & { remetente: UnitRef } } & (
    | { processo: Processo; documento?: never }
    | { documento: Avulso; processo?: never }
  );

const MIME_TYPES = [
  'application/pdf',
  ...['text', 'formula', 'spreadsheet', 'presentation'].map(
    (kind) => `application/vnd.oasis.opendocument.${kind}`,
  ),
  ...['text/xml', 'text/rtf', 'text/html', 'text/plain', 'text/csv'],
  ...['image/gif', 'image/jpeg', 'image/png', 'image/svg+xml', 'image/tiff', 'image/bmp'],
  ...['audio/mp4', 'audio/midi', 'audio/ogg', 'audio/vnd.wave'],
  ...['video/avi', 'video/mpeg', 'video/mp4', 'video/ogg', 'video/webm', 'outro'],
];

const especieCodes = new Set(especies.map(({ codigo }) => codigo));

const unit = object({
  identificacaoDoRepositorioDeEstruturas: isInteger(1),
  numeroDeIdentificacaoDaEstrutura: rule(
    (value) => (typeof value === 'string' && value !== '') || Number.isInteger(value),
    'deve ser informado',
  ),
});

export const isUnitRef = (value: Json | undefined): value is UnitRef =>
  unit(value, '').length === 0;

const person = object({ nome: isText(150) });

const produtor = object({
  nome: isText(150),
  tipo: isOneOf('fisica', 'juridica', 'orgaopublico'),
  numeroDeIdentificacao: optional(isText(20)),
  unidade: optional(person),
});

const common = {
  descricao: isText(100),
  nivelDeSigilo: isOneOf(1, 2, 3),
  hipoteseLegal: optional(object({ identificacao: isInteger(1) })),
  dataHoraDeProducao: isDateTime,
  dataHoraDeRegistro: isDateTime,
  produtor,
};

const especie = object({
  codigo: rule(
    (value) => typeof value === 'number' && especieCodes.has(value),
    'deve ser um código de espécie válido',
  ),
  nomeNoProdutor: rule((value) => typeof value === 'string' && value !== '', 'não pode ser vazio'),
});

const SHA256_IN_BASE64 = /^[A-Za-z0-9+/]{43}=$/;

const componente: Check = (value, path) => [
  ...object({
    ordem: isInteger(1),
    nome: isText(255),
    hash: object({
      algoritmo: isOneOf('SHA256'),
      conteudo: rule(
        (text) => typeof text === 'string' && SHA256_IN_BASE64.test(text),
        'deve ser o SHA-256 do conteúdo em base64',
      ),
    }),
    tamanhoEmBytes: isInteger(0),
    mimeType: isOneOf(...MIME_TYPES),
    tipoDeConteudo: isOneOf('txt', 'img', 'aud', 'vid', 'out'),
  })(value, path),
  ...(memberOf(value, 'mimeType') === 'outro'
    ? object({ dadosComplementaresDoTipoDeArquivo: isText(1000) })(value, path)
    : []),
];

const memberOf = (value: Json | undefined, name: string): Json | undefined =>
  (value as JsonObject | undefined)?.[name];

const inOrder: Check = (value, path) =>
  Array.isArray(value)
    ? value.flatMap((each, index) =>
        memberOf(each, 'ordem') === index + 1
          ? []
          : [`${path}[${index}].ordem deve ser ${index + 1}`],
      )
    : [];

const ofDocumento = {
  ...common,
  ordem: isInteger(1),
  especie,
  componentesDigitais: list(componente),
};

const documento = object(ofDocumento);
const avulso = object({ protocolo: isText(50), ...ofDocumento });

const documentos: Check = (value, path) => [
  ...list(documento)(value, path),
  ...inOrder(value, path),
];

const processo = object({
  protocolo: isText(50),
  processoDeNegocio: optional(isText(100)),
  ...common,
  interessados: list(person),
  documentos,
});

/** Two names of one member are about (pen.md J 1). */
const isUrgent = (cabecalho: JsonObject): boolean =>
  cabecalho.urgente === true || cabecalho.urgencia === true;

const urgency: Check = (value, path) =>
  isJsonObject(value) && isUrgent(value)
    ? object({
        motivoDaUrgencia: rule(
          (code) =>
            Number.isInteger(Number(code)) && motivosDeUrgencia[Number(code) - 1] !== undefined,
          'deve ser um motivo de urgência válido',
        ),
      })(value, path)
    : [];

const cabecalho: Check = (value, path) => [
  ...object({ remetente: unit, destinatario: unit })(value, path),
  ...urgency(value, path),
];

/** A documento avulso may go to several units at once. */
const cabecalhoOfAvulso: Check = (value, path) =>
  memberOf(value, 'destinatarios') === undefined
    ? cabecalho(value, path)
    : [
        ...object({ remetente: unit, destinatarios: list(unit) })(value, path),
        ...urgency(value, path),
      ];

const CHECKS = {
  processo: object({ cabecalho, processo }),
  documento: object({ cabecalho: cabecalhoOfAvulso, documento: avulso }),
};

/** What does not hold, a line each with its path; nothing where all holds. */
export const metadataFaults = (kind: 'processo' | 'documento', metadata: JsonObject): string[] =>
  CHECKS[kind](metadata, '');
