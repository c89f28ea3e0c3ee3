import type { Json } from '../base/json.ts';

const text = (value: Json): string => JSON.stringify(value);

/**
 * The sentences of the report. `required`, `type`, `date` and the two of `arquivo-ged` are the
 * court's own, word for word (colare-doc 1.5.1); for the others none is published and these are ours.
 */
export const messages = {
  required: (missing: string[]) =>
    `objeto tem as seguintes propriedades exigidas faltando (${text(missing)})`,
  type: (found: string, expected: string[]) =>
    `instância de tipo (${found}) não corresponde a nenhum tipo primitivo permitido ( permitido : ${text(expected)} )`,
  date: (value: string, expected: string) =>
    `string "${value}" é inválido contra o formato de data solicitado ${expected}`,
  gedMalformed:
    'Formato do arquivo GED inválido. O formato segue a estrutura UUID (Universally Unique IDentifier).',
  gedUnknown: 'Arquivo não existente na base do GED.',

  additionalItems: (allowed: number, found: number) =>
    `lista tem itens demais: ${found} informados, ${allowed} permitidos`,
  additionalProperties: (unwanted: string[]) =>
    `objeto tem propriedades que o layout não prevê (${text(unwanted)})`,
  allOf: (matched: number, total: number) =>
    `valor deveria atender a todas as ${total} alternativas do layout e atende a ${matched}`,
  anyOf: (total: number) => `valor não atende a nenhuma das ${total} alternativas do layout`,
  dependencies: (property: string, missing: string[]) =>
    `a propriedade "${property}" exige outras que estão faltando (${text(missing)})`,
  enum: (value: Json, allowed: Json[]) =>
    `valor ${text(value)} não está entre os permitidos (${text(allowed)})`,
  maximum: (maximum: number, found: number) => `valor ${found} é maior que o máximo ${maximum}`,
  maximumExclusive: (maximum: number) => `valor deveria ser menor que ${maximum}`,
  minimum: (minimum: number, found: number) => `valor ${found} é menor que o mínimo ${minimum}`,
  minimumExclusive: (minimum: number) => `valor deveria ser maior que ${minimum}`,
  maxItems: (maximum: number, found: number) => `lista tem ${found} itens e o máximo é ${maximum}`,
  minItems: (minimum: number, found: number) => `lista tem ${found} itens e o mínimo é ${minimum}`,
  maxLength: (maximum: number, found: number) =>
    `texto tem ${found} caracteres e o máximo é ${maximum}`,
  minLength: (minimum: number, found: number) =>
    `texto tem ${found} caracteres e o mínimo é ${minimum}`,
  maxProperties: (maximum: number, found: number) =>
    `objeto tem ${found} propriedades e o máximo é ${maximum}`,
  minProperties: (minimum: number, found: number) =>
    `objeto tem ${found} propriedades e o mínimo é ${minimum}`,
  multipleOf: (value: number, divisor: number) => `valor ${value} não é múltiplo de ${divisor}`,
  not: () => 'valor atende a uma condição que o layout proíbe',
  oneOf: (matched: number, total: number) =>
    `valor deveria atender a exatamente uma das ${total} alternativas do layout e atende a ${matched}`,
  pattern: (value: string, regex: string) =>
    `texto ${text(value)} não segue o padrão exigido ${regex}`,
  uniqueItems: () => 'lista tem itens repetidos',
  format: (value: string, attribute: string) =>
    `texto ${text(value)} não é válido no formato ${attribute}`,

  unknownKeywords: (ignored: string[]) =>
    `o schema usa palavras desconhecidas, que foram ignoradas (${text(ignored)})`,
  unknownFormat: (attribute: string) =>
    `formato ${text(attribute)} desconhecido: o valor não foi conferido`,
};
