import type { CreateFault } from '../../app/processes/create-process.ts';
import type { ProcessSaving } from '../../app/processes/process-session.ts';
import type { SignDocumentFault } from '../../app/processes/sign-document.ts';
import type { TakeFault } from '../../app/processes/take-file.ts';
import type { SecrecyLevel } from '../../app/processes/types.ts';
import { STORAGE_FULL } from './armazenamento.ts';
import { signatureWorth } from './assinar.ts';
import { SAVE_STATES, SIGNING_FAULTS } from './faults.ts';
import { counted } from './units.ts';

export const processesText = {
  title: 'Processos',
  lead: 'Processos administrativos que são preparados aqui, enviados a outros órgãos e recebidos deles, pelo Tramita GOV.BR.',
  create: 'Novo processo',
  noPen:
    'Este ambiente não tem ligação com o Tramita GOV.BR. Quem cuida do Estafeta no seu órgão pode configurá-la no servidor de apoio.',
  body: 'Órgão',
  chooseOne: 'Escolha',
  chooseBody: 'Escolha o órgão para ver os processos dele.',
  lists: 'Listas de processos',
  shelves: {
    preparing: 'Em preparo',
    received: 'Recebidos',
    going: 'Em trâmite externo',
    ended: 'Encerrados',
  },
  columns: {
    number: 'Processo',
    kind: 'Tipo',
    documents: 'Documentos',
    standing: 'Situação',
    changed: 'Mudado em',
  },
  documents: (count: number) => counted(count, 'documento', 'documentos'),
  none: 'Nenhum processo em preparo.',
  noneHelp:
    'Comece um processo: dê o número dele e acrescente os documentos. Funciona sem internet.',
  more: 'Mostrar mais',
} as const;

export const newProcessText = {
  title: 'Novo processo',
  number: 'Número do processo',
  numberHelp:
    'Como ele é escrito no seu órgão. O número federal (NUP) ganha os pontos sozinho: 12345.123456/2026-19.',
  kind: 'Tipo de processo',
  kindHelp:
    'Por exemplo: Pessoal: Aposentadoria. O órgão que recebe procura um tipo com este nome.',
  begin: 'Começar',
  cancel: 'Cancelar',
} as const;

export const CREATE_PROCESS_FAULTS: Record<CreateFault, string> = {
  'no-body': 'Escolha primeiro o órgão.',
  'no-number': 'Escreva o número do processo.',
  'number-too-long': 'O número tem mais de 50 caracteres, o máximo que o Tramita GOV.BR aceita.',
  'number-taken': 'Já existe aqui um processo deste órgão com este número.',
  'storage-full': STORAGE_FULL,
};

export const PROCESS_SAVE_STATES: Record<ProcessSaving, string> = {
  ...SAVE_STATES,
  locked:
    'Este processo foi enviado: o que está na tela não foi guardado. Abra-o de novo para ver o que foi enviado.',
  'stale-revision':
    'Não guardado: o processo foi mudado em outra janela. Copie o que digitou e abra o processo de novo.',
};

export const SECRECY: Record<SecrecyLevel, string> = {
  1: 'Público',
  2: 'Restrito',
  3: 'Sigiloso',
};

