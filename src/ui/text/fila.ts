import type { VerbFault } from '../../app/faults.ts';
import type { AbsenceFault } from '../../app/queue/state-absence.ts';
import { STORAGE_FULL } from './armazenamento.ts';
import { counted, ofTime, wholeMinute } from './units.ts';

/** The court's own words for where a delivery stands. */
const STATUS: Record<string, string> = {
  HOMOLOGADO: 'homologada',
  NAO_HOMOLOGADO: 'ainda não homologada',
};

export const queueText = {
  title: 'Fila de envio',
  lead: 'O que espera para ser entregue. O envio sai sozinho quando o tribunal responde e o certificado está aberto.',
  none: 'Nada na fila.',
  all: 'Todos',
  filter: 'Mostrar',
  groups: {
    urgent: 'Fazer agora',
    running: 'Em andamento',
    resting: 'Pausados por você',
    ended: 'Que não continuam',
    finished: 'Prontos',
  },
  more: (count: number) => `Mostrar mais ${count}`,
  shown: (shown: number, all: number) => `Mostrando ${shown} de ${all}.`,
  keyTitle: (count: number) =>
    `${counted(count, 'envio espera', 'envios esperam')} pelo certificado aberto`,
  skew: (duration: string, isAhead: boolean) =>
    `O relógio deste computador está ${duration} ${isAhead ? 'adiantado' : 'atrasado'} em relação ao do tribunal. O programa se guia pelo do tribunal; acerte o do computador.`,
  noneHelp: 'Quando um rascunho estiver conferido e assinado, use “Pôr na fila”.',
  created: 'Posto na fila em',
  unlockNow: 'Abrir certificado',
  choose: 'Escolher a representação',
  chooseLead: 'Em nome de qual representação este envio vai?',
  confirm: 'Conferir e homologar',
  confirmTitle: 'Homologar esta entrega?',
  confirmLead:
    'O tribunal recebeu os dados e o que ele guarda é igual ao que você enviou. Ao homologar, o PDF que ele gerou é assinado com o seu certificado e devolvido. Só o que está homologado conta como entregue, e depois disso não dá mais para alterar nem apagar.',
  seePdf: 'Ver o PDF que será assinado',
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
  acts: 'O que mais se pode fazer',
  processes: (count: number) =>
    count === 1
      ? '1 processo a caminho de outro órgão'
      : `${count} processos a caminho de outros órgãos`,
  pause: 'Pausar',
  pauseHelp: 'O envio para antes do próximo passo e só continua quando você usar “Tentar agora”.',
  cancelEntry: 'Cancelar o envio',
  cancelTitle: 'Cancelar este envio?',
  cancelBody:
    'O envio para aqui e não continua. Nada é desfeito no tribunal: o que já chegou lá fica como está. Se o envio veio de um rascunho, ele volta a poder ser mudado.',
  cancelUnsure:
    'Ninguém sabe ainda se o último passo aconteceu. Antes de cancelar, confira no Colare-Envios: enviar de novo depois pode deixar duas entregas.',
  cancelHelp: 'O envio não continua. O que já chegou ao tribunal fica lá.',
  backToDraft: 'Voltar a rascunho',
  backToDraftHelp:
    'O tribunal não tem nada deste envio: ele sai da fila e o rascunho abre para ser mudado.',
  backToDraftFaults: {
    'court-may-hold-it':
      'Agora o tribunal já pode ter esta entrega. Ela não volta mais a ser rascunho.',
    'draft-gone': 'O rascunho deste envio foi apagado deste navegador.',
    other: 'O envio está no meio de um passo. Espere um instante e tente de novo.',
  },
  exportEntry: 'Exportar o que há até agora',
  exportHelp:
    'Um arquivo ZIP com os dados, os arquivos e o registro deste envio. Não é um comprovante de entrega.',
  close: 'Voltar',
  fix: 'Corrigir o rascunho',
  rule: (number: number) => `Regra ${number}`,
  tokenRefused:
    'O tribunal respondeu: “O Token enviado é inválido!”. O acesso venceu ou não vale neste ambiente.',
  pastedOfAnother: 'O acesso colado é de outra representação e não serve para este envio.',
  pasteLead: 'Você escolheu entrar colando um acesso (token).',
  pasteNow: 'Colar outro ou mudar a forma de entrar, em Ajustes',
  seeDelivery: 'Ver a entrega',
  checkTitle: {
    send: 'O resultado do envio é incerto',
    alter: 'O resultado da alteração é incerto',
    homologate: 'O resultado da homologação é incerto',
    delete: 'O resultado da exclusão é incerto',
  },
  checkLead:
    'O programa não conseguiu saber sozinho. Para não pedir duas vezes a mesma coisa, nada é enviado de novo até isso ficar claro.',
  lookFor: 'Entre no Colare-Envios, menu Envios, e procure:',
  lookLayout: 'Layout',
  lookPeriod: 'Mês de referência',
  lookSince: 'Enviada depois de',
  lookNumber: 'Número (id)',
  lookFiles: 'Arquivos, com o identificador que o tribunal deu',
  lookHow: {
    send: 'Se houver uma assim, escreva o número (id) dela: o programa confere com o tribunal se é a sua.',
    homologate:
      'Veja se ela está como HOMOLOGADO. Se estiver, use “Perguntar de novo ao tribunal”; se não, diga que a homologação não aconteceu.',
    alter:
      'Veja se ela já está com os dados novos, os deste envio. Se estiver, escreva o número dela: o programa confere com o tribunal. Se estiver com os dados antigos, diga que a alteração não aconteceu.',
    delete:
      'Veja se ela ainda está lá. Se não estiver, use “Perguntar de novo ao tribunal”; se estiver, diga que a exclusão não aconteceu.',
  },
  checkId: 'Número (id) da entrega',
  checkProve: 'Conferir este número',
  absent: {
    send: 'Procurei e não há entrega: enviar de novo',
    homologate: 'Procurei e não está homologada: homologar de novo',
    alter: 'Procurei e não foi alterada: alterar de novo',
    delete: 'Procurei e ainda está lá: apagar de novo',
  },
  giveUp:
    'Se esta entrega é a sua e alguém a mudou lá, não há como saber daqui. Então cancele o envio: ele termina com o resultado incerto, e nada mais é pedido ao tribunal.',
  absentTitle: 'Pedir de novo ao tribunal?',
  absentBody:
    'Só faça isto se você procurou no Colare-Envios. Se o primeiro pedido aconteceu e você disser que não, ele pode acontecer duas vezes. A sua resposta fica no registro do envio.',
  absentFrom: (time: string) =>
    `Esta resposta só vale a partir ${time}: até lá o pedido ainda pode estar a caminho, e não aparecer no Colare-Envios não prova que não chegou.`,
  courtSays: 'O tribunal diz destes dados:',
  changedCandidates:
    'O tribunal tem uma entrega com os arquivos deste envio, mas com outros dados: alguém a mudou lá. Se você disser que é esta, o envio não é feito de novo, e nada é homologado enquanto os dados forem outros.',
  candidates:
    'O tribunal tem entregas com estes mesmos dados, mas com arquivos enviados em outra vez. Se uma delas é a sua (por exemplo de antes de uma cópia ser restaurada), diga qual:',
  candidateAltered:
    'A entrega está no tribunal com os dados novos, mas com arquivos enviados em outra vez. Se a alteração é a sua (por exemplo de antes de uma cópia ser restaurada), diga que é esta:',
  candidate: (id: number, recibo: string, statusEnvio: string) =>
    `Número ${id}, recibo ${recibo}, ${STATUS[statusEnvio] ?? statusEnvio}`,
  isThis: (id: number) => `É esta: ${id}`,
  extraTitle: 'Há entregas iguais no tribunal',
  extraLead: (own: number) =>
    `O tribunal tem mais de uma entrega dos mesmos dados (isso acontece quando uma resposta se perde ou quando dois navegadores enviam). Este envio continua com a de número ${own}. As outras, ainda não homologadas:`,
  extraDelete: 'Apagar as repetidas',
  extraDeleteTitle: 'Apagar as entregas repetidas?',
  extraDeleteBody:
    'O tribunal apaga as entregas repetidas listadas. A deste envio fica e segue para a sua confirmação.',
  extraKeep: 'Deixar como está',
  extraKeepHelp:
    'Deixar é possível: elas ficam sem homologação no tribunal e podem ser apagadas depois no Colare-Envios.',
  extraOne: (id: number, recibo: string) => `Número ${id}, recibo ${recibo}`,
  takeoverLead: (name: string) =>
    `Este envio estava com “${name}”: veio de uma cópia de segurança, ou foi levado adiante lá.`,
  takeoverWarn:
    'Continue aqui só se ele não estiver mais sendo enviado lá. Antes de pedir ao tribunal algo que não pode acontecer duas vezes, o programa pergunta se já aconteceu.',
  takeoverHere: 'Continuar aqui',
  takeoverLeave: 'Se não souber, deixe parado: parado, ele não envia nada.',
  lastChange: (time: string) => `Última mudança conhecida aqui: ${time}.`,
  earlierTitle: 'Este envio espera por:',
  earlierUntil: { delivered: 'até ser entregue', homologated: 'até ser homologado' },
  earlierUnknown: 'um envio que não está neste navegador',
  earlierFailed:
    'O que não chegou lá não continua. Cancele este envio, escolha outra entrega no rascunho dele e ponha-o na fila de novo.',
  errand: {
    alter: (id: number) => `Alteração da entrega de número ${id}.`,
    homologate: (id: number) => `Homologação da entrega de número ${id}.`,
    delete: (id: number) => `Exclusão da entrega de número ${id}.`,
  },
  consentDeleteLead: (id: number, recibo: string) =>
    `Este pedido apaga no tribunal a entrega de número ${id}, recibo ${recibo}. Antes, o programa lê a entrega: se ela já está homologada ou tem outros dados, nada é apagado.`,
  consentDelete: 'Apagar no tribunal',
  consentDeleteTitle: 'Apagar esta entrega no tribunal?',
  consentDeleteBody: 'Depois de apagada ela não volta: para tê-la de novo é preciso enviar outra.',
  heldHead: 'Parado: o registro não combina',
  held: 'O registro deste envio não combina com o que foi guardado, e por ele não se sabe até onde o envio chegou. Para nada ser feito duas vezes, ele está parado e não envia nem pergunta nada.',
  heldWhatToDo: 'O que fazer:',
  heldSave: 'Salve tudo em um arquivo, aqui abaixo, e avise o suporte.',
  heldLook:
    'Entre no Colare-Envios, menu Envios, e veja se há uma entrega deste layout e mês. Se houver, ela pode ser deste envio.',
  heldCancel:
    'Só depois disso cancele o envio: o rascunho volta a poder ser mudado e posto na fila outra vez.',
  steps: {
    upload: 'Enviar arquivos',
    send: 'Enviar dados',
    alter: 'Alterar dados',
    compare: 'Conferir',
    pdf: 'PDF do tribunal',
    consent: 'Sua confirmação',
    homologate: 'Homologar',
    confirm: 'Homologado',
    delete: 'Apagar',
  },
} as const;

