import type { SaveDossierFault } from '../../app/dossier/save-dossier.ts';
import type {
  DossierFault,
  DossierReport,
  LinkCode,
  LinkVerdict,
  MemberKind,
  MemberReport,
} from '../../app/dossier/types.ts';

export const dossierText = {
  save: 'Salvar dossiê',
  saving: 'Juntando os arquivos…',
  root: 'Raiz do dossiê',
  rootHelp:
    'Identifica o dossiê desta entrega, byte por byte. “Conferir dossiê” mostra a raiz do ZIP: as duas têm de ser iguais. Salve o dossiê e guarde-o com este recibo: se for salvo de novo em outra versão do Estafeta, a raiz será outra.',
  check: 'Conferir dossiê',
  checkTitle: 'Conferir dossiê',
  checkLead:
    'Escolha o ZIP do dossiê, sem descompactar. Ele é lido neste computador e não é enviado a ninguém.',
  choose: 'Escolher o ZIP do dossiê',
  drop: 'ou solte o arquivo aqui',
  checking: 'Conferindo',
  stop: 'Parar',
  stopped: 'A conferência foi parada.',
  unreadable: 'Não foi possível ler o arquivo. Escolha de novo.',
  print: 'Imprimir',
  printedRoot: 'Raiz impressa no recibo',
  printedRootHelp:
    'Compare a olho, ou digite aqui. Espaços e maiúsculas não importam; são 64 letras e números.',
  compareFirst:
    'Só você pode comparar esta raiz com a que está impressa no recibo. Quem trocasse o ZIP por inteiro faria outro em que tudo combina, mas com outra raiz.',
  sameRoot: 'É a mesma raiz: este é o dossiê do recibo impresso.',
  otherRoot: 'A raiz é outra: este não é o dossiê do recibo impresso, ou um dos dois foi alterado.',
  wrongRoot: 'Uma raiz tem 64 letras e números, de 0 a 9 e de “a” a “f”.',
  zipName: 'Arquivo conferido',
  about: 'O que o dossiê diz',
  recibo: 'Recibo',
  courtId: 'Número no tribunal (id)',
  statusEnvio: 'Situação dita pelo tribunal',
  layout: 'Layout',
  period: 'Mês de referência',
  environment: 'Ambiente',
  deliveredAt: 'Entregue em',
  confirmedAt: 'Homologação confirmada em',
  standing: 'Situação',
  unfinished: 'Inacabado: quando este dossiê foi feito, o envio ainda não tinha terminado.',
  noRecord: 'Não dá para ler o que o dossiê diz da entrega.',
  members: 'Arquivos',
  file: 'Arquivo',
  what: 'O que é',
  size: 'Tamanho',
  verdict: 'Conferência',
  links: 'Se os arquivos combinam entre si',
  signatures: 'Assinaturas',
  noSignatures: 'Nenhum arquivo deste dossiê tem assinatura.',
  signaturesIn: (name: string) => `Em ${name}`,
  signatureNumber: (number: number) => `Assinatura ${number}`,
} as const;

/** What the page in the ZIP says of itself. */
export const pageText = {
  title: 'Dossiê de entrega',
  lead: 'Solte aqui o ZIP em que esta página veio, ou escolha-o, sem descompactar. Tudo é conferido neste computador, sem internet.',
  ownWord:
    'Esta página não pode garantir a si mesma: quem alterasse o ZIP poderia trocar também a página. O que garante é a raiz, comparada com a do recibo impresso. Na dúvida, confira no Estafeta, em Entregas, “Conferir dossiê”.',
  trust:
    'As cadeias terminam nas raízes da ICP-Brasil que esta página traz; o que o dossiê diz de si não muda isso. Sem internet, a página não sabe se algum certificado foi revogado. Certificados de treino aparecem como não aceitos. Onde se fala de “Certificados” ou de buscar listas, é no Estafeta.',
} as const;

export const appTrust =
  'Conferidas com as autoridades e listas de revogação que este Estafeta conhece agora.';

export const VERDICTS: Record<
  DossierReport['verdict'],
  { tone: 'info' | 'warning' | 'danger'; sentence: string }
