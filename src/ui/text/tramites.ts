import type { AnswerFault } from '../../app/pen/answer-tramite.ts';
import type { CancelFault, FollowFault } from '../../app/pen/follow.ts';
import type { TramiteDossierFault } from '../../app/pen/tramite-dossier.ts';
import type { TramiteEvent } from '../../app/pen/tramite-story.ts';
import type {
  MotivoDaRecusa,
  ReceiptKind,
  ReceiptVerdict,
  Situacao,
  Tramite,
} from '../../app/pen/types.ts';
import { STORAGE_FULL } from './armazenamento.ts';
import { PLATFORM_FAULTS, roleLacks } from './pen-faults.ts';
import { counted } from './units.ts';

export const receivedText = {
  waiting: 'Chegaram e esperam a sua resposta',
  waitingHelp:
    'Enquanto você não aceita nem recusa, o processo continua com quem enviou. Depois de 8 dias o Tramita GOV.BR cancela o trâmite.',
  none: 'Nenhum processo recebido.',
  noneHelp:
    'Com o órgão aberto e internet, o Estafeta pergunta a cada minuto se chegou algum processo.',
  look: 'Ver se chegou algo',
  looking: 'Perguntando…',
  lookedAt: (when: string) => `Perguntado ao Tramita GOV.BR em ${when}.`,
  failedAt: (when: string) => `Em ${when} não deu para perguntar ao Tramita GOV.BR se chegou algo.`,
  notLooked: 'Ainda não foi perguntado ao Tramita GOV.BR se chegou algo.',
  unread: 'Não lido',
  read: 'Lido',
  columns: { number: 'Processo', from: 'De', came: 'Chegou em', state: 'Leitura' },
  from: (name: string) => `De ${name}`,
  answer: 'Ver e responder',
  unknownProcess: (idt: number) => `Trâmite ${idt}`,
  downloaded: (done: number, all: number) => `${done} de ${counted(all, 'arquivo', 'arquivos')}`,
  readingData: 'Lendo os dados do processo',
  waits: 'Espera a sua resposta',
  answering: 'Resposta a caminho',
  needsLook: 'Parado: precisa de você',
  held: 'Parado: o registro deste recebimento não combina com o que foi guardado. Avise o suporte.',
  tryAgain: 'Tentar de novo',
  takeover: (name: string) =>
    `O recebimento estava em outro navegador (${name}). Se ele não vai mais receber, continue aqui.`,
  takeOver: 'Continuar aqui',
} as const;

export const answerText = {
  title: 'Responder ao trâmite',
  process: 'Processo',
  from: 'Enviado por',
  description: 'Especificação',
  documents: 'Documentos',
  see: 'Ver',
  seeFile: (name: string, place: number) => `Ver ${name}, do documento ${place}`,
  returned:
    'Este processo já passou por aqui: os documentos novos entram no processo que está neste computador.',
  noProblem:
    'Os arquivos chegaram inteiros, e nada nas configurações deste órgão impede o recebimento.',
  problems: 'O que não está em ordem',
  accept: 'Aceitar e assinar o recibo',
  acceptHelp:
    'O recibo diz ao outro órgão que o processo está aqui. Ele é assinado com a chave do seu órgão e não pode ser desfeito.',
  refuse: 'Recusar',
  refuseHelp: 'O processo volta a ficar aberto no outro órgão, que lê o motivo que você escrever.',
  motivo: 'Motivo da recusa',
  justification: 'Explicação para o outro órgão',
  justificationHelp: (left: number) =>
    `Faltam ${counted(left, 'caractere', 'caracteres')} para o limite.`,
  justificationMissing: 'Explique por que o processo é recusado.',
  confirmRefuse: 'Recusar o processo',
  back: 'Voltar',
  close: 'Decidir depois',
  fetchAgain: 'Baixar de novo',
  fetchAgainHelp: 'Baixe de novo os arquivos; se o problema continuar, recuse o processo.',
  mendInSettings: 'O que este órgão define como recebe fica em',
  cannotAccept: 'Com estes problemas o processo só pode ser recusado.',
  enterFirst: 'Para responder é preciso entrar no órgão.',
  notAllowed: roleLacks('receber processos'),
} as const;

