import type { PeriodFault } from '../../app/catalogue.ts';
import { counted } from './units.ts';

export const draftsText = {
  title: 'Rascunhos',
  lead: 'O que está sendo preenchido. Tudo fica guardado neste computador e funciona sem internet.',
  create: 'Novo rascunho',
  bring: 'Trazer arquivos',
  batch: 'Um mês de uma vez',
  none: 'Nenhum rascunho ainda.',
  noneHelp: 'Comece um rascunho: escolha a prestação de contas, o layout e o mês.',
  columns: {
    layout: 'Layout',
    period: 'Mês de referência',
    state: 'Situação',
    changed: 'Mudado em',
    actions: 'Ações',
  },
  open: 'Abrir',
  remove: 'Apagar',
  removeOf: (what: string) => `Apagar o rascunho: ${what}`,
  removeTitle: 'Apagar este rascunho?',
  removeBody: (what: string) =>
    `O rascunho de ${what}, com tudo o que foi digitado e anexado nele, sai deste computador e não volta. O que já foi para a fila de envio continua lá.`,
  cancel: 'Cancelar',
  states: {
    editing: 'Em preenchimento',
    queued: 'Na fila de envio',
    delivered: 'Entregue',
    refused: 'Recusado pelo tribunal',
  },
  newTitle: 'Novo rascunho',
  accounts: 'Prestação de contas',
  layout: 'Layout',
  month: 'Mês de referência',
  year: 'Ano',
  begin: 'Começar',
  sampleNote:
    'Se o tribunal não puder ser consultado agora, o rascunho começa com o layout de exemplo que vem com o programa. Ele pode ser diferente do layout atual.',
} as const;

/** Several drafts prepared at once. */
export const prepareText = {
  bar: 'Com os selecionados',
  select: 'Selecionar',
  selectOne: (what: string) => `Selecionar: ${what}`,
  selectAll: (count: number) => `Selecionar os ${count} da lista que ainda não foram para a fila`,
  selected: (count: number) => counted(count, 'rascunho selecionado', 'rascunhos selecionados'),
  unselect: 'Limpar a seleção',
  prepare: 'Preparar os selecionados',
  title: 'Preparar os selecionados',
  checking: (done: number, total: number) => `Conferindo os rascunhos: ${done} de ${total}.`,
  checkingName: 'Conferindo os rascunhos',
  cancel: 'Cancelar',
  close: 'Fechar',
  none: 'Nenhum dos selecionados pode ir para a fila agora.',
  notReady: (count: number) =>
    count === 1 ? 'Um não pode ir agora:' : `${count} não podem ir agora:`,
  otherName: 'É de outra representação que os outros selecionados. Prepare-o separado.',
  notSent: 'Ficaram como rascunho',
} as const;

/** The list narrowed down, and the search in what was typed. */
export const draftFilterText = {
  title: 'Procurar rascunhos',
  search: 'Procurar',
  searchHelp: 'Por qualquer texto, número ou data que foi preenchido no rascunho.',
  state: 'Situação',
  anyState: 'Todas',
  clear: 'Limpar a procura',
  searching: (found: number) =>
    found === 0
      ? 'Procurando…'
      : `Procurando… ${counted(found, 'encontrado', 'encontrados')} até agora.`,
  found: (found: number) => counted(found, 'rascunho encontrado', 'rascunhos encontrados'),
  stopped: (found: number) =>
    `${counted(found, 'rascunho', 'rascunhos')} na lista. Pode haver mais.`,
  stop: 'Parar',
  more: 'Mostrar mais',
  renew: 'Há mudanças: atualizar a lista',
  nothing: 'Nenhum rascunho encontrado',
  nothingHelp: 'Mude o que procura, ou limpe a procura para ver todos.',
} as const;

export const PERIOD_FAULTS: Record<PeriodFault, string> = {
  'no-such-month': 'Escolha o mês e escreva o ano com quatro algarismos, por exemplo 2019.',
  'before-first-period': 'O tribunal recebe por aqui dados a partir de janeiro de 2018.',
};
