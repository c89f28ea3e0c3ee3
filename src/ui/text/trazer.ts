import type { JsonFault, ReadFault, ZipFault } from '../../app/intake/faults.ts';
import { counted, showPeriod } from './units.ts';

export const intakeText = {
  title: 'Trazer arquivos',
  lead: 'Arquivos JSON do sistema de gestão, sozinhos, numa pasta ou em ZIP, com os anexos ao lado. Cada um vira um rascunho para conferir. Nada é enviado ao tribunal.',
  back: 'Rascunhos',
  drop: 'Solte aqui os arquivos JSON e os anexos, uma pasta ou um ZIP.',
  chooseFiles: 'Escolher arquivos',
  chooseFolder: 'Escolher pasta',
  reading: 'Lendo os arquivos',
  examining: 'Conferindo',
  creating: 'Criando rascunhos',
  progress: (done: number, total: number) => `${done} de ${total}`,
  stop: 'Parar',
  stopped: (count: number) =>
    `A leitura foi interrompida: ${counted(count, 'arquivo não foi lido', 'arquivos não foram lidos')}. Escolha-os de novo para continuar.`,
  notExamined: 'A conferência foi interrompida. Sem ela nenhum rascunho é criado.',
  examine: 'Continuar a conferência',
  create: (count: number) =>
    count === 0 ? 'Criar rascunhos' : `Criar ${counted(count, 'rascunho', 'rascunhos')}`,
  clear: 'Limpar a lista',
  none: 'Nenhum arquivo JSON foi encontrado no que você escolheu.',
  askPeriod: (count: number) =>
    count === 1
      ? 'O nome e o conteúdo de um arquivo não dizem o mês de referência.'
      : `O nome e o conteúdo de ${count} arquivos não dizem o mês de referência.`,
  askDoubtfulPeriod: (count: number) =>
    count === 1
      ? 'O nome de um arquivo diz um mês de referência e o conteúdo diz outro.'
      : `Em ${count} arquivos o nome diz um mês de referência e o conteúdo diz outro.`,
  usePeriod: 'Usar este mês',
  list: 'Arquivos encontrados',
  columns: {
    file: 'Arquivo',
    what: 'Layout e mês',
    errors: 'Erros a corrigir',
    files: 'Anexos',
    remarks: 'Observações',
  },
  select: (path: string) => `Criar um rascunho de ${path}`,
  more: 'Mostrar mais arquivos',
  layoutMissing: 'Layout não reconhecido',
  periodMissing: 'Mês não reconhecido',
  settle: 'Escolher',
  settleOf: (path: string) => `Escolher o layout e o mês de ${path}`,
  change: 'Mudar',
  changeOf: (path: string) => `Mudar o layout e o mês de ${path}`,
  settleTitle: 'Que arquivo é este?',
  use: 'Usar',
  cancel: 'Cancelar',
  errors: (count: number) => (count === 0 ? 'Nenhum' : counted(count, 'erro', 'erros')),
  files: (found: number, all: number) => (all === 0 ? 'Nenhum' : `${found} de ${all}`),
  open: 'Abrir o rascunho',
  openOf: (path: string) => `Abrir o rascunho feito de ${path}`,
  made: 'Rascunho criado',
  created: (count: number) => `${counted(count, 'rascunho criado', 'rascunhos criados')}.`,
  leftOver: (count: number) =>
    counted(count, 'arquivo que nenhum JSON cita', 'arquivos que nenhum JSON cita'),
  leftOverHelp: 'Não entram em nenhum rascunho.',
  zip: (path: string) => `O ZIP “${path}” não foi aberto.`,
  unknownInDraft: (count: number) =>
    count === 1
      ? 'O layout não conhece um campo que veio do arquivo. Ele vai no envio como está.'
      : `O layout não conhece ${count} campos que vieram do arquivo. Eles vão no envio como estão.`,
  andMore: (count: number) => `e mais ${count}`,
  remarks: {
    earlier: 'Um rascunho já foi feito deste mesmo arquivo:',
    twin: (path: string) => `Tem exatamente o mesmo conteúdo de “${path}”.`,
    layoutsDiffer: 'O nome diz um layout e o conteúdo parece ser de outro. Escolha o certo.',
    periodsDiffer: 'O nome diz um mês e o conteúdo diz outro. Escolha o certo.',
    unknown: (count: number) =>
      count === 1
        ? 'O layout não conhece um campo. Ele fica no rascunho:'
        : `O layout não conhece ${count} campos. Eles ficam no rascunho:`,
    inPlaces: (place: string, count: number) => (count === 1 ? place : `${place} (${count} vezes)`),
    missing: 'Anexos que não vieram junto:',
    several: (name: string) => `${name} (há mais de um com este nome)`,
    idsOfFiles: (count: number) =>
      `${counted(count, 'anexo já traz', 'anexos já trazem')} um número de arquivo do tribunal. O Estafeta não tem como conferir se esse arquivo está lá.`,
    unsent: (count: number) =>
      `${counted(count, 'campo vazio não vai', 'campos vazios não vão')} no envio.`,
    notAttached: 'Anexos que não foram aceitos:',
    duplicates: 'Campos escritos duas vezes no mesmo lugar; vale o último valor:',
    prototypes: 'Campo com um nome reservado (__proto__), guardado como qualquer outro:',
    numbers:
      'Números com mais algarismos do que se pode guardar, mantidos como texto para corrigir:',
    brokenCharacters: 'Textos com um caractere incompleto:',
  },
  encodings: {
    'utf-8-marked': 'O arquivo começa com uma marca (BOM), que foi ignorada.',
    'utf-16': 'O arquivo está em UTF-16 e foi convertido.',
    'windows-1252': 'O arquivo não está em UTF-8 e foi lido como Windows-1252. Confira os acentos.',
  },
} as const;