/** Why an answer, or a new try, was not written down; nothing went out then. */
export const ANSWER_FAULTS: Record<AnswerFault, string> = {
  'storage-full': STORAGE_FULL,
  'stale-revision': 'Isto acaba de mudar em outra janela. Confira como está e tente de novo.',
  'not-allowed': 'Este trâmite não espera mais por você. Confira a lista de recebidos.',
  'no-such-entry': 'Este trâmite não está mais neste computador.',
};

export const MOTIVOS: Record<MotivoDaRecusa, string> = {
  '01': 'Formato de arquivo não aceito',
  '02': 'Arquivo corrompido',
  '03': 'Faltam arquivos',
  '04': 'Tipo de documento não aceito',
  '99': 'Outro motivo',
};

/** What speaks against taking a process in; `what`: a name of a file, an espécie or a number. */
export const sayProblem = (code: string, what = ''): string => PROBLEMS[code]?.(what) ?? code;

const PROBLEMS: Record<string, (what: string) => string> = {
  unreadable: () => 'Os dados do processo não puderam ser lidos.',
  'format-unknown': (what) => `O arquivo ${what} não diz de que tipo é.`,
  'component-corrupt': (what) =>
    `O arquivo ${what} chegou diferente do que o outro órgão anunciou.`,
  'component-missing': (what) => `Falta o arquivo${what && ` ${what}`}.`,
  'especie-not-mapped': (what) => `Este órgão não definiu como recebe documentos do tipo ${what}.`,
  'hipotese-not-mapped': (what) => `Este órgão não definiu como recebe a hipótese legal ${what}.`,
  'too-large': (what) => `O arquivo ${what} é maior do que este órgão aceita.`,
  secret: () => 'Há conteúdo sigiloso, que não pode tramitar por aqui.',
  'unit-unknown': (what) => `O processo foi enviado à unidade ${what}, que não é deste órgão.`,
  'orders-broken': () => 'A numeração dos documentos tem falhas.',
  'protocol-taken': (what) => `Já existe aqui outro processo com o número ${what}.`,
  'protocol-changed': (what) => `O processo voltou com outro número; aqui ele é ${what}.`,
  'document-changed': (what) => `O documento ${what} voltou diferente do que saiu daqui.`,
  'answer-refused': (what) => `O Tramita GOV.BR não aceitou a resposta. Ele diz: ${what}`,
  'document-gone': (what) => `O documento ${what} não voltou.`,
};

const IN_SETTINGS = new Set([
  'especie-not-mapped',
  'hipotese-not-mapped',
  'too-large',
  'unit-unknown',
]);

/** Whether it is the body's own settings that speak against it. */
export const isMendedInSettings = (code: string): boolean => IN_SETTINGS.has(code);

/** Where a trâmite stands, for each side. */
export const SITUACOES: Record<Tramite['direction'], Record<Situacao, string>> = {
  sent: {
    0: 'Não começou',
    1: 'Enviando os arquivos',
    2: 'Arquivos no Tramita GOV.BR',
    3: 'Dados lidos pelo destinatário',
    4: 'Arquivos com o destinatário',
    5: 'Aceito: recibo no Tramita GOV.BR',
    6: 'Concluído: recibo guardado aqui',
    7: 'Cancelado',
    8: 'Recusado: leia o motivo',
    9: 'Recusado',
    10: 'Cancelado pelo Tramita GOV.BR',
  },
  received: {
    0: 'Não começou',
    1: 'O outro órgão está enviando',
    2: 'Arquivos no Tramita GOV.BR',
    3: 'Dados lidos aqui',
    4: 'Arquivos aqui',
    5: 'Aceito: recibo entregue',
    6: 'Aceito: recibo entregue',
    7: 'Cancelado pelo outro órgão',
    8: 'Recusado aqui',
    9: 'Recusado aqui',
    10: 'Cancelado pelo Tramita GOV.BR',
  },
};

