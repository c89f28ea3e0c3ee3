import type { DeliveryState } from '../../app/deliveries/delivery-list.ts';
import type { TakeInFault } from '../../app/deliveries/take-in.ts';
import { showNumber } from '../../base/brazilian-number.ts';
import { STORAGE_FULL } from './armazenamento.ts';
import { counted } from './units.ts';

const entregas = (count: number) => counted(count, 'entrega', 'entregas');

export const STATE_NAMES: Record<DeliveryState, string> = {
  homologated: 'Homologada',
  pending: 'Não homologada',
  differs: 'Difere do tribunal',
  gone: 'Não está mais no tribunal',
};

export const deliveryListText = {
  search: 'Procurar por recibo ou número',
  find: 'Procurar',
  searchHelp: 'O recibo inteiro, ou o número (id) que o tribunal deu.',
  notFound: 'Nenhuma entrega guardada aqui tem esse recibo ou número.',
  filters: 'Situação',
  all: 'Todas',
  states: {
    pending: 'Não homologadas',
    homologated: 'Homologadas',
    differs: 'Diferem do tribunal',
    gone: 'Não estão mais no tribunal',
    'taken-in': 'Feitas fora daqui',
  } satisfies Record<DeliveryState | 'taken-in', string>,
  clear: 'Tirar os filtros',
  listed: (total: number) => entregas(total),
  nothing: 'Nenhuma entrega corresponde aos filtros.',
  nothingHelp: 'Tire um filtro, ou traga do tribunal o que foi entregue fora daqui.',
  table: 'Entregas',
  columns: {
    select: 'Selecionar',
    what: 'O que foi entregue',
    atCourt: 'No tribunal',
    state: 'Situação',
  },
  selectOne: (name: string, id: number) => `Selecionar ${name}, número ${id}`,
  number: (id: number) => `Número ${id},`,
  heardAt: (at: string) => `lido em ${at}`,
  sentAt: (at: string) => `entregue em ${at}`,
  takenIn: 'feita fora daqui',
  takenInAt: (at: string) => `trazida em ${at}`,
  saysHomologated: 'O tribunal disse HOMOLOGADO; falta conferir os dados',
  bar: 'Com as selecionadas',
  selected: (count: number) => counted(count, 'entrega selecionada', 'entregas selecionadas'),
  selectAll: (total: number) => `Selecionar ${total === 1 ? 'a única' : `as ${showNumber(total)}`}`,
  unselect: 'Desfazer a seleção',
  look: 'Conferir no tribunal',
  lookAtAll: 'Conferir todas no tribunal',
  homologate: 'Homologar',
  dossiers: 'Salvar dossiês',
  dossiersNone: 'Entregas feitas fora daqui não têm dossiê.',
  dossiersWithout: (count: number) =>
    `Sem dossiê, por terem sido feitas fora daqui: ${entregas(count)}.`,
} as const;

export const looksText = {
  title: 'Conferência no tribunal',
  running: (done: number, total: number) => `Perguntado por ${done} de ${entregas(total)}…`,
  ended: (done: number) => `O tribunal respondeu por ${entregas(done)}.`,
  stopped: (done: number, total: number) =>
    `Parou: o tribunal respondeu por ${done} de ${entregas(total)}.`,
  differing: (count: number) =>
    count === 1 ? '1 difere do que está aqui.' : `${count} diferem do que está aqui.`,
  gone: (count: number) => (count === 1 ? '1 não está mais lá.' : `${count} não estão mais lá.`),
  notShown: (count: number) => `${entregas(count)}: o tribunal não as mostra a esta representação.`,
  allEqual: 'Nenhuma difere do que está aqui.',
  stop: 'Parar',
  close: 'Fechar',
} as const;

export const atCourtText = {
  title: 'No tribunal',
  look: 'Conferir no tribunal',
  looking: 'Perguntando ao tribunal…',
  unlocked: 'O certificado está aberto agora. Tente de novo.',
  saysAt: (status: string, at: string) => `O tribunal disse “${status}” em ${at}.`,
  neverLooked: 'Os dados que ele guarda ainda não foram conferidos depois da entrega.',
  equal: (at: string) =>
    `Conferido em ${at}: o tribunal guarda exatamente os dados que estão aqui.`,
  differs: (at: string) =>
    `Conferido em ${at}: o tribunal guarda dados diferentes dos que estão aqui.`,
  gone: (at: string) =>
    `Em ${at} o tribunal não tinha mais esta entrega. O que foi entregue continua guardado aqui, abaixo.`,
  difference: 'O que difere',
  field: 'Campo',
  there: 'No tribunal',
  here: 'Aqui',
  empty: '(vazio)',
  row: '(um item)',
  more: (count: number) => `E mais ${counted(count, 'campo', 'campos')}.`,
  contentGone: 'O que o tribunal guardava não está mais neste computador. Confira de novo.',
  takeIn: 'Trazer os dados do tribunal',
  takeInTitle: 'Guardar aqui os dados que o tribunal tem?',
  takeInBody:
    'O que foi enviado daqui continua guardado, como conteúdo anterior. Nada muda no tribunal.',
  cancel: 'Cancelar',
} as const;

