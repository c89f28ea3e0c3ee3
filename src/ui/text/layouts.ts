import { counted } from './units.ts';

export const layoutsText = {
  title: 'Layouts',
  lead: 'A forma que o tribunal exige para cada prestação de contas e mês. O que está guardado aqui funciona sem internet.',
  samples:
    'Os 27 layouts de exemplo que vêm com o programa servem para começar sem internet. Eles foram reconstruídos e podem ser diferentes dos atuais; o layout do tribunal vale mais.',
  kept: 'Guardados neste computador',
  none: 'Nenhum layout do tribunal foi buscado ainda.',
  fetchTitle: 'Buscar no tribunal',
  fetch: 'Buscar',
  fetching: 'Buscando…',
  fetched: 'Layout guardado.',
  refreshLead:
    'Os layouts dos rascunhos que ainda não foram entregues são perguntados de novo ao tribunal sozinhos: ao abrir o Estafeta, quando a internet volta e uma vez por dia.',
  refresh: 'Perguntar ao tribunal agora',
  refreshing: 'Perguntando…',
  refreshed: 'O tribunal respondeu. O que ele mudou está marcado abaixo.',
  refreshElsewhere: 'Outra janela já está perguntando ao tribunal.',
  since: (at: string) => `Guardado desde ${at}.`,
  asked: (at: string) => `O tribunal confirmou em ${at}.`,
  hash: 'SHA-256',
  sources: { court: 'Tribunal', sample: 'Exemplo' },
  former: 'Substituída',
  behind: (count: number) =>
    count === 1
      ? 'Um rascunho continua na versão anterior:'
      : `${count} rascunhos continuam na versão anterior:`,
  lastChanged: (at: string) => `mudado em ${at}`,
  compare: 'O que mudou',
  compareFrom: 'De',
  compareTo: 'Para',
  comparing: 'Comparando…',
  versionGone: 'Uma das duas versões não está mais guardada neste computador.',
  version: (period: string, since: string, hash: string) => `${period}, de ${since} (${hash})`,
  news: (names: string) => `O tribunal publicou uma versão nova: ${names}.`,
  newsDrafts: 'Nenhum rascunho foi mudado.',
  seeLayouts: 'Ver em Layouts',
  dismiss: 'Entendi',
} as const;

/** What is said at a draft of the versions of its layout. */
export const layoutOfDraftText = {
  newer: (at: string) =>
    `O tribunal publicou uma versão nova deste layout, recebida em ${at}. Este rascunho continua na versão em que foi feito até você passar para a nova.`,
  courtHasCome: (at: string) =>
    `O layout do tribunal chegou em ${at} e é diferente do exemplo em que este rascunho foi começado. Passar para ele deixaria alguns valores sem lugar.`,
  seeChanges: 'Ver o que muda',
  leftSample:
    'O layout do tribunal tomou o lugar do exemplo em que este rascunho foi começado. Tudo o que estava preenchido coube nele.',
  moveTitle: 'Passar para a versão nova do layout',
  changesTitle: 'O que o tribunal mudou',
  noneNotKept: 'Tudo o que está preenchido cabe na versão nova.',
  notKeptTitle: 'O que não cabe na versão nova',
  notKeptLead:
    'Estes valores saem do formulário e ficam nesta lista, ao lado do rascunho, até você dispensar cada um.',
  moveUndo: '“Desfazer” leva o rascunho de volta à versão em que está agora.',
  move: 'Passar para a versão nova',
  cancel: 'Cancelar',
  listTitle: 'O que não coube na versão nova do layout',
  listLead: 'Passe à mão o que ainda for preciso, ou dispense.',
  why: {
    'no-place': 'O layout não tem mais este campo.',
    'other-type': 'O campo agora pede outro tipo de valor.',
  },
  row: (numbers: string) => `linha ${numbers}`,
  more: (count: number) => counted(count, 'valor a mais', 'valores a mais'),
  copy: 'Copiar',
  copied: 'Copiado',
  putAway: 'Dispensar',
  yes: 'Sim',
  no: 'Não',
} as const;
