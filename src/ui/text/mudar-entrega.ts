import type { ErrandStage } from '../../app/change/types.ts';
import type { ChangeFault, DryRunFault, SaveFault } from '../../app/faults.ts';
import { STORAGE_FULL } from './armazenamento.ts';
import { counted } from './units.ts';

/** Why a delivery is not changed now. */
export const CHANGE_FAULTS: Record<ChangeFault, string> = {
  gone: 'Esta entrega não está mais no tribunal.',
  homologated: 'Esta entrega está homologada. Para mudá-la, é preciso antes retificar.',
  differs:
    'O que o tribunal guarda é diferente do que está aqui. Veja antes a diferença e fique com o conteúdo do tribunal.',
  'change-queued': 'Já há uma alteração ou exclusão desta entrega na fila de envio.',
  'in-doubt':
    'Um envio desta entrega está no meio de um passo ou com resultado incerto. Resolva-o antes, na fila de envio.',
  'content-not-held': 'O conteúdo desta entrega não está guardado neste computador.',
};

export const DELETE_FAULTS: Record<ChangeFault | SaveFault, string> = {
  ...CHANGE_FAULTS,
  'storage-full': STORAGE_FULL,
  'stale-revision': 'Outra janela mudou isto ao mesmo tempo. Tente de novo.',
};

export const changeText = {
  actions: 'O que fazer com esta entrega',
  cancel: 'Cancelar',
  alter: 'Alterar',
  alterTitle: (courtId: number) => `Alterar a entrega ${courtId}`,
  alterLead:
    'Começa um rascunho com o conteúdo desta entrega. Quando ele for enviado, o que está no tribunal dá lugar a ele: o número e o recibo continuam os mesmos, e a entrega precisa ser homologada depois.',
  /** `now`: as it stands when the alteration is begun. */
  alterChecks: (now: 'open' | 'waits' | 'homologated') =>
    now === 'homologated'
      ? 'Antes de alterar, o programa lê a entrega.'
      : 'Antes de alterar, o programa lê a entrega: se ela estiver homologada, nada é mudado.',
  alterFiles:
    'Os arquivos que você não trocar ficam como estão no tribunal e não são enviados de novo.',
  alterWaits:
    'Esta entrega está homologada, e há um pedido de retificação a caminho. A alteração pode ser preparada já: na fila, ela espera até o pedido ser homologado.',
  alterHomologated:
    'Esta entrega está homologada. Não se sabe se o tribunal aceita a alteração assim: foi o que ficou escolhido em Ajustes para pessoal e folha. Se ele não aceitar, diz por quê, e nada muda.',
  givesUp:
    'O envio que espera a sua homologação desta entrega é dado por encerrado quando a alteração entrar na fila.',
  kind: 'Por que a entrega muda?',
  kinds: {
    2: '2 – Atualização: os fatos mudaram depois da entrega',
    3: '3 – Correção: algo foi entregue errado',
  },
  reason: 'Motivo',
  reasonHelp: 'Vai junto com os dados, para o tribunal.',
  reasonMissing: 'Escreva o motivo.',
  beginAlter: 'Começar a alteração',
  remove: 'Excluir',
  removeTitle: (courtId: number) => `Excluir a entrega ${courtId} no tribunal?`,
  removeLead: (courtId: number, recibo: string) =>
    `O tribunal apaga a entrega de número ${courtId}, recibo ${recibo}, com os dados e os arquivos dela. Depois de apagada ela não volta: para tê-la de novo é preciso enviar outra, que recebe outro número.`,
  removeFirst:
    'Antes, o programa lê a entrega: se ela já estiver homologada, ou com outros dados, nada é apagado.',
  removeStays:
    'Neste computador nada se perde: o conteúdo, os arquivos e o registro continuam guardados.',
  removeGivesUp: 'O envio que espera a sua homologação desta entrega é dado por encerrado.',
  removeNotWhileHomologated: 'Ela só pode ser excluída depois de reaberta.',
  removeNow: 'Excluir no tribunal',
  rectify: 'Retificar',
  rectifyTitle: (courtId: number) => `Retificar a entrega ${courtId}`,
  rectifyLead: 'Uma entrega homologada não muda direto. São três passos:',
  rectifySteps: [
    'Um pedido de retificação (RETIFICAHOMOLOG) com o número desta entrega e o motivo. Ele é entregue e homologado como qualquer outra entrega.',
    'Homologado o pedido, o tribunal reabre esta entrega: ela deixa de estar homologada, e o programa confere isso lá.',
    'Você altera esta entrega e a homologa de novo. Até lá, ela não conta como entregue.',
  ],
  rectifyMonth: 'Em que mês o pedido é feito',
  rectifyMonthHelp:
    'O mês decide qual versão do layout do pedido vale. Se não souber, use o mês atual.',
  rectifyReason: 'Motivo da retificação',
  rectifyReasonHelp: (left: number) => `Até 250 caracteres; ainda cabem ${left}.`,
  rectifyTooLong: 'O motivo passa de 250 caracteres.',
  rectifyCode:
    'O tipo da retificação é preenchido no rascunho. O significado dos códigos não é público; se o tribunal passou a tabela, ela pode ser carregada em Layouts.',
  beginRectify: 'Começar o pedido',
  ticketTitle: (courtId: number) => `Pedir a reabertura da entrega ${courtId}`,
  ticketLead:
    'Não se sabe como o tribunal retifica o que já está homologado nesta prestação de contas. O caminho seguro é pedir por Ticket, no site do tribunal. Um texto para colar:',
  ticketText: (of: {
    layout: string;
    period: string;
    courtId: number;
    recibo: string;
    representacao: number;
  }) =>
    `Solicito a reabertura do envio homologado abaixo, para correção.\nLayout: ${of.layout}\nReferência: ${of.period}\nNúmero do envio: ${of.courtId}\nRecibo: ${of.recibo}\nRepresentação: ${of.representacao}\nMotivo: `,
  ticketLabel: 'Texto do pedido',
  ticketAfter:
    'Depois que o tribunal reabrir, use “Conferir no tribunal” nesta tela: a entrega aparece como não homologada, e dá para alterar. Quem sabe que o tribunal aceita alterar direto pode mudar isto em Ajustes.',
  copyText: 'Copiar o texto',
  copied: 'Copiado.',
  close: 'Fechar',
  purpose: {
    alter: (courtId: number) => `Altera a entrega ${courtId} no tribunal.`,
    rectify: (courtId: number) => `Pede que a entrega ${courtId} seja reaberta para retificação.`,
  },
  seeTarget: 'Ver a entrega',
  delivered: 'No que foi entregue',
  differences: 'O que muda em relação ao que foi entregue',
  kindHint: {
    initial:
      'Aqui só serve 1 – Inicial. Para atualizar ou corrigir o que já foi entregue, abra a entrega em Entregas e use “Alterar”.',
    change:
      'Este rascunho altera uma entrega: use 2 – Atualização ou 3 – Correção, e escreva o motivo.',
  },
} as const;

