import type { DeliveryState } from '../../app/deliveries/delivery-list.ts';
import { counted } from './units.ts';

export const receiptsText = {
  title: 'Recibos',
  lead: 'Todos os recibos guardados neste computador, para ler e imprimir também sem internet.',
  back: 'Entregas',
  search: 'Procurar',
  searchHelp: 'Recibo, número no tribunal, layout, mês ou qualquer palavra dos dados entregues.',
  state: 'Situação',
  anyState: 'Todas',
  states: {
    homologated: 'Homologado',
    pending: 'Não homologado: não conta como entregue',
    differs: 'O tribunal tem outros dados',
    gone: 'Não está mais no tribunal',
  } satisfies Record<DeliveryState, string>,
  shortStates: {
    homologated: 'Homologados',
    pending: 'Não homologados',
    differs: 'Com outros dados no tribunal',
    gone: 'Não estão mais no tribunal',
  } satisfies Record<DeliveryState, string>,
  columns: {
    select: 'Marcar',
    what: 'O que',
    recibo: 'Recibo',
    state: 'Situação',
    delivered: 'Entregue em',
    actions: 'Ações',
  },
  selectOf: (name: string) => `Marcar ${name}`,
  selectAll: 'Marcar todos os da lista',
  clear: 'Desmarcar',
  found: (count: number) => counted(count, 'recibo', 'recibos'),
  searching: 'Procurando…',
  more: 'Mostrar mais',
  none: 'Nenhum recibo.',
  noneHelp: 'O recibo aparece aqui assim que o tribunal o devolve.',
  print: (count: number) =>
    count === 0 ? 'Imprimir os marcados' : `Imprimir ${counted(count, 'recibo', 'recibos')}`,
  check: 'Conferir recibo no tribunal',
  checked: 'Recibo conferido no tribunal',
  checkOf: (name: string) => `Conferir no tribunal o recibo de ${name}`,
  checkShort: 'Conferir',
  printTitle: 'Recibos para imprimir',
  printLead: 'Cada recibo começa em uma folha.',
  printNow: 'Imprimir ou salvar em PDF',
  backToList: 'Voltar à lista',
  unreadable: (recibo: string) =>
    `O que foi entregue com o recibo ${recibo} não pôde ser lido e não está nesta impressão.`,
  gone: (time: string) => `Esta entrega não está mais no tribunal (visto em ${time}).`,
  differs: (time: string) =>
    `Em ${time} o tribunal tinha outros dados nesta entrega. Este recibo mostra os guardados aqui.`,
  reopened: (status: string, time: string) =>
    `Reaberta: em ${time} o tribunal disse “${status}” desta entrega. Até ser homologada de novo, ela não conta como entregue.`,
  checkLead:
    'Pergunta ao tribunal por um recibo, deste computador ou não. Não precisa de certificado.',
  recibo: 'Recibo',
  reciboHelp: 'Como em e90ff07d-8b7c-4c87-9347-5bb803d977b5.',
  badRecibo: 'Um recibo tem 32 letras de a a f e algarismos, em cinco grupos separados por traço.',
  ask: 'Perguntar ao tribunal',
  asking: 'Perguntando…',
  close: 'Fechar',
  noAnswer: 'O tribunal não respondeu. Nada foi conferido.',
  answered: (time: string, status: number) => `Resposta em ${time} (código ${status}).`,
  /** What an answer that is no receipt means; `status` ≥ 400. */
  refused: (status: number) =>
    status === 404
      ? 'O tribunal não confirmou este recibo.'
      : 'Esta resposta não diz se o recibo vale.',
  undocumented:
    'O formato desta resposta não é documentado pelo tribunal. Abaixo está o que ele disse, como disse.',
  empty: 'A resposta veio vazia.',
} as const;