export const processText = {
  title: 'Processo',
  opening: 'Abrindo o processo…',
  notFound: 'Este processo não está neste computador.',
  back: 'Processos',
  elsewhere: 'Este processo está aberto em outra janela. Aqui ele só pode ser lido.',
  editHere: 'Editar aqui',
  remove: 'Apagar',
  removeTitle: 'Apagar este processo?',
  removeBody: (number: string) =>
    `O processo ${number}, com tudo o que foi digitado e anexado nele, sai deste computador e não volta.`,
  cancel: 'Cancelar',
  data: 'Dados do processo',
  number: 'Número do processo',
  numberHelp: 'Igual em todos os trâmites; depois do primeiro não muda mais.',
  wrongDigits:
    'Os dois últimos algarismos não conferem com os outros. Veja se o número está certo.',
  kind: 'Tipo de processo',
  description: 'Especificação',
  descriptionHelp: 'Do que o processo trata, em até 100 caracteres.',
  secrecy: 'Nível de acesso',
  secrecyHelp: 'Processos sigilosos não podem ser enviados.',
  basis: 'Hipótese legal',
  noBases:
    'A lista das hipóteses vem do Tramita GOV.BR: entre no órgão uma vez com internet, e ela fica guardada aqui.',
  noBasis: 'Escolha a hipótese legal',
  unknownBasis: (id: number) => `Hipótese ${id}, que não está na tabela deste computador`,
  interested: 'Interessados',
  interestedHelp: 'Ao menos uma pessoa, empresa ou órgão a quem o processo interessa.',
  interestedName: (n: number) => `Nome do interessado ${n}`,
  addInterested: 'Acrescentar interessado',
  removeInterested: 'Tirar',
  removeInterestedOf: (name: string, n: number) => `Tirar o interessado ${name || n}`,
  send: 'Enviar para outro órgão',
} as const;

export const othersProcessText = {
  otherBody: (body: string) => `Este processo é de outro órgão: ${body}.`,
  choose: 'Trabalhar para este órgão',
  enter: 'Entrar nesse órgão',
  otherAmbiente:
    'Este processo é de outro ambiente de envio. Para vê-lo, troque o ambiente em Ajustes.',
  settings: 'Ajustes',
} as const;

export const documentsText = {
  title: 'Documentos',
  none: 'Nenhum documento ainda. Traga arquivos ou escreva um documento.',
  addFiles: 'Trazer arquivos',
  addFilesHelp: 'Cada arquivo vira um documento. Também dá para soltar os arquivos aqui.',
  write: 'Escrever um documento',
  written: 'Despacho',
  up: 'Subir',
  down: 'Descer',
  moveOf: (what: string, way: string) => `${way}: ${what}`,
  name: (ordem: number, especie: string, descricao: string) =>
    `${ordem}. ${especie}${descricao && ` ${descricao}`}`,
  cancelled: 'Cancelado',
  signed: 'Assinado',
  unsigned: 'Falta assinar',
  sentBefore: 'Já registrado',
  received: 'Recebido',
  restricted: 'Restrito',
  files: (count: number) => counted(count, 'arquivo', 'arquivos'),
  beingWritten: 'em redação',
  attachedTo: (ordem: number) => `anexo do documento ${ordem}`,
  ofProcess: (number: string) => `do processo anexado ${number}`,
} as const;

/** What is said of a signature that came with a file. */
export const receivedSignatureText = {
  examining: 'Conferindo as assinaturas…',
  failed: 'As assinaturas que vieram não puderam ser conferidas agora.',
  by: (name: string) => `Assinatura de ${name}.`,
  unknown: 'assinante que não se identifica',
  said: (words: string) => `Nas palavras de quem enviou: “${words}”`,
  password:
    'Assinado com usuário e senha no sistema de quem enviou. Daqui não há como conferir esta assinatura.',
  unreadable: 'Veio com uma assinatura que não pôde ser lida.',
  'file-missing': 'O arquivo não está neste computador: a assinatura dele não foi conferida.',
  'too-large': 'O arquivo passa de 200 MB: a assinatura dele não foi conferida.',
} as const;

