import type { KindGroup, SigningAct } from '../../app/files-to-sign/acts.ts';
import type { SigningChoices } from '../../app/files-to-sign/report.ts';
import type { ZipFault } from '../../app/files-to-sign/results.ts';
import type { FileToSignFault } from '../../app/files-to-sign/sign-one.ts';
import type { ElsewhereFault } from '../../app/signing/verify-elsewhere.ts';
import { SIGNATURE_FAULTS } from './faults.ts';
import { counted } from './units.ts';

const files = (count: number) => counted(count, 'arquivo', 'arquivos');

export const signingText = {
  title: 'Assinar',
  lead: 'Assine arquivos com o seu certificado e confira quem assinou qualquer PDF ou P7S. Os arquivos não saem deste computador.',
  drop: 'Solte aqui arquivos ou pastas, ou escolha:',
  chooseFiles: 'Escolher arquivos',
  chooseFolder: 'Escolher pasta',
  folderFault: 'A pasta não pôde ser lida. Escolha de novo.',
  list: 'Arquivos escolhidos',
  file: 'Arquivo',
  signatures: 'Assinaturas',
  result: 'Assinado aqui',
  chooseAll: 'Selecionar todos',
  chooseOne: (name: string) => `Selecionar ${name}`,
  actions: 'O que fazer',
  remove: 'Tirar',
  removeOne: (name: string) => `Tirar ${name} da lista`,
  removeOneTitle: 'Tirar da lista?',
  removeAll: 'Limpar a lista',
  removeTitle: 'Limpar a lista?',
  removeBody: (unsaved: number) =>
    unsaved === 0
      ? 'Os arquivos continuam onde estão; só saem da lista.'
      : `Há ${counted(unsaved, 'resultado que ainda não foi salvo', 'resultados que ainda não foram salvos')}. Eles se perdem; os originais continuam onde estão.`,
  report: 'Ver o relatório',
  reportOf: (name: string) => `Ver o relatório de ${name}`,
  examining: (left: number) => `Conferindo assinaturas: ${left} na espera`,
  stopExamining: 'Parar',
  examinations: {
    waiting: 'Na espera para conferir',
    running: 'Conferindo…',
    stopped: 'Não conferido',
    unreadable: 'Não foi possível ler',
    'not-signable-inside': 'Não se aplica',
  },
  examineNow: 'Conferir',
  needsContent: 'Só a assinatura: falta o documento',
  sign: (count: number) => (count === 0 ? 'Assinar' : `Assinar ${files(count)}`),
  elsewhere: 'Assinar com outro programa',
  elsewhereOne: (name: string) => `Assinar com outro programa: ${name}`,
  save: 'Salvar',
  saveOne: (name: string) => `Salvar ${name}`,
  saveAll: 'Salvar todos (ZIP)',
  saved: (name: string) => `Salvo: ${name}`,
  unsaved: (count: number) =>
    `${counted(count, 'arquivo assinado ainda não foi salvo', 'arquivos assinados ainda não foram salvos')}.`,
  look: 'Conferir o assinado',
  lookAt: (name: string) => `Conferir o assinado: ${name}`,
  outcomes: { waiting: 'Na espera', signing: 'Assinando…', cancelled: 'Cancelado' },
  progress: 'Assinando',
  progressOf: (done: number, total: number) => `${done} de ${files(total)}`,
  pause: 'Pausar',
  resume: 'Continuar',
  cancel: 'Cancelar',
  paused: 'Em pausa.',
  locked:
    'O certificado foi bloqueado no meio do trabalho. Abra-o de novo para continuar de onde parou.',
  otherCertificate:
    'Está aberto outro certificado. Este trabalho foi autorizado com o certificado de',
  ended: (signed: number) => `${counted(signed, 'arquivo assinado', 'arquivos assinados')}.`,
  endedFailed: (failed: number) =>
    `${counted(failed, 'arquivo não foi assinado', 'arquivos não foram assinados')}; o motivo está na lista.`,
  endedCancelled: (count: number) => `${counted(count, 'cancelado', 'cancelados')}.`,
  retry: 'Tentar de novo os que faltam',
  close: 'Fechar',
} as const;

/** What a signature is worth, said where it is about to be made. */
export const signatureWorth = (handwritten: boolean): string =>
  handwritten
    ? 'A assinatura tem o valor da sua assinatura de próprio punho.'
    : 'A assinatura mostra com qual certificado o arquivo foi assinado e que ele não mudou depois.';

const ONE_BY_ONE = 'Salve os arquivos um por um, pelo botão de cada um na lista.';

export const ZIP_FAULTS: Record<ZipFault, string> = {
  'too-large': `Os arquivos assinados passam do que cabe em um ZIP (4 GB ou 65 mil arquivos). ${ONE_BY_ONE}`,
  failed: `O ZIP não pôde ser feito, e nada foi salvo. ${ONE_BY_ONE}`,
};

