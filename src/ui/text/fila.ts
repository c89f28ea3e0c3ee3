import type { Need, PauseReason, RecepcaoEntry } from '../../app/queue/types.ts';
import { stepName } from './registro.ts';

export const queueText = {
  title: 'Fila de envio',
  lead: 'O que espera para ser entregue. O envio sai sozinho quando o tribunal responde e o certificado está aberto.',
  none: 'Nada na fila.',
  noneHelp: 'Quando um rascunho estiver conferido e assinado, use “Pôr na fila”.',
  created: 'Posto na fila em',
  unlockNow: 'Abrir certificado',
  choose: 'Escolher a representação',
  chooseLead: 'Em nome de qual representação este envio vai?',
  unnamed: (codigo: number) => `Representação ${codigo}`,
  confirm: 'Conferir e homologar',
  confirmTitle: 'Homologar esta entrega?',
  confirmLead:
    'O tribunal recebeu os dados e o que ele guarda é igual ao que você enviou. Ao homologar, o PDF que ele gera é assinado com o seu certificado e devolvido. Só o que está homologado conta como entregue, e depois disso não dá mais para alterar nem apagar.',
  confirmNow: 'Assinar e homologar',
  confirmElsewhereLead:
    'Se quem assina usa um certificado que não pode ser aberto aqui (em token, cartão ou nuvem), confirme agora e assine o PDF do tribunal com outro programa:',
  confirmElsewhere: 'Homologar assinando com outro programa',
  confirmAgain: 'Mudar com o que assinar',
  agreedToKey: (name: string | undefined) =>
    `Você confirmou a homologação com o certificado de ${name ?? 'alguém que não está mais neste navegador'}. Só ele é usado: abra-o, ou traga o PDF assinado com outro programa.`,
  agreedToNothing:
    'A confirmação deste envio não diz com que certificado ele é assinado. Confirme de novo.',
  tryNow: 'Tentar agora',
  askAgain: 'Perguntar de novo ao tribunal',
  pause: 'Pausar',
  cancelEntry: 'Cancelar o envio',
  cancelTitle: 'Cancelar este envio?',
  cancelBody:
    'O envio para aqui e não continua. O que já chegou ao tribunal continua lá, sem homologação. O rascunho volta a poder ser mudado.',
  cancelUnsure:
    'Ninguém sabe ainda se o último passo aconteceu. Antes de cancelar, confira no Colare-Envios.',
  close: 'Voltar',
  fix: 'Corrigir o rascunho',
  rule: (number: number) => `Regra ${number}`,
  tokenRefused:
    'O tribunal respondeu: “O Token enviado é inválido!”. O acesso venceu ou não vale neste ambiente.',
  pastedOfAnother: 'O acesso colado é de outra representação e não serve para este envio.',
  pasteLead: 'Você escolheu entrar colando um acesso (token).',
  pasteNow: 'Colar outro ou mudar a forma de entrar, em Ajustes',
  seeDelivery: 'Ver a entrega',
  checkTitle: 'O resultado do envio é incerto',
  checkLead:
    'A resposta do tribunal se perdeu no caminho. A entrega pode ter sido feita ou não. Para não entregar duas vezes, nada é enviado de novo até isso ficar claro.',
  checkHow:
    'Entre no Colare-Envios, menu Envios, e procure uma entrega deste layout e mês feita agora. Se houver, anote o número (id) e escreva abaixo: o programa confere com o tribunal se é a sua.',
  keyToAsk: 'Para perguntar ao tribunal é preciso abrir o certificado.',
  checkId: 'Número (id) da entrega',
  checkProve: 'Conferir este número',
  checkAbsent: 'Procurei e não há entrega: enviar de novo',
  checkAbsentTitle: 'Enviar os dados de novo?',
  checkAbsentBody:
    'Só faça isto se você procurou no Colare-Envios e a entrega não está lá. Se ela estiver, o tribunal ficará com duas entregas iguais, e será preciso apagar uma antes de homologar. A sua resposta fica no registro do envio.',
  uploadedIds: 'Arquivos já recebidos pelo tribunal para este envio:',
  steps: {
    upload: 'Enviar arquivos',
    send: 'Enviar dados',
    compare: 'Conferir',
    consent: 'Sua confirmação',
    homologate: 'Homologar',
    confirm: 'Homologado',
  },
} as const;

