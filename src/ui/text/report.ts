import { type ChoiceField, type ErrorEntry, firstEqual, type LayoutField } from '../../app/form.ts';
import {
  type NumberFault,
  readInteger,
  readNumber,
  showInteger,
  showNumber,
} from '../../base/brazilian-number.ts';
import type { Json } from '../../base/json.ts';

type EntryOf<K extends ErrorEntry['keyword']> = Extract<ErrorEntry, { keyword: K }>;

const MISSING: Record<LayoutField['kind'], string> = {
  text: 'Falta preencher este campo. Ele é obrigatório.',
  date: 'Falta a data. Escreva dia, mês e ano, por exemplo 05/03/2024.',
  number: 'Falta o número. Este campo é obrigatório.',
  integer: 'Falta o número. Este campo é obrigatório.',
  boolean: 'Falta responder Sim ou Não.',
  choice: 'Falta escolher uma opção da lista.',
  file: 'Falta anexar o arquivo.',
  object: 'Falta preencher esta parte. Ela é obrigatória.',
  array: 'Falta incluir ao menos uma linha.',
  other: 'Falta este dado, que o tribunal exige.',
};

const NUMBER_FAULTS: Record<Exclude<NumberFault, 'not-a-number'>, string> = {
  'not-an-integer': 'tem casas decimais, e aqui só cabe número inteiro. Tire a vírgula e o resto.',
  'too-many-digits':
    'tem mais algarismos do que um número pode guardar sem arredondar. Use no máximo 15.',
};

const NO_NUMBER =
  'não é um número. Use só algarismos, com vírgula antes dos centavos, por exemplo 1.234,56.';
const NO_INTEGER = 'não é um número. Use só algarismos, por exemplo 1234.';

const quoted = (value: Json | undefined): string => {
  if (typeof value === 'string') return `“${value}”`;
  return `“${typeof value === 'number' ? showInteger(value) : JSON.stringify(value)}”`;
};

const plural = (count: number, one: string, many: string) =>
  `${showNumber(count)} ${count === 1 ? one : many}`;

const numberSentence = (expected: readonly string[], value: Json | undefined): string => {
  const hasDecimals = expected.includes('number');
  const read = hasDecimals ? readNumber : readInteger;
  const result = read(typeof value === 'number' ? showNumber(value) : String(value));
  // A text that would be a number was not typed here: an imported "50000" in quotes.
  if (result.ok) return `${quoted(value)} está como texto. Digite o número de novo neste campo.`;
  if (result.error !== 'not-a-number') return `${quoted(value)} ${NUMBER_FAULTS[result.error]}`;
  return `${quoted(value)} ${hasDecimals ? NO_NUMBER : NO_INTEGER}`;
};

/** A number as its field shows it: a year has no point. */
const shownIn = (field: LayoutField | undefined) =>
  field?.kind === 'integer' ? showInteger : showNumber;

const typeSentence = ({ expected }: EntryOf<'type'>, value: Json | undefined): string => {
  if (expected.includes('integer')) return numberSentence(expected, value);
  if (expected.includes('boolean')) return `${quoted(value)} não serve aqui. Responda Sim ou Não.`;
  if (expected.includes('string'))
    return `${quoted(value)} não é um texto. Digite o texto de novo.`;
  return 'O conteúdo não tem a forma que o tribunal espera. Apague-o e preencha de novo.';
};

const formatSentence = (entry: EntryOf<'format'>): string => {
  if (entry.attribute === 'date') {
    return `${quoted(entry.value)} não é uma data que existe. Escreva dia, mês e ano, por exemplo 05/03/2024.`;
  }
  if (entry.attribute === 'arquivo-ged') {
    return entry.expected
      ? `${quoted(entry.value)} não identifica um arquivo. Remova-o e escolha o arquivo.`
      : 'O tribunal não encontrou este arquivo. Remova-o, escolha o arquivo e envie de novo.';
  }
  const example = EXAMPLES[entry.attribute];
  const how = example === undefined ? `no formato ${entry.attribute}` : `por exemplo ${example}`;
  return `${quoted(entry.value)} não está escrito como o tribunal exige. Escreva ${how}.`;
};

/** `de 1 a 13`, where the field has both limits. */
const rangeOf = (field: LayoutField | undefined): string | undefined => {
  if (field?.kind !== 'number' && field?.kind !== 'integer') return undefined;
  const { minimum, maximum } = field;
  if (minimum === undefined || maximum === undefined) return undefined;
  const show = shownIn(field);
  return `de ${show(minimum)} a ${show(maximum)}`;
};