export const signSheetText = {
  title: 'Assinar',
  lead: (count: number) =>
    count === 1
      ? 'Este arquivo será assinado com o seu certificado:'
      : `Estes ${count} arquivos serão assinados com o seu certificado:`,
  needKey: 'Para assinar, abra o seu certificado.',
  hash: 'Identificação (SHA-256)',
  hashing: 'calculando…',
  unreadable: 'não foi possível ler; não será assinado',
  groups: {
    pdf: (count: number) => `Como assinar o${count === 1 ? ' PDF' : `s ${count} PDF`}`,
    p7s: (count: number) => `Como assinar o${count === 1 ? ' P7S' : `s ${count} P7S`}`,
    other: (count: number) =>
      `Como assinar ${count === 1 ? 'o outro arquivo' : `os outros ${count} arquivos`}`,
  } satisfies Record<KindGroup, (count: number) => string>,
  more: 'Mais opções',
  level: 'Tipo de assinatura',
  timestamp: 'Acrescentar carimbo do tempo, que prova quando foi assinado (precisa de rede)',
  consent: (handwritten: boolean) =>
    `${signatureWorth(handwritten)} Os originais ficam como estão; o que é assinado vai para arquivos novos.`,
  consentButton: (count: number) => `Assinar ${files(count)} agora`,
  cancel: 'Cancelar',
} as const;

/** What is made of a file. */
export const ACTS: Record<SigningAct['kind'], string> = {
  pdf: 'Assinatura dentro do PDF',
  p7s: 'P7S, com o documento dentro',
  detached: 'P7S separado, só com a assinatura (o tribunal recusa; serve para outros órgãos)',
  'co-sign': 'Mais uma assinatura ao lado das que já estão no P7S',
  'counter-sign': 'Contra-assinatura, que confirma a assinatura de outra pessoa',
};

export type LevelChoice = 'usual' | NonNullable<SigningChoices['level']>;

export const SIGN_LEVELS: Record<LevelChoice, string> = {
  usual:
    'A de sempre: P7S com a política da ICP-Brasil (AD-RB); PDF no padrão que os leitores de PDF conferem',
  'AD-RB':
    'Tudo com a política da ICP-Brasil (AD-RB); dentro de PDF, há leitores que não conferem este tipo',
  BES: 'Tudo sem política (BES), só se alguém pedir',
};

export const FILE_TO_SIGN_FAULTS: Record<FileToSignFault, string> = {
  'not-a-pdf': 'Não é um PDF. Assine como P7S.',
  'pdf-broken':
    'O PDF está com a estrutura danificada e não aceita assinatura dentro dele. Abra-o, imprima-o em um PDF novo e assine o novo, ou assine este como P7S.',
  'pdf-encrypted':
    'O PDF está protegido por senha e não aceita assinatura dentro dele. Assine como P7S.',
  'pdf-locked':
    'O PDF foi fechado por uma assinatura anterior e não aceita outra. Assine como P7S.',
  unreadable:
    'Não foi possível ler o arquivo. Ele pode ter sido movido ou mudado, ou o pen drive retirado. Escolha de novo.',
  'not-signed-data': 'Não é um P7S inteiro. Ele pode ter sido cortado ao copiar.',
  detached: 'Este P7S traz só a assinatura, sem o documento. Assine o documento, em vez dele.',
  'already-signed': 'Este certificado já assinou este P7S. Não é preciso assinar de novo.',
  'no-such-signer': 'A assinatura a confirmar não está mais no arquivo.',
  'timestamp-unreachable':
    'A autoridade de carimbo do tempo não respondeu. Tente de novo, ou assine sem carimbo.',
  'timestamp-refused': 'A autoridade de carimbo do tempo recusou o pedido.',
  'timestamp-malformed': 'O carimbo do tempo veio com defeito e não foi usado.',
  'timestamp-of-another': 'O carimbo do tempo recebido é de outro pedido e não foi usado.',
  'timestamp-invalid': 'O carimbo do tempo recebido não confere e não foi usado.',
  'changed-since':
    'O arquivo mudou depois que você o conferiu, e por isso não foi assinado. Escolha de novo.',
  unexpected: 'A assinatura falhou por um motivo inesperado. Tente de novo.',
};

export const elsewhereText = {
  title: 'Assinar com outro programa',
  saveFirst: 'Salve o arquivo que vai ser assinado (ou use o original, se ele não mudou).',
  save: (name: string) => `Salvar ${name}`,
  signThere:
    'Assine com o programa que quiser e um certificado ICP-Brasil (em token, cartão ou nuvem). A assinatura do gov.br não é aceita aqui. Para P7S, mande incluir (“anexar”) o conteúdo.',
  bringBack: 'Traga de volta o arquivo assinado. Ele só é aceito se for este mesmo documento.',
  choose: 'Escolher o arquivo assinado',
  checking: 'Conferindo…',
  accepted: (signers: string) =>
    `Aceito: é exatamente este documento, e a assinatura confere. Assinado por ${signers}.`,
  close: 'Fechar',
} as const;

/** Why what another program made is not taken. */
export const ELSEWHERE_FAULTS: Record<ElsewhereFault | 'unreadable', string> = {
  ...SIGNATURE_FAULTS,
  'not-signed-file': 'O arquivo escolhido não é um P7S nem um PDF.',
  'not-signed': 'Este é o próprio arquivo, ainda sem a nova assinatura.',
  'other-content':
    'O arquivo assinado não contém exatamente este documento. Pode ser outro arquivo, ou o outro programa mudou o documento ao assinar. Salve-o daqui de novo e assine sem abrir nem converter.',
  detached:
    'Este P7S traz só a assinatura, sem o documento dentro. Assine de novo com a opção de incluir (“anexar”) o conteúdo.',
  unreadable: FILE_TO_SIGN_FAULTS.unreadable,
};