/** What happened, in a line of the history. */
export const EVENTS: Record<Tramite['direction'], Record<TramiteEvent['what'], string>> = {
  sent: {
    0: 'O trâmite foi preparado.',
    1: 'O processo foi registrado no Tramita GOV.BR.',
    2: 'O Tramita GOV.BR recebeu todos os arquivos.',
    3: 'O destinatário leu os dados do processo.',
    4: 'O destinatário baixou os arquivos.',
    5: 'O destinatário aceitou o processo e assinou o recibo.',
    6: 'O recibo de conclusão foi buscado: o trâmite terminou.',
    7: 'O trâmite foi cancelado por este órgão.',
    8: 'O destinatário recusou o processo.',
    9: 'Este órgão tomou ciência da recusa: o processo foi reaberto aqui.',
    10: 'O Tramita GOV.BR cancelou o trâmite, parado havia mais de 8 dias.',
    'envio-fetched': 'O recibo de envio foi guardado aqui.',
    'conclusao-fetched': 'O recibo de conclusão foi guardado aqui.',
  },
  received: {
    0: 'O trâmite foi preparado.',
    1: 'O outro órgão registrou o processo no Tramita GOV.BR.',
    2: 'O Tramita GOV.BR recebeu todos os arquivos.',
    3: 'Os dados do processo foram lidos aqui.',
    4: 'Os arquivos foram baixados aqui.',
    5: 'O processo foi aceito, e o recibo, entregue.',
    6: 'O outro órgão buscou o recibo.',
    7: 'O outro órgão cancelou o trâmite.',
    8: 'O processo foi recusado por este órgão.',
    9: 'O outro órgão tomou ciência da recusa.',
    10: 'O Tramita GOV.BR cancelou o trâmite, parado havia mais de 8 dias.',
    'envio-fetched': 'O recibo de envio foi guardado aqui.',
    'conclusao-fetched': 'O recibo de conclusão foi guardado aqui.',
  },
};

export const tramitesText = {
  title: 'Trâmites',
  to: (name: string) => `Enviado a ${name}`,
  from: (name: string) => `Recebido de ${name}`,
  number: (idt: number) => `Trâmite ${idt}`,
  line: 'Caminho do trâmite',
  done: 'feito',
  ahead: 'ainda não',
  history: 'O que aconteceu',
  heardAt: (when: string) => `Situação perguntada ao Tramita GOV.BR em ${when}.`,
  ask: 'Perguntar agora',
  cancel: 'Cancelar o trâmite',
  cancelTitle: 'Cancelar este trâmite?',
  cancelBody:
    'O outro órgão deixa de poder receber o processo, que volta a ficar aberto aqui para mudanças.',
  keep: 'Não cancelar',
  refused: {
    sent: 'O outro órgão recusou o processo',
    received: 'Este órgão recusou o processo',
  },
  refusedWords: { sent: 'O que ele escreveu', received: 'O que foi escrito ao outro órgão' },
  refusedNormal: 'A recusa é uma das três formas de um trâmite terminar. Não é um erro.',
  acknowledge: 'Tomar ciência e reabrir o processo',
  acknowledgeHelp:
    'O Tramita GOV.BR anota que você leu o motivo. O processo volta a ficar aberto aqui e pode ser corrigido e enviado de novo.',
  receipts: 'Recibos',
  receiptNames: { envio: 'Recibo de envio', conclusao: 'Recibo de conclusão' },
  verdicts: {
    trusted: 'Assinatura conferida',
    'signer-unknown': 'Assinante desconhecido',
    invalid: 'Não vale',
    unverifiable: 'Não conferido',
  },
  noReceipt: 'ainda não recebido',
  given: 'Recibo entregue',
  givenAt: (when: string) => `em ${when}`,
  givenHelp: 'Assinado com a chave deste órgão. Diz ao outro órgão que o processo está aqui.',
  notGivenHere: 'não foi entregue deste computador',
  saveXml: 'Salvar o recibo',
  dossier: 'Salvar o dossiê',
  dossierMaking: 'Preparando o dossiê…',
  fetchedAt: (when: string) => `guardado em ${when}`,
} as const;