export const documentText = {
  back: (number: string) => `Processo ${number}`,
  title: (ordem: number, name: string) => `Documento ${ordem}: ${name}`,
  data: 'Dados do documento',
  notFound: 'Este documento não está mais no processo.',
  fixed:
    'Este documento já está registrado no Tramita GOV.BR. Ele fica como está, porque os outros órgãos o conhecem assim.',
  kind: 'Tipo do documento',
  description: 'Número ou nome do documento',
  descriptionHelp: 'Por exemplo 12/2026. Pode ficar vazio.',
  secrecy: 'Nível de acesso do documento',
  secrecyHelp: 'Documentos sigilosos não podem ser enviados.',
  basis: 'Hipótese legal do documento',
  annexOf: 'É anexo de outro documento?',
  noAnnex: 'Não, é um documento próprio',
  attachedProcess: 'Número do processo anexado',
  attachedProcessHelp: 'Só quando o documento veio de um processo juntado a este.',
  text: 'Texto do documento',
  files: 'Arquivos',
  noFiles: 'Nenhum arquivo.',
  addFile: 'Acrescentar arquivo',
  addFileHelp: 'Um documento pode ter mais de um arquivo. Também dá para soltar os arquivos aqui.',
  reading: (name: string) => `Lendo ${name}`,
  stop: 'Parar',
  hash: 'Identificação do conteúdo (SHA-256)',
  view: 'Ver',
  viewOf: (name: string) => `Ver ${name}`,
  save: 'Salvar',
  saveOf: (name: string) => `Salvar ${name}`,
  takeOut: 'Tirar',
  takeOutOf: (name: string) => `Tirar ${name}`,
  signedBy: (name: string, when: string) => `Assinado por ${name} em ${when}`,
  sign: 'Assinar',
  change: 'Mudar o texto',
  changeTitle: 'Mudar um documento assinado?',
  textGone:
    'O texto deste documento não está mais neste computador. Traga-o de uma cópia de segurança (em Ajustes), ou tire o documento do processo e escreva-o de novo.',
  changeBody:
    'A assinatura vale para o texto como está. Para mudar o texto, ela é tirada, e o documento precisa ser assinado de novo.',
  withdraw: 'Cancelar o documento',
  withdrawTitle: 'Cancelar este documento?',
  withdrawBody: (isFixed: boolean) =>
    isFixed
      ? 'Ele continua na lista, com o seu número, marcado como cancelado. Depois do próximo envio isso não pode mais ser desfeito.'
      : 'Ele continua na lista, com o seu número, marcado como cancelado. O conteúdo dele não é enviado.',
  restore: 'Desfazer o cancelamento',
  remove: 'Tirar do processo',
  removeTitle: 'Tirar este documento do processo?',
  removeBody: 'O documento e os arquivos dele saem deste computador. Os seguintes mudam de número.',
  cancel: 'Voltar',
} as const;

export const TAKE_FAULTS: Record<TakeFault, string> = {
  empty: 'O arquivo está vazio. Confira se ele abre no seu computador e escolha de novo.',
  unreadable:
    'Não foi possível ler o arquivo. Ele pode ter sido movido, ou o pen drive retirado. Escolha de novo.',
  stopped: 'A leitura foi parada; o arquivo não foi acrescentado.',
  'storage-full': STORAGE_FULL,
};

export const signDocumentText = {
  title: 'Assinar o documento',
  needKey: 'Para assinar, abra o seu certificado.',
  lead: 'Será assinado, com o seu certificado:',
  will: (handwritten: boolean) =>
    `${signatureWorth(handwritten)} O texto não muda mais, a não ser que a assinatura seja tirada. A assinatura segue junto com o documento para o órgão de destino.`,
  signThere:
    'Assine com o programa que quiser e um certificado ICP-Brasil (em token, cartão ou nuvem), como P7S. A assinatura do gov.br não é aceita aqui. O P7S pode vir com o documento dentro ou sem ele.',
  now: 'Assinar agora',
  signing: 'Assinando…',
  cancel: 'Cancelar',
} as const;

export const SIGN_DOCUMENT_FAULTS: Record<SignDocumentFault, string> = {
  ...SIGNING_FAULTS,
  blank: 'O documento está em branco. Escreva o texto antes de assinar.',
};

export const viewText = {
  title: (name: string) => `Ver ${name}`,
  frame: (name: string) => `Conteúdo de ${name}`,
  plain:
    'O texto é mostrado sem cores, fontes, ligações e programas do documento. Para ver como ele foi feito, salve o arquivo.',
  saveOnly: 'Este tipo de arquivo não é mostrado aqui. Salve-o e abra com o programa dele.',
  cut: 'Só o começo do arquivo é mostrado aqui.',
  missing:
    'O conteúdo deste arquivo não está neste computador. Traga-o de uma cópia de segurança, em Ajustes.',
  save: 'Salvar',
  close: 'Fechar',
} as const;
