import type { LayoutChange } from '../../app/layout-versions.ts';
import type { Json } from '../../base/json.ts';

const TYPES: Record<string, string> = {
  string: 'texto',
  number: 'número',
  integer: 'número inteiro',
  boolean: 'sim ou não',
  object: 'parte com campos',
  array: 'lista de linhas',
  null: 'vazio',
};

const FORMATS: Record<string, string> = {
  date: 'data',
  'arquivo-ged': 'arquivo',
};

type Limit = Extract<LayoutChange, { kind: 'limit' }>['limit'];

const LIMITS: Record<Limit, string> = {
  minimum: 'Valor mínimo',
  exclusiveMinimum: 'O próprio valor mínimo é recusado',
  maximum: 'Valor máximo',
  exclusiveMaximum: 'O próprio valor máximo é recusado',
  multipleOf: 'Múltiplo de',
  minLength: 'Mínimo de letras e algarismos',
  maxLength: 'Máximo de letras e algarismos',
  pattern: 'Padrão do texto',
  minItems: 'Mínimo de linhas',
  maxItems: 'Máximo de linhas',
  uniqueItems: 'Linhas repetidas são recusadas',
  minProperties: 'Mínimo de campos preenchidos',
  maxProperties: 'Máximo de campos preenchidos',
};

const typeWords = (types: readonly string[]): string =>
  types.map((type) => TYPES[type] ?? type).join(' ou ') || 'qualquer valor';

const formatWords = (format: string | undefined): string =>
  format === undefined ? 'sem forma marcada' : (FORMATS[format] ?? format);

const limitWords = (value: Json | undefined, showNumber: (value: number) => string): string => {
  if (value === undefined) return 'sem limite';
  if (typeof value === 'boolean') return value ? 'sim' : 'não';
  if (typeof value === 'number') return showNumber(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** A change in plain words, to stand after the name of its field. */
export const changeSentence = (
  change: LayoutChange,
  /** Labels that led to the field before. */
  former: string,
  showOption: (option: Json) => string,
  /** As the field itself shows one. */
  showNumber: (value: number) => string,
): string => {
  switch (change.kind) {
    case 'added':
      return change.required ? 'É novo, e obrigatório.' : 'É novo.';
    case 'removed':
      return 'Deixou de existir.';
    case 'moved':
      return `Mudou de lugar: antes era “${former}”.`;
    case 'type':
      return `Antes: ${typeWords(change.before)}. Agora: ${typeWords(change.after)}.`;
    case 'required-now':
      return 'Agora é obrigatório.';
    case 'no-longer-required':
      return 'Não é mais obrigatório.';
    case 'limit':
      return `${LIMITS[change.limit]}: antes ${limitWords(change.before, showNumber)}, agora ${limitWords(change.after, showNumber)}.`;
    case 'options-added':
      return `Opções novas: ${change.options.map(showOption).join('; ')}.`;
    case 'options-removed':
      return `Opções que saíram: ${change.options.map(showOption).join('; ')}.`;
    case 'options-fixed':
      return `Agora só são aceitas estas opções: ${change.options.map(showOption).join('; ')}.`;
    case 'options-freed':
      return 'Não há mais lista fechada de opções.';
    case 'format':
      return `Forma do valor: antes ${formatWords(change.before)}, agora ${formatWords(change.after)}.`;
    case 'other-rule':
      return `Mudou uma regra que este programa não sabe pôr em palavras (${change.keyword}).`;
  }
};

export const changesText = {
  none: 'Nada mudou entre as duas versões: as diferenças, se houver, são só de nomes e ordem.',
  whole: 'O formulário inteiro',
} as const;
