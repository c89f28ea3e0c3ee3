import type { PrepareFault } from '../../app/homologation/at-court.ts';
import type { ReceiptsFault } from '../../app/homologation/save-receipts.ts';
import type { HomologationStage } from '../../app/homologation/stage.ts';
import { STORAGE_FULL } from './armazenamento.ts';
import { counted } from './units.ts';

const deliveries = (count: number) => counted(count, 'entrega', 'entregas');

/** Words of the screen on which many deliveries are homologated. */
export const homologateText = {
  title: 'Homologar',
  lead: 'Só o que está homologado conta como entregue, e depois disso não dá mais para alterar nem apagar. Aqui está o que o tribunal já tem e espera a sua confirmação.',
  back: 'Entregas',
  none: 'Nada espera homologação.',
  noneHelp:
    'As entregas aparecem aqui depois que o tribunal as recebeu e o programa conferiu que os dados são os mesmos.',
  filter: 'Mostrar',
  layout: 'Layout',
  anyLayout: 'Todos os layouts',
  period: 'Mês de referência',
  anyPeriod: 'Todos os meses',
  list: 'Entregas que esperam a sua confirmação',
  chooseAll: (count: number) => `Escolher todas (${count})`,
  choose: (name: string) => `Escolher ${name}`,
  delivery: 'Entrega',
  content: 'Conteúdo',
  identification: 'Identificação (SHA-256)',
  pdf: 'PDF do tribunal',
  seePdf: 'Ver o PDF',
  seePdfOf: (name: string) => `Ver o PDF de ${name}`,
  noPdf: 'Ainda não buscado',
  number: (id: number | undefined) => `número ${id ?? '?'}`,
  whole: 'inteira',
  homologate: (count: number) => (count === 0 ? 'Homologar' : `Homologar ${deliveries(count)}`),
  shown: (shown: number, all: number) => `Mostrando ${shown} de ${all}.`,
  more: (count: number) => `Mostrar mais ${count}`,
  toMany: (count: number) => `Homologar as ${count} de uma vez`,

  consentTitle: (count: number) => `Homologar ${deliveries(count)}?`,
  consentLead:
    'O PDF que o tribunal gerou para cada uma é assinado com o seu certificado e devolvido. Antes de devolver, o programa lê a entrega outra vez: se o que está lá não for igual ao que foi enviado, ela fica de fora e é mostrada aqui.',
  consent: (count: number, name: string) =>
    `Concordo que ${count === 1 ? 'esta entrega seja assinada' : `estas ${deliveries(count)} sejam assinadas`} com o certificado de ${name}, e sei que depois de homologadas não dá mais para alterar nem apagar.`,
  consentNow: (count: number) => `Assinar e homologar ${count}`,
  elsewhere:
    'Para assinar com outro programa (certificado em token, cartão ou nuvem), confirme cada uma na fila de envio.',
  cancel: 'Voltar',
  notAgreed: (count: number) =>
    `${deliveries(count)} ${count === 1 ? 'mudou' : 'mudaram'} de situação nesse meio-tempo e ${count === 1 ? 'não foi confirmada' : 'não foram confirmadas'}.`,

  run: 'Homologação em andamento',
  runEnded: 'Homologação terminada',
  progress: (done: number, all: number) =>
    `${done} de ${deliveries(all)} ${done === 1 ? 'homologada' : 'homologadas'}`,
  left: (count: number) => counted(count, 'falta', 'faltam'),
  failed: (count: number) => counted(count, 'parou', 'pararam'),
  cancelled: (count: number) => counted(count, 'cancelada', 'canceladas'),
  pausedAll: 'Pausado por você.',
  pause: 'Pausar',
  resume: 'Continuar',
  cancelLeft: 'Cancelar o que falta',
  cancelTitle: 'Cancelar o que falta?',
  cancelBody: (count: number) =>
    count === 1
      ? `${deliveries(count)} deixa de ser homologada: continua no tribunal sem homologação, e sem ela não conta. Pode ser preparada de novo nesta tela.`
      : `${deliveries(count)} deixam de ser homologadas: continuam no tribunal sem homologação, e sem ela não contam. Podem ser preparadas de novo nesta tela.`,
  cancelSigned: (count: number) =>
    `De ${deliveries(count)} o PDF já foi assinado. Ele não é enviado, mas a assinatura foi feita.`,
  cancelKept: (count: number) =>
    `${deliveries(count)} não ${count === 1 ? 'é cancelada' : 'são canceladas'}: o PDF assinado já foi enviado, ou está sendo enviado agora. O programa confere com o tribunal o que aconteceu.`,
  notNow: (count: number) =>
    `${deliveries(count)} no meio de um passo, sem poder mudar agora. Tente de novo.`,
  saveReceipts: 'Salvar todos os recibos',
  saveReceiptsHelp: 'Um ZIP com os PDFs assinados e uma planilha com os números e recibos.',
  dismiss: 'Tirar da tela',
  sheet: [
    'Prestação de contas',
    'Layout',
    'Mês',
    'Ano',
    'Número',
    'Recibo',
    'SHA-256 dos dados',
    'Homologação confirmada em',
    'Ambiente',
  ],

  outside: 'Fora da lista',
  outsideLead: 'Estas não podem ser homologadas como estão:',
  see: 'Ver na fila',
  seeOf: (name: string) => `Ver na fila: ${name}`,
  difference: 'Ver a diferença',
  differenceOf: (name: string) => `Ver a diferença: ${name}`,

  onTheWay: 'A caminho desta lista',
  onTheWayLead: (count: number) =>
    `${deliveries(count)} ${count === 1 ? 'está sendo conferida' : 'estão sendo conferidas'} com o tribunal.`,
  resting: (count: number) =>
    `${deliveries(count)} ${count === 1 ? 'está parada' : 'estão paradas'} na fila.`,
  goOn: 'Continuar com as paradas',

  atCourt: 'No tribunal, sem envio nesta fila',
  atCourtLead:
    'Entregas trazidas de outro programa, ou enviadas daqui e interrompidas. Preparar não muda nada no tribunal: o programa lê a entrega, compara com o que está guardado aqui e busca o PDF.',
  prepare: 'Preparar',
  prepareOf: (name: string) => `Preparar ${name}`,
  prepareAll: (count: number) => `Preparar todas (${count})`,
  atCourtMore: 'Há mais. As outras aparecem depois que estas forem preparadas.',
} as const;

export const PREPARE_FAULTS: Record<PrepareFault, string> = {
  'storage-full': STORAGE_FULL,
  'stale-revision': 'A entrega mudou nesse meio-tempo. Tente de novo.',
  'not-open':
    'Uma delas já está na fila, ou mudou de situação nesse meio-tempo, e não foi preparada.',
  'not-kept':
    'Os dados de uma delas não estão guardados neste navegador. Traga a entrega de novo, em Entregas.',
};

/** Why a delivery is not on the list. */
export const STAGES: Partial<Record<HomologationStage, string>> = {
  differs: 'O que o tribunal guarda é diferente do que foi enviado daqui.',
  gone: 'O tribunal diz que não tem mais esta entrega.',
  unsignable: 'O PDF que o tribunal gerou não pode ser assinado aqui.',
  stopped: 'Precisa de você na fila de envio.',
};

export const RECEIPTS_FAULTS: Record<ReceiptsFault, string> = {
  'too-large': 'Os PDFs passam do que cabe em um ZIP. Salve cada um em Entregas.',
  failed: 'O ZIP não pôde ser feito: um arquivo não pôde ser lido, ou faltou memória.',
};
