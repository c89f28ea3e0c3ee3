import type { LoadTableFault } from '../../app/faults.ts';
import { STORAGE_FULL } from './armazenamento.ts';
import { counted } from './units.ts';

export const codeTableText = {
  title: 'Tabelas de códigos',
  lead: 'O programa conhece o significado de parte dos códigos; os outros aparecem como números. Se você tiver a tabela do tribunal, carregue-a aqui: ela passa a valer nos formulários, antes da que vem com o programa.',
  none: 'Nenhuma tabela carregada.',
  load: 'Carregar arquivo de tabela',
  loadHelp:
    'O arquivo JSON das Tabelas de Domínio do Colare, ou uma planilha salva como CSV com três colunas: código, descrição e vigência (por exemplo 01/2018 ou 01/2018 a 12/2020). Uma tabela com o mesmo nome é trocada.',
  loaded: (names: readonly string[]) => `Guardado: ${names.join('; ')}.`,
  unused: 'Ainda não está em uso: diga para qual campo ela é.',
  usedIn: 'Usada em',
  from: (file: string, at: string) => `De ${file}, carregada em ${at}`,
  codes: (count: number) => counted(count, 'código', 'códigos'),
  columns: { code: 'Código', label: 'Descrição', validity: 'Vigência' },
  always: 'sempre',
  choose: 'Escolher o campo',
  chooseOf: (name: string) => `Escolher o campo: ${name}`,
  chooseTitle: (name: string) => `Para qual campo é “${name}”?`,
  layout: 'Layout',
  field: 'Campo',
  layoutFirst: 'Escolha primeiro o layout',
  chooseHere: 'Escolha…',
  tableInUse: (name: string) =>
    `O programa já tem a tabela “${name}” para este campo. Se você continuar, a sua vale no lugar dela.`,
  loadingFields: 'Procurando os campos…',
  noFields: 'Este layout não tem campo de código.',
  use: 'Usar neste campo',
  remove: 'Remover',
  removeOf: (name: string) => `Remover ${name}`,
  removeTitle: 'Remover esta tabela?',
  removeEffect:
    'Os códigos que só ela explica voltam a aparecer como números. O que foi preenchido não muda.',
  cancel: 'Cancelar',
} as const;

const PLACES = { line: 'Na linha', item: 'No item' } as const;

/** Why a file of tables was not taken, with where and what to do. */
export const tableFaultText = (fault: LoadTableFault): string => {
  switch (fault.code) {
    case 'not-a-table':
      return 'Não é uma tabela de códigos. É preciso um JSON das Tabelas de Domínio do Colare ou um CSV com código e descrição em cada linha.';
    case 'no-codes':
      return `A tabela “${fault.name}” não tem nenhum código.`;
    case 'bad-code':
      return `${PLACES[fault.of]} ${fault.at}, “${fault.found}” não é um código: só números inteiros servem. Corrija o arquivo e carregue de novo; nada foi guardado.`;
    case 'no-label':
      return `${PLACES[fault.of]} ${fault.at}, o código ${fault.found} está sem descrição. Corrija o arquivo e carregue de novo; nada foi guardado.`;
    case 'bad-validity':
      return `${PLACES[fault.of]} ${fault.at}, “${fault.found}” não é uma vigência: escreva o mês e o ano, como 01/2018, ou 01/2018 a 12/2020. Corrija o arquivo e carregue de novo; nada foi guardado.`;
    case 'too-large':
      return 'O arquivo tem mais de 4 MB: não parece ser uma tabela de códigos.';
    case 'unreadable':
      return 'O arquivo não pôde ser lido. Talvez tenha sido movido ou apagado; escolha-o de novo.';
    case 'broken-quotes':
      return 'No CSV há aspas que abrem e não fecham, e não dá para saber onde cada código termina. Corrija o arquivo e carregue de novo; nada foi guardado.';
    case 'storage-full':
      return STORAGE_FULL;
  }
};