export const threadText = {
  title: 'História desta entrega',
  delivered: {
    sent: 'Recebida pelo tribunal',
    'taken-in': 'Trazida do tribunal para cá',
  },
  homologated: (again: boolean) => (again ? 'Homologada de novo' : 'Homologada'),
  requested: 'Retificação pedida',
  requestHomologated: (instant: string) => `O pedido foi homologado em ${instant}.`,
  reopened: {
    seen: 'Reaberta: o tribunal a mostrou como não homologada',
    unseen: 'Ainda não se viu no tribunal se o pedido a reabriu: use “Conferir no tribunal”',
  },
  notCounting: 'Desde então, e até ser homologada de novo, ela não conta como entregue.',
  altered: 'Alteração',
  alteredElsewhere: 'Mudada por outro programa; o conteúdo foi trazido para cá',
  gone: 'Não está mais no tribunal',
  stages: {
    queued: 'na fila de envio',
    there: 'no tribunal, ainda não homologada',
    homologated: 'homologada',
    refused: 'recusada pelo tribunal',
    'given-up': 'não continua',
  } satisfies Record<ErrandStage, string>,
  see: 'Ver na fila',
} as const;

export const personnelText = {
  title: 'Retificar pessoal e folha já homologados',
  lead: 'O documento do tribunal que se conhece não diz como. Escolha o que o tribunal informou à sua entidade. Vale só para o ambiente em uso.',
  ways: {
    ticket: 'Pedir a reabertura por Ticket (sem certeza)',
    put: 'Alterar direto, com o tipo de envio 2 ou 3 e o motivo (sem certeza)',
  },
} as const;

export const dryRunText = {
  act: 'Conferir no tribunal',
  lead: 'O tribunal pode conferir estes dados sem receber nada. Os arquivos não vão.',
  noAddress:
    'O endereço desta conferência não é conhecido neste ambiente. As regras de recepção só aparecem no envio.',
  asking: 'Perguntando ao tribunal…',
  representation: 'Em nome de qual representação?',
  asOf: (instant: string) => `O tribunal conferiu estes dados em ${instant}.`,
  changedSince: 'O rascunho mudou depois da última conferência no tribunal.',
  none: 'Ele não apontou nada. Isto não é uma entrega: nada ficou lá.',
  objections: (count: number) =>
    `${counted(count, 'objeção', 'objeções')}, na lista. Isto não é uma entrega: nada ficou lá.`,
  unsent: (count: number) =>
    `Ele não conhece ${counted(count, 'arquivo', 'arquivos')} deste rascunho só porque ainda não foram enviados. Isso não é erro.`,
  rulesUnseen: 'Por isso ele não chegou às regras de recepção: elas só são conhecidas no envio.',
  remarks: 'O tribunal avisa, sem impedir:',
  asNew:
    'Esta conferência é feita como se fosse um envio novo: o que ele diz do tipo de envio pode não valer para uma alteração.',
} as const;

export const DRY_RUN_FAULTS: Record<
  Extract<DryRunFault, 'no-address' | 'number-to-come' | 'not-there'>,
  string
> = {
  'no-address': dryRunText.noAddress,
  'number-to-come':
    'O rascunho se refere a uma entrega que ainda não tem número no tribunal. Sem ele não há o que conferir lá: tente de novo depois que ela for entregue.',
  'not-there':
    'O tribunal não faz esta conferência no endereço que está configurado. As regras de recepção só aparecem no envio.',
};