const refusedPdf = (why: string): string =>
  `O PDF que o tribunal gerou não pode ser assinado aqui: ele ${why}. Assine-o com outro programa e traga de volta.`;

const damagedPdf = (why: string): string =>
  `O PDF que o tribunal gerou não pode ser assinado: ele ${why}. “Tentar agora” busca o PDF de novo; se ele vier outra vez assim, peça ao tribunal, pelo Ticket, que o gere de novo.`;

/** Refusals that are not the court's own words. */
export const REFUSALS: Record<string, string> = {
  'file-missing': 'Um arquivo deste envio não está mais guardado neste navegador.',
  'number-missing':
    'Falta neste envio o número de outra entrega do tribunal. Escolha essa entrega de novo no rascunho.',
  'already-homologated':
    'A entrega já está homologada no tribunal e não pode mais ser mudada nem apagada.',
  'delivery-gone':
    'O tribunal diz que não tem mais esta entrega. Ela pode ter sido apagada no Colare-Envios.',
  'content-differs':
    'O que o tribunal guarda é diferente do que foi enviado daqui. Não homologue antes de esclarecer.',
  'not-a-pdf': damagedPdf('não é um PDF'),
  'pdf-broken': damagedPdf('está com a estrutura danificada'),
  'pdf-encrypted': refusedPdf('está protegido por senha'),
  'pdf-locked': refusedPdf('foi fechado por uma assinatura e não aceita outra'),
  'not-homologated':
    'O tribunal recebeu o PDF assinado, mas a entrega não aparece como homologada.',
};