const ZIP_FAULTS: Record<ZipFault, string> = {
  'not-a-zip': 'O conteúdo não é um ZIP, ou o arquivo foi cortado ao copiar.',
  damaged: 'O ZIP está danificado. Gere-o de novo.',
  'too-many-files': 'O ZIP tem mais de 5.000 arquivos. Divida-o.',
  'too-large':
    'O conteúdo do ZIP cresce demais ao ser aberto (mais de 2 GB, ou mais de cem vezes o tamanho do ZIP).',
  'unsafe-names':
    'O ZIP tem nomes de arquivo que não são aceitos: repetidos, ou que levam para fora da pasta.',
  encrypted: 'O ZIP está protegido por senha. Gere um ZIP sem senha.',
  unsupported: 'O ZIP usa um jeito de compactar que não é lido aqui. Gere um ZIP comum.',
  unreadable:
    'Não foi possível ler o arquivo. Ele pode ter sido movido, ou o pen drive retirado. Escolha de novo.',
};

export const zipFault = (fault: ZipFault): string => ZIP_FAULTS[fault];

const JSON_FAULTS: Record<JsonFault, string> = {
  'nothing-there': 'O arquivo está vazio.',
  'cut-off': 'O arquivo termina antes do fim dos dados. Ele pode ter sido cortado ao copiar.',
  'something-behind': 'Há mais alguma coisa depois do fim dos dados.',
  'unexpected-character': 'Há um caractere fora do lugar.',
  'comma-too-many': 'Há uma vírgula sobrando.',
  'single-quotes': 'Há um texto entre aspas simples; o JSON usa aspas duplas.',
  'no-quotes': 'Há uma palavra sem aspas.',
  'not-a-number': 'Há um número que não está escrito como o JSON pede.',
  'control-character': 'Há uma quebra de linha ou outro caractere invisível dentro de um texto.',
  'unknown-escape': 'Há uma barra invertida (\\) mal usada dentro de um texto.',
  'too-deep': 'Os dados estão uns dentro dos outros em níveis demais.',
};

/** Why a file is no payload, and where. */
export const readFault = (mistake: ReadFault): string => {
  switch (mistake.fault) {
    case 'too-large':
      return 'O arquivo tem mais de 64 MB.';
    case 'not-an-object':
      return 'O arquivo não traz uma prestação de contas: os dados precisam começar com “{”.';
    case 'unreadable':
      return ZIP_FAULTS[mistake.why];
    default:
      return `${JSON_FAULTS[mistake.fault]} Linha ${mistake.line}, coluna ${mistake.column}.`;
  }
};

export const copyText = {
  copy: 'Copiar para outro mês',
  copyTitle: 'Copiar para outro mês',
  copyLead: 'Um rascunho novo, com os mesmos dados e os mesmos anexos. Este fica como está.',
  start: 'Começar um rascunho a partir desta entrega',
  startTitle: 'Começar a partir desta entrega',
  startLead:
    'Um rascunho novo, com os dados e os arquivos desta entrega. O tipo de envio passa a ser 1 (inicial), sem o motivo. A entrega fica como está.',
  keepKind: 'Manter o tipo de envio e o motivo',
  keepKindHelp: 'Sem marcar, o tipo de envio passa a ser 1 (inicial) e o motivo sai.',
  make: 'Criar rascunho',
  making: 'Criando…',
  cancel: 'Cancelar',
  close: 'Fechar',
  open: 'Abrir o rascunho',
  made: (period: { mes: number; ano: number }) => `Rascunho de ${showPeriod(period)} criado.`,
  sameLayout: 'O layout é o mesmo do original.',
  otherLayout:
    'O layout desse mês não é igual ao do original: confira os campos e os erros do rascunho.',
  sample: 'Por enquanto ele usa o layout de exemplo que vem com o programa.',
  competence: 'O mês e o ano de competência dentro dos dados foram trocados também.',
  missing:
    'Arquivos que não estão mais guardados neste computador e precisam ser anexados de novo:',
  notAttached: 'Anexos que não foram aceitos:',
} as const;

export const exportText = {
  export: 'Exportar',
  title: 'Exportar rascunho',
  as: 'Como',
  ways: {
    readable: 'JSON fácil de ler, com os nomes dos anexos',
    canonical: 'JSON canônico (RFC 8785), com os nomes dos anexos',
    bundle: 'ZIP com o JSON e os anexos, que pode ser trazido de volta',
  },
  save: 'Salvar arquivo',
  cancel: 'Cancelar',
  missing: 'Anexos que não estão mais guardados neste computador ficaram de fora:',
} as const;