> = {
  sound: {
    tone: 'info',
    sentence: 'Tudo o que há neste dossiê combina entre si. Falta comparar a raiz.',
  },
  incomplete: {
    tone: 'warning',
    sentence: 'O que há neste dossiê combina entre si, mas falta uma parte. Veja abaixo.',
  },
  broken: {
    tone: 'danger',
    sentence: 'Não confere: algo neste dossiê foi alterado ou está danificado. Veja abaixo.',
  },
};

export const DOSSIER_FAULTS: Record<DossierFault, string> = {
  'not-a-zip': 'Este arquivo não é um ZIP, ou foi cortado.',
  'too-large': 'Este ZIP é maior do que qualquer dossiê (2 GB ou 5.000 arquivos) e não foi lido.',
  'unsafe-names': 'Este ZIP tem nomes de arquivo que nenhum dossiê tem, e não foi lido.',
  'not-as-written':
    'Não confere: este ZIP não está como o Estafeta grava. Foi alterado, cortado ou compactado de novo. Peça o arquivo original.',
  'of-a-tramite':
    'Este é o dossiê de um trâmite de processo. Esta página só confere dossiês de entregas ao tribunal: deste nada foi conferido. Confira-o no Estafeta, em Entregas, “Conferir dossiê”.',
  'no-manifest': 'Não confere: falta neste ZIP o manifesto, ou ele foi alterado.',
};

export const SAVE_FAULTS: Record<SaveDossierFault, string> = {
  'too-large': 'Os arquivos desta entrega passam de 2 GB, mais do que cabe num dossiê.',
  'file-damaged':
    'Um arquivo guardado neste computador está danificado, e por isso o dossiê não foi feito.',
  'no-page': 'Falta uma parte do Estafeta neste navegador. Abra-o uma vez com internet.',
  'not-kept': 'O registro deste envio não está guardado neste computador.',
};

export const MEMBER_KINDS: Record<MemberKind, string> = {
  manifest: 'Manifesto: a lista dos outros arquivos',
  'read-me': 'Explicação',
  page: 'Página que confere este dossiê',
  record: 'O que o tribunal respondeu',
  frozen: 'O que foi posto na fila',
  log: 'Registro do envio',
  body: 'Dados, byte por byte como foram enviados',
  layout: 'Layout usado',
  'sent-file': 'Arquivo enviado',
  'chosen-file': 'Arquivo antes de assinar',
  'court-pdf': 'PDF de homologação do tribunal',
  'signed-pdf': 'PDF de homologação assinado',
};

export const MEMBER_VERDICTS: Record<MemberReport['verdict'], string> = {
  intact: 'Confere',
  changed: 'Alterado',
  missing: 'Falta',
  'not-listed': 'Não devia estar aqui',
};

export const LINKS: Record<LinkCode, string> = {
  manifest: 'O manifesto diz da entrega o mesmo que o recibo.',
  log: 'O registro do envio é uma cadeia só, do que foi posto na fila até o último fato.',
  body: 'Os dados são os do recibo, e foram registrados antes de serem enviados.',
  'body-of-frozen':
    'Os dados enviados são os que foram postos na fila, só com os números dados pelo tribunal.',
  files: 'Os arquivos são os que foram postos na fila, e o envio de cada um foi registrado.',
  layout: 'O layout é o que foi usado.',
  'court-pdf': 'O PDF do tribunal foi registrado quando chegou.',
  'signed-pdf': 'O PDF assinado começa com o do tribunal, e foi registrado antes de ser enviado.',
};

export const LINK_VERDICTS: Record<LinkVerdict, string> = {
  holds: 'Confere',
  broken: 'Não confere',
  missing: 'Falta no dossiê',
};

/** What was known at the court when the dossier was made. */
export const STANDINGS: Record<string, string> = {
  'nothing-there': 'Nada deste envio tinha sido entregue daqui.',
  'perhaps-there': 'Não se sabia se o tribunal tinha recebido a entrega.',
  there: 'O tribunal tinha a entrega, ainda não homologada.',
  'perhaps-altered': 'Não se sabia se o tribunal tinha feito a alteração.',
  'perhaps-homologated': 'Não se sabia se a entrega estava homologada.',
  homologated: 'O tribunal disse HOMOLOGADO, com os mesmos dados enviados.',
  'perhaps-gone': 'Não se sabia se a entrega tinha sido excluída.',
  gone: 'A entrega tinha sido excluída no tribunal.',
};