/** What may be said of a receipt, and no more: of whoever should have signed it no certificate is known here. */
export const sayVerdict = (kind: ReceiptKind, verdict: ReceiptVerdict): string => {
  switch (verdict.kind) {
    case 'trusted':
      return `O recibo está como foi assinado por ${verdict.signer}, com certificado de uma cadeia conhecida aqui. Não foi conferido se o certificado é ${WHOSE[kind]}, nem se foi revogado: veja se o nome é o esperado.`;
    case 'signer-unknown':
      return `A assinatura confere com o certificado que veio no recibo, de ${verdict.signer}, mas nada aqui mostra de quem é esse certificado.`;
    case 'invalid':
      return INVALID[verdict.code] ?? 'O recibo não vale: não confere com a assinatura.';
    case 'unverifiable':
      return 'A assinatura do recibo não pôde ser conferida aqui.';
  }
};

const WHOSE: Record<ReceiptKind, string> = {
  envio: 'do Tramita GOV.BR',
  conclusao: 'do destinatário',
};

const INVALID: Record<string, string> = {
  'another-tramite': 'O recibo não vale para este trâmite: ele fala de outro.',
  'other-components': 'O recibo não vale: ele fala de outros arquivos, ou faltam arquivos nele.',
  'signature-mismatch': 'O recibo não vale: a assinatura não confere com o que está escrito nele.',
};

export const DOSSIER_FAULTS: Record<TramiteDossierFault, string> = {
  'too-large': 'O dossiê passa de 2 GB, o máximo que cabe num arquivo destes.',
  'file-damaged': 'Um arquivo guardado neste computador está danificado: o dossiê não foi feito.',
};

export const goingText = {
  none: 'Nenhum processo em trâmite.',
  noneHelp: 'Os processos enviados aparecem aqui até o outro órgão aceitar ou recusar.',
  noneEnded: 'Nenhum trâmite encerrado.',
  noneEndedHelp: 'Os trâmites aceitos, recusados e cancelados aparecem aqui.',
  columns: {
    process: 'Processo',
    person: 'Usuário',
    date: 'Data',
    where: 'Órgão',
    state: 'Situação',
  },
  sortBy: 'Pôr em ordem por',
  turn: 'Inverter a ordem',
  onlyShown: 'Há mais do que o que aparece. A ordem e a impressão valem só para o que aparece.',
  unregistered: 'Na fila de envio, ainda sem trâmite',
  print: 'Imprimir',
  printTitle: { going: 'Processos em trâmite externo', ended: 'Trâmites encerrados' },
  printed: (body: string, when: string) =>
    `${body}. Situação que este navegador conhecia em ${when}.`,
  more: 'Mostrar mais',
  blocks: 'Blocos de trâmite',
  to: 'para',
  from: 'de',
  nobody: '—',
} as const;

export const FOLLOW_FAULTS: Record<FollowFault, string> = {
  ...PLATFORM_FAULTS,
  'storage-full': STORAGE_FULL,
  'tramite-unknown': 'Este trâmite não está neste computador.',
};

export const CANCEL_FAULTS: Record<CancelFault, string> = {
  ...FOLLOW_FAULTS,
  'already-receiving':
    'O outro órgão já aceitou o processo: o trâmite não pode mais ser cancelado.',
  'already-concluded':
    'O outro órgão já recebeu o processo: o trâmite não pode mais ser cancelado.',
  'already-refused': 'O trâmite foi recusado: tome ciência da recusa para reabrir o processo.',
};