const missingSentence = (field: LayoutField | undefined): string => {
  const range = rangeOf(field);
  return range ? `Falta o número, ${range}.` : MISSING[field?.kind ?? 'other'];
};

const limitSentence = (
  entry: EntryOf<'minimum'> | EntryOf<'maximum'>,
  field: LayoutField | undefined,
): string => {
  const show = shownIn(field);
  const found = entry.found === undefined ? '' : ` Está ${show(entry.found)}.`;
  const range = rangeOf(field);
  if (found && range) return `Aqui cabe um número ${range}.${found}`;
  if (entry.keyword === 'minimum') {
    const limit = show(entry.minimum);
    return entry.exclusiveMinimum
      ? `O número precisa ser maior que ${limit}.`
      : `O menor número aceito é ${limit}.${found}`;
  }
  const limit = show(entry.maximum);
  return entry.exclusiveMaximum
    ? `O número precisa ser menor que ${limit}.`
    : `O maior número aceito é ${limit}.${found}`;
};

/** A list of no more than this many options is told; a longer one is only counted. */
const FEW_OPTIONS = 8;

const choicesSentence = (field: LayoutField | undefined): string => {
  if (field?.kind !== 'choice') return 'Escolha uma das opções.';
  if (field.options.length > FEW_OPTIONS) {
    return `Escolha uma das ${showNumber(field.options.length)} opções da lista.`;
  }
  return `Escolha uma das opções: ${field.options.map(optionName).join('; ')}.`;
};

const optionName = ({ value, label }: ChoiceField['options'][number]): string =>
  label === undefined ? String(value) : `${value} – ${label}`;

const equalRowsSentence = (rows: Json | undefined): string => {
  const equal = Array.isArray(rows) ? firstEqual(rows) : undefined;
  if (!equal) return 'Há linhas iguais. Corrija ou remova as repetidas.';
  const [first, second] = equal.map((index) => showInteger(index + 1));
  return `Há linhas iguais: a ${first} e a ${second}. Corrija ou remova uma delas.`;
};

const stepSentence = (
  { divisor, value }: EntryOf<'multipleOf'>,
  field: LayoutField | undefined,
): string => {
  const show = shownIn(field);
  const decimals = -Math.log10(divisor);
  const allowed =
    Number.isInteger(decimals) && decimals > 0
      ? `Use no máximo ${plural(decimals, 'casa decimal', 'casas decimais')}`
      : `O número precisa ser múltiplo de ${show(divisor)}`;
  return `${allowed}; está ${show(value)}.`;
};

/** How texts of the formats that the court knows are written. */
const EXAMPLES: Record<string, string> = {
  'date-time': '2024-03-05T14:30:00Z',
  email: 'nome@prefeitura.go.gov.br',
  hostname: 'www.prefeitura.go.gov.br',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://www.prefeitura.go.gov.br/',
  uuid: '29f5882c-1188-4be6-9d16-b56d959e3518',
};

/**
 * What an entry of the report says to the person at a field: what is wrong, what is allowed, what to do.
 * `field` and `value` are those of the field it is shown at; an entry no sentence is known for says the court's own.
 */
export const reportSentence = (
  entry: ErrorEntry,
  field: LayoutField | undefined,
  value: Json | undefined,
): string => {
  switch (entry.keyword) {
    case 'required':
      return missingSentence(field);
    case 'type':
      return typeSentence(entry, value);
    case 'format':
      return formatSentence(entry);
    case 'enum':
      return `${quoted(entry.value)} não está na tabela deste campo. ${choicesSentence(field)}`;
    case 'minimum':
    case 'maximum':
      return limitSentence(entry, field);
    case 'minItems':
      return `Inclua ao menos ${plural(entry.minItems, 'linha', 'linhas')}; ${entry.found === 0 ? 'não há nenhuma' : `há ${entry.found}`}.`;
    case 'maxItems':
      return `Deixe no máximo ${plural(entry.maxItems, 'linha', 'linhas')}; há ${showNumber(entry.found)}.`;
    case 'uniqueItems':
      return equalRowsSentence(value);
    case 'additionalProperties':
      return `O layout não tem: ${entry.unwanted.join(', ')}. Remova do rascunho para poder enviar.`;
    case 'minLength':
      return `Escreva ao menos ${plural(entry.minLength, 'caractere', 'caracteres')}; há ${entry.found}.`;
    case 'maxLength':
      return `Use no máximo ${plural(entry.maxLength, 'caractere', 'caracteres')}; há ${showNumber(entry.found)}.`;
    case 'multipleOf':
      return stepSentence(entry, field);
    default:
      return `O tribunal recusa este conteúdo: ${entry.message}`;
  }
};
