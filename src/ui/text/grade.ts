import { showNumber } from '../../base/brazilian-number.ts';

const rows = (count: number) => `${showNumber(count)} ${count === 1 ? 'linha' : 'linhas'}`;
const cells = (count: number) => `${showNumber(count)} ${count === 1 ? 'célula' : 'células'}`;
const columns = (count: number) => `${showNumber(count)} ${count === 1 ? 'coluna' : 'colunas'}`;

/** Words of a table of many rows, the same in every layout. */
export const gridText = {
  row: 'Linha',
  total: 'Soma',
  cellName: (column: string, row: number, text: string) =>
    `${column}, linha ${row}: ${text || 'vazia'}`,
  editorName: (column: string, row: number) => `${column}, linha ${row}`,
  faults: (count: number) => (count === 1 ? '1 erro' : `${showNumber(count)} erros`),
  openRows: (count: number) => `Abrir (${showNumber(count)})`,
  openRow: 'Abrir linha',
  toolbar: (label: string) => `Ações da tabela ${label}`,
  insert: 'Incluir linha',
  insertOf: (label: string) => `Incluir linha: ${label}`,
  duplicate: 'Duplicar linha',
  remove: (count: number) => (count > 1 ? `Remover ${rows(count)}` : 'Remover linha'),
  importSheet: 'Importar planilha',
  importSheetOf: (label: string) => `Importar planilha: ${label}`,
  nextFault: 'Próximo erro (F8)',
  filterIn: 'Filtrar em',
  allColumns: 'todas as colunas',
  filterText: 'Texto a procurar',
  onlyFaulty: 'Só linhas com erro',
  shown: (shown: number, all: number) =>
    shown === all ? rows(all) : `${showNumber(shown)} de ${rows(all)}`,
  sorted: 'Só a vista mudou de ordem; nos dados as linhas ficam onde estão.',
  asInDocument: 'Voltar à ordem dos dados',
  pasted: (more: number, unread: number, unplaced: number) =>
    [
      'Colado.',
      more > 0 && `${rows(more)} a mais.`,
      unread > 0 && `${cells(unread)} com texto que não se pôde ler: veja os erros da tabela.`,
      unplaced > 0 && `Sem lugar nesta tabela: ${columns(unplaced)}.`,
    ]
      .filter(Boolean)
      .join(' '),
  empty: 'Ainda não há linhas.',
  none: 'Nenhuma linha tem o que se procura.',
  keysTitle: 'Teclas da tabela',
  leaving: 'Para sair da tabela, tecle Esc e depois Tab.',
  keys: [
    ['Setas, Home, End, Page Up, Page Down', 'andar pelas células; com Ctrl, até a ponta'],
    ['Enter ou F2', 'editar a célula, abrir a linha ou ordenar'],
    ['Digitar', 'escrever por cima; Sim ou Não com S, N ou espaço'],
    ['Enter, Tab', 'confirmar e ir para baixo, para o lado'],
    ['Esc', 'desistir do que se digitou na célula'],
    ['Delete', 'apagar'],
    ['Shift + setas, Ctrl + A', 'marcar células'],
    ['Ctrl + C, Ctrl + X, Ctrl + V', 'copiar, recortar, colar'],
    ['Ctrl + D', 'copiar da célula de cima'],
    ['Insert', 'incluir uma linha abaixo'],
    ['Ctrl + Shift + D', 'duplicar a linha'],
    ['Ctrl + Delete', 'remover as linhas marcadas'],
    ['F8', 'próximo erro'],
    ['Ctrl + Z, Ctrl + Y', 'desfazer, refazer'],
    ['Esc e depois Tab', 'sair da tabela; a tabela ampliada fecha com Esc'],
  ],
  enlarge: 'Ampliar a tabela',
  reduce: 'Reduzir a tabela',
  previousRow: 'Linha anterior',
  nextRow: 'Próxima linha',
  nextFaultyRow: 'Próxima linha com erro',
  closePanel: 'Fechar',
  asTable: 'Ver como tabela',
  asForm: 'Ver como formulário',
  viewOf: (view: string, label: string) => `${view}: ${label}`,
} as const;
