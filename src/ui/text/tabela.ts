import type {
  CellFault,
  CellNote,
  ColumnNote,
  MatchReason,
  Separator,
  SheetNote,
  TableFault,
  TextEncodingName,
} from '../../app/table/types.ts';
import { showNumber } from '../../base/brazilian-number.ts';

const plural = (count: number, one: string, many: string): string =>
  `${showNumber(count)} ${count === 1 ? one : many}`;

/** Words of the import of a table into a list of rows. */
export const tableText = {
  title: (list: string) => `Importar planilha: ${list}`,
  chooseLead:
    'Escolha um arquivo XLSX ou CSV, ou cole as células copiadas do Excel ou do LibreOffice. Você confere tudo antes de importar.',
  chooseFile: 'Escolher arquivo',
  dropFile: 'ou solte o arquivo aqui',
  file: 'Arquivo da planilha',
  paste: 'Ou cole aqui as células, com a linha dos títulos',
  usePasted: 'Usar o que colei',
  pasted: 'células coladas',
  reading: 'Lendo a planilha…',
  stop: 'Parar',
  cancel: 'Cancelar',
  otherFile: 'Escolher outra',
  close: 'Fechar',
  sheet: 'Aba da planilha',
  hiddenSheet: (name: string) => `${name} (oculta)`,
  separator: 'Separador entre as células',
  heading: 'Linha dos títulos das colunas',
  noHeading: 'Não há linha de títulos',
  line: (number: number) => `Linha ${number}`,
  recognised: (name: string, lines: number) =>
    `${name}: ${plural(lines, 'linha', 'linhas')} de dados.`,
  encoding: (name: string) => `Texto em ${name}.`,
  columns: 'Para onde vai cada coluna',
  columnOf: (letter: string) => `Coluna ${letter}`,
  leaveOut: 'Não importar',
  askChoice: 'Escolha o campo…',
  examples: (samples: readonly string[]) => `Exemplos: ${samples.join(' · ')}`,
  noExamples: 'Sem nada nas linhas',
  leftOut: (names: readonly string[]) =>
    `${names.length === 1 ? 'Esta coluna não será importada' : 'Estas colunas não serão importadas'}: ${names.map((name) => `“${name}”`).join(', ')}.`,
  twice: (label: string) =>
    `Duas colunas vão para o mesmo campo: ${label}. Escolha outro campo para uma delas.`,
  nothingChosen: 'Nenhuma coluna foi escolhida ainda. Diga para onde vai ao menos uma.',
  preview: 'Como as primeiras linhas serão lidas',
  lineNumber: 'Linha',
  yes: 'Sim',
  no: 'Não',
  mode: 'O que fazer com as linhas que já estão no rascunho',
  append: (count: number) => `Acrescentar depois das ${showNumber(count)} linhas que já existem`,
  replace: (count: number) => `Pôr no lugar das ${showNumber(count)} linhas que já existem`,
  import: 'Importar',
  importing: 'Importando…',
  done: (rows: number) => `${plural(rows, 'linha importada', 'linhas importadas')}.`,
  undo: 'Para voltar atrás, use Desfazer uma vez.',
  noRows: 'Nenhuma linha foi encontrada nas colunas escolhidas. O rascunho não mudou.',
  allRead: 'Todas as células foram lidas.',
  unread: (count: number) =>
    count === 1
      ? '1 célula não pôde ser lida. O texto dela ficou no rascunho, para você corrigir.'
      : `${showNumber(count)} células não puderam ser lidas. O texto delas ficou no rascunho, para você corrigir.`,
  withoutValue: (count: number) =>
    count === 1
      ? '1 fórmula não tinha resultado guardado no arquivo, e a célula ficou vazia.'
      : `${showNumber(count)} fórmulas não tinham resultado guardado no arquivo, e as células ficaram vazias.`,
  unreadList: 'Células que não puderam ser lidas',
  moreUnread: (count: number) =>
    `E mais ${plural(count, 'célula', 'células')}: baixe a lista completa.`,
  saveUnread: 'Baixar a lista',
  unreadFile: 'celulas-nao-lidas.csv',
  unreadHead: ['Linha da planilha', 'Coluna', 'Texto', 'Motivo', 'Lugar no rascunho'],
  unreadCell: (line: number, column: string) => `Linha ${line}, ${column}`,
  nothingThere: 'vazia',
  failed: 'A leitura da planilha parou por um erro. Tente de novo; se persistir, salve-a como CSV.',
} as const;