const WAITING: Record<Need, string> = {
  network: 'Esperando o tribunal responder',
  token: 'Esperando o acesso ao tribunal',
  unlock: 'Esperando a assinatura no PDF de homologação, com o que você confirmou',
  consent: 'Esperando a sua confirmação',
  earlier: 'Esperando outro envio, de que este depende',
};

const PAUSED: Record<PauseReason, string> = {
  'no-network': 'Sem resposta do tribunal. Tenta de novo sozinho.',
  'server-unavailable': 'O tribunal está fora do ar. Tenta de novo sozinho.',
  'not-the-server':
    'Quem respondeu não foi o tribunal (pode ser a página de entrada da rede). Confira a internet. Tenta de novo sozinho.',
  'token-refused': 'O tribunal não aceitou o acesso. Tenta de novo sozinho.',
  'storage-full':
    'Não há espaço no navegador para guardar a resposta do tribunal. Libere espaço; o envio continua sozinho.',
  fault: 'Algo falhou neste computador. Tenta de novo sozinho.',
  'budget-spent':
    'Já se tentou muitas vezes, e o tribunal não atende. Só continua quando você mandar tentar de novo.',
  settling:
    'O tribunal não mostra este envio, mas ele ainda pode estar a caminho. Pergunta de novo sozinho antes de qualquer novo envio.',
  person: 'Pausado por você',
};

/** The state of an entry in one sentence. */
export const stateSentence = ({ state, representacao }: RecepcaoEntry, isOpen: boolean): string => {
  if (state.kind === 'waiting' && state.need === 'token' && isOpen) {
    return representacao === undefined
      ? 'Esperando você escolher a representação'
      : 'Esperando o acesso ao tribunal';
  }
  switch (state.kind) {
    case 'ready':
      return 'Pronto para o próximo passo';
    case 'waiting':
      return WAITING[state.need];
    case 'running':
      return `${stepName(state.step)} em andamento…`;
    case 'uncertain':
      return 'Resultado incerto: perguntando ao tribunal antes de qualquer novo envio';
    case 'paused':
      return PAUSED[state.reason];
    case 'needs-person':
      return NEEDS_PERSON[state.what];
    case 'done':
      return 'Entregue e homologado';
    case 'rejected':
      return 'O tribunal recusou';
    case 'cancelled':
      return state.unresolved ? 'Cancelado, com resultado incerto' : 'Cancelado por você';
  }
};

const NEEDS_PERSON = {
  consent: 'Entregue ao tribunal. Falta a sua confirmação para homologar',
  check: 'Resultado incerto: é preciso conferir no Colare-Envios',
  mend: 'Parado: é preciso resolver',
  takeover: 'Veio de outro navegador: diga se continua aqui',
} as const;

const refusedPdf = (why: string): string =>
  `O PDF que o tribunal gerou não pode ser assinado aqui: ele ${why}. Assine-o com outro programa e traga de volta.`;

/** Refusals that are not the court's own words. */
export const REFUSALS: Record<string, string> = {
  'file-missing': 'Um arquivo deste envio não está mais guardado neste navegador.',
  'delivery-gone':
    'O tribunal diz que não tem mais esta entrega. Ela pode ter sido apagada no Colare-Envios.',
  'content-differs':
    'O que o tribunal guarda é diferente do que foi enviado daqui. Não homologue antes de esclarecer.',
  'not-a-pdf': refusedPdf('não é um PDF'),
  'pdf-broken': refusedPdf('está com a estrutura danificada'),
  'pdf-encrypted': refusedPdf('está protegido por senha'),
  'pdf-locked': refusedPdf('foi fechado por uma assinatura e não aceita outra'),
  'not-homologated':
    'O tribunal recebeu o PDF assinado, mas a entrega não aparece como homologada.',
};

/** Why the number a person brought proves nothing. */
export const PROOF_FAULTS: Record<string, string> = {
  'not-an-id': 'Escreva só o número (id) da entrega, com algarismos.',
  'no-such-delivery': 'O tribunal não tem entrega sua com este número neste layout e mês.',
  'content-differs': 'A entrega com este número existe, mas os dados dela são outros. Não é esta.',
  'missing-token': 'Para conferir é preciso estar com o certificado aberto.',
  'no-network': 'O tribunal não respondeu. Tente de novo.',
};

export const unknownProof = 'Não foi possível conferir agora. Tente de novo.';