/** Why the person's word that it did not happen was not taken; `now`: epoch ms. */
export const absenceFault = (fault: AbsenceFault, now: number): string => {
  switch (fault.kind) {
    case 'too-early':
      return `Ainda é cedo: esta resposta só vale a partir ${ofTime(wholeMinute(fault.until), now)}, pelo relógio deste computador. Até lá o pedido pode estar a caminho.`;
    case 'court-not-reached':
      return 'O tribunal não respondeu, e sem ele não se sabe que horas são lá. Tente de novo quando ele responder.';
    case 'storage-full':
      return STORAGE_FULL;
    case 'stale-revision':
    case 'not-allowed':
    case 'no-such-entry':
      return 'O envio mudou de situação nesse meio-tempo. Veja acima onde ele está.';
  }
};

/** Why the number a person brought proves nothing. */
export const PROOF_FAULTS: Record<string, string> = {
  'not-an-id': 'Escreva só o número (id) da entrega, com algarismos.',
  'no-such-delivery': 'O tribunal não tem entrega sua com este número neste layout e mês.',
  'content-differs':
    'A entrega com este número existe, mas os dados dela são outros, e nada prova que ela foi feita daqui.',
  'files-differ':
    'A entrega com este número tem os mesmos dados, mas um arquivo dela é outro, e nada prova que ela foi feita daqui.',
  'not-shown':
    'O tribunal não mostra a entrega com este número: ela pode ser de outra representação.',
  'of-another-entry': 'A entrega com este número é de outro envio desta fila.',
  'delivery-gone': 'O tribunal não tem mais a entrega com este número.',
  'missing-token': 'Para conferir é preciso estar com o certificado aberto.',
  'no-network': 'O tribunal não respondeu. Tente de novo.',
};

export const unknownProof = 'Não foi possível conferir agora. Tente de novo.';

/** Why something that the person asked of an entry was not done; nothing was changed. */
export const VERB_FAULTS: Record<VerbFault, string> = {
  'storage-full':
    'Isso não foi feito: não há espaço no navegador para guardar a mudança. Libere espaço e tente de novo.',
  'stale-revision': 'Isso não foi feito: o envio mudou nesse meio tempo. Veja como ele está agora.',
  'not-allowed': 'Isso não foi feito: o envio já está em outro ponto. Veja como ele está agora.',
  'no-such-entry': 'Isso não foi feito: este envio não está mais guardado neste navegador.',
};