export const TABLE_FAULTS: Record<TableFault, string> = {
  'not-a-zip':
    'Este arquivo parece um XLSX, mas está incompleto. Salve a planilha de novo e tente outra vez.',
  damaged: 'Este arquivo XLSX está danificado. Abra-o no Excel ou no LibreOffice e salve de novo.',
  'too-many-files':
    'Este XLSX tem partes demais para ser uma planilha comum. Salve-a de novo, só com os dados.',
  'too-large':
    'Este XLSX cresce demais ao ser aberto, o que planilhas comuns não fazem. Salve só os dados, como CSV.',
  'unsafe-names':
    'Este XLSX tem nomes internos que não são seguros. Abra-o no Excel ou no LibreOffice e salve de novo.',
  encrypted: 'Este XLSX está protegido por senha. Tire a senha e tente de novo.',
  unsupported:
    'Este XLSX foi compactado de um modo que não lemos. Abra-o no Excel ou no LibreOffice e salve de novo.',
  'no-table': 'Este arquivo não é uma planilha. Escolha um XLSX ou um CSV.',
  'old-excel':
    'Este arquivo é do Excel antigo (.xls) ou está protegido por senha. Abra-o e salve como XLSX, sem senha.',
  'open-document': 'Este arquivo é do LibreOffice (.ods). Abra-o e salve como XLSX ou CSV.',
  'file-too-large': 'Este arquivo tem mais de 100 MB. Divida-o em partes menores.',
  'too-long':
    'Esta planilha tem mais de 200 mil linhas ou 4 milhões de células. Divida-a em partes menores.',
  empty: 'Não há nada escrito aqui.',
  unreadable:
    'Não foi possível entender este XLSX. Abra-o no Excel ou no LibreOffice e salve de novo, ou salve como CSV.',
};

export const CELL_FAULTS: Record<CellFault, string> = {
  'not-a-number': 'não é um número',
  'not-an-integer': 'tem casas decimais, e aqui só cabe número inteiro',
  'too-many-digits': 'tem mais algarismos do que um número guarda sem arredondar',
  'not-a-date': 'não é uma data que existe',
  'not-yes-or-no': 'não é Sim nem Não',
  'unknown-code': 'não está na tabela de códigos',
  'ambiguous-code': 'é o nome de mais de um código',
  'code-and-label-differ': 'o código e o nome não combinam',
  'not-a-file': 'é um arquivo: anexe-o no rascunho',
  'spreadsheet-error': 'é um erro da própria planilha',
  'formula-without-value':
    'é uma fórmula sem resultado guardado: abra a planilha, salve e importe de novo',
};

const CELL_NOTES: Record<CellNote, (count: string) => string> = {
  'zeros-restored': (count) => `${count} com os zeros da frente repostos`,
  'wrong-check-digits': (count) => `${count} com dígitos verificadores que não conferem`,
  'year-of-two-digits': (count) => `${count} com ano de dois algarismos, lido de 1930 a 2029`,
  'serial-date': (count) => `${count} com número lido como data do Excel`,
  'time-left-out': (count) => `${count} com hora, que não cabe neste campo`,
};

/** What was supposed in a column, in one sentence. */
export const columnNote = ({ note, count }: ColumnNote, column: string): string => {
  if (note === 'english-numbers') return englishNumbers(column);
  if (note === 'repeated-lines') return repeatedLines(column, count);
  return `${column}: ${CELL_NOTES[note](plural(count, 'célula', 'células'))}.`;
};

const repeatedLines = (column: string, count: number): string =>
  `${column}: ${plural(count, 'linha repete', 'linhas repetem')} este campo e os da mesma lista, e não ${count === 1 ? 'entrou' : 'entraram'} outra vez. Confira essa lista.`;

/** Said before and after the import. */
export const englishNumbers = (column: string): string =>
  `${column}: os números têm ponto antes dos centavos (1,234.56) e foram lidos assim.`;

export const SHEET_NOTES: Record<SheetNote['note'], (count: number) => string> = {
  'broken-quotes': () => 'Há aspas que não se fecham: confira se as linhas ficaram como deviam.',
  'merged-cells': (count) =>
    `${plural(count, 'grupo de células mescladas recebeu', 'grupos de células mescladas receberam')} em cada célula o que está na primeira.`,
  'formulas-without-value': (count) =>
    `${plural(count, 'fórmula não tem', 'fórmulas não têm')} resultado guardado no arquivo. Abra a planilha, salve e importe de novo.`,
};

export const MATCH_REASONS: Record<MatchReason, string> = {
  remembered: 'Como da última vez',
  label: '',
  name: '',
  similar: 'Pelo nome parecido: confira',
  ambiguous: 'Mais de um campo combina: escolha',
  none: '',
};

export const SEPARATOR_NAMES: Record<Separator, string> = {
  ';': 'Ponto e vírgula ( ; )',
  '\t': 'Tabulação',
  ',': 'Vírgula ( , )',
  '|': 'Barra ( | )',
};

export const ENCODING_NAMES: Record<TextEncodingName, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

/** `A`, `B` … `AA`, as spreadsheets name columns; from 0. */
export const columnLetter = (index: number): string =>
  (index < 26 ? '' : columnLetter(Math.floor(index / 26) - 1)) +
  String.fromCharCode(65 + (index % 26));