export const contentsText = {
  title: 'Conteúdos desta entrega',
  lead: 'O que foi entregue primeiro, e o que tomou o lugar.',
  sent: (at: string) => `Enviado em ${at}`,
  takenIn: (at: string) => `Trazido do tribunal em ${at}`,
  this: 'este',
  notLast: 'Este conteúdo não é mais o último: outro tomou o lugar dele.',
  takenInNote: (at: string) =>
    `Feita fora deste programa, trazida em ${at}. Não há registro de envio nem dossiê: o que está aqui é o que o tribunal mostrou.`,
} as const;

export const filesAtCourtText = {
  title: 'Arquivos no tribunal',
  fetch: 'Baixar do tribunal',
  fetchOf: (name: string) => `Baixar do tribunal: ${name}`,
  fetching: 'Baixando…',
  same: 'Igual ao que está guardado aqui, byte a byte. Foi salvo.',
  differs: 'Diferente do que está guardado aqui. O que veio do tribunal foi salvo, para comparar.',
  nothing: 'Foi salvo. Não há aqui com que comparar.',
  kept: 'A primeira cópia ficou guardada, para as próximas comparações.',
  hashThere: 'SHA-256 no tribunal',
  hashHere: 'SHA-256 aqui',
} as const;

export const takeInText = {
  open: 'Trazer do tribunal',
  title: 'Trazer entregas feitas fora daqui',
  lead: 'O que foi entregue por outro programa, ou em outro computador, passa a aparecer aqui como o tribunal o mostra. Nada muda no tribunal.',
  how: 'Quais',
  by: {
    id: 'Uma, pelo número (id)',
    recibo: 'Uma, pelo recibo',
    list: 'Todas deste mês e layout',
  },
  named: { id: 'Número no tribunal (id)', recibo: 'Recibo' },
  namedHelp: {
    id: 'O número que o tribunal devolveu quando a entrega foi feita.',
    recibo: 'Com letras, números e traços, como está no comprovante.',
  },
  go: 'Trazer',
  asking: 'Perguntando ao tribunal…',
  stop: 'Parar',
  close: 'Fechar',
  badId: 'O número (id) tem só algarismos.',
  badRecibo:
    'O recibo tem 36 letras e algarismos com traços, como e90ff07d-8b7c-4c87-9347-5bb803d977b5.',
  added: (count: number) =>
    count === 1 ? '1 entrega foi trazida.' : `${entregas(count)} foram trazidas.`,
  none: 'Nada foi trazido.',
  known: (count: number) =>
    count === 1 ? '1 já estava aqui.' : `${counted(count, 'entrega', 'entregas')} já estavam aqui.`,
  differing: (count: number) =>
    count === 1
      ? 'Dela, o tribunal guarda outros dados.'
      : `De ${count} delas, o tribunal guarda outros dados.`,
  empty: 'O tribunal não tem nenhuma entrega deste mês e layout em nome desta representação.',
} as const;

export const ASK_FAULTS: Record<TakeInFault, string> = {
  'no-ambiente': 'O ambiente desta entrega não está mais configurado aqui.',
  'no-token': 'Falta entrar: abra o certificado, ou cole um acesso, e tente de novo.',
  'not-shown': 'O tribunal não mostra isto a esta representação.',
  'no-network':
    'O tribunal não respondeu. O que se sabia antes continua guardado. Tente de novo com rede.',
  'server-unavailable': 'O tribunal está fora do ar. Tente de novo mais tarde.',
  'not-the-server':
    'Quem respondeu não foi o tribunal. Veja se a rede pede uma senha no navegador.',
  'token-refused': 'O tribunal não aceitou o acesso. Entre de novo.',
  'storage-full': STORAGE_FULL,
  'no-representacao': 'Escolha antes em nome de quem trabalhar, em Ajustes, Representação.',
  'no-such-id':
    'O tribunal não tem entrega com este número neste mês e layout, em nome desta representação.',
  'no-list':
    'Este tribunal não oferece a lista de entregas, e sem ela só o número (id) encontra uma. Procure o número no comprovante do programa que fez a entrega, ou no Colare-Envios.',
  'no-such-recibo':
    'Nenhuma entrega deste mês e layout tem este recibo. Confira o mês, o layout e a representação.',
};
