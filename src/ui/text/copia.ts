import type { FolderFault, RestoreFault } from '../../app/faults.ts';
import { counted } from './units.ts';

export const copyText = {
  title: 'Cópia de segurança',
  lead: 'Tudo o que você prepara fica só neste navegador. Se o computador quebrar, for trocado ou limpo, a cópia traz o trabalho de volta.',
  what: 'O que vai na cópia, e o que não vai',
  inside:
    'Vai: rascunhos com os anexos, lotes, fila de envio, entregas com os recibos, prazos e feriados, layouts e certificados (só a parte pública).',
  outside:
    'Não vai: a chave do certificado, senhas, acesso ao tribunal e os outros ajustes. Depois de restaurar, abra de novo o seu certificado.',
  never: 'Nenhuma cópia foi feita ainda.',
  last: (at: string, to: 'file' | 'folder') =>
    to === 'folder'
      ? `Última cópia em ${at}, na pasta.`
      : `Última cópia em ${at}, em arquivo entregue ao navegador para salvar.`,
  uncopied: (count: number, since: string) =>
    `${counted(count, 'mudança', 'mudanças')} sem cópia desde ${since}.`,
  allCopied: 'Tudo o que está aqui está na última cópia.',
  chooseTitle: 'Escolha a frase da cópia',
  chooseLead:
    'A cópia é cifrada. Só quem tem esta frase consegue abri-la. Se a frase se perder, ninguém abre a cópia, nem quem fez o Estafeta: anote-a e guarde em lugar seguro.',
  passphrase: (shortest: number) => `Frase da cópia (ao menos ${shortest} caracteres)`,
  repeat: 'Repita a frase da cópia',
  tooShort: (shortest: number) => `A frase precisa de ao menos ${shortest} caracteres.`,
  notSame: 'As duas frases são diferentes.',
  choose: 'Usar esta frase',
  change: 'Trocar a frase',
  changeHelp: 'As cópias já feitas continuam abrindo só com a frase antiga.',
  keep: 'Continuar com a frase atual',
  saveFile: 'Salvar cópia em arquivo',
  making: 'Fazendo a cópia…',
  saved: (name: string) =>
    `Cópia entregue ao navegador: ${name}. Guarde-a fora deste computador, em pendrive ou pasta da rede.`,
  folderTitle: 'Cópia que se faz sozinha',
  folderLead:
    'Escolha uma pasta, de preferência da rede ou de um pendrive. A cada mudança importante o Estafeta grava ali uma cópia nova e guarda as três últimas.',
  noFolders:
    'Este navegador não deixa usar uma pasta. Salve a cópia em arquivo; o Estafeta lembra quando houver mudanças sem cópia.',
  chooseFolder: 'Escolher pasta',
  otherFolder: 'Escolher outra pasta',
  folderOpen: (name: string) => `Gravando na pasta “${name}”.`,
  folderAsks: (name: string) =>
    `O navegador precisa do seu sim para gravar de novo na pasta “${name}”. Até lá, nenhuma cópia é feita.`,
  reopen: 'Permitir a pasta',
  forget: 'Deixar de usar a pasta',
  copyNow: 'Copiar agora',
  browserName: 'Nome deste navegador',
  browserNameHelp: 'Aparece nas cópias e em outro computador que continue um envio daqui.',
  saveName: 'Guardar nome',
  nameSaved: 'Nome guardado.',
  restoreTitle: 'Restaurar uma cópia',
  restoreLead:
    'O que está na cópia entra neste navegador. Nada do que já está aqui é apagado. Nenhum envio continua sem o seu sim.',
  file: 'Arquivo da cópia (.estafeta)',
  fromFolder: 'Procurar na pasta',
  noneInFolder: 'Não há cópias nesta pasta.',
  folderCopies: 'Cópias na pasta',
  useThis: 'Usar esta',
  passphraseOfCopy: 'Frase da cópia',
  open: 'Abrir cópia',
  opening: 'Abrindo…',
  found: (at: string, name: string) => `Cópia feita em ${at}, em “${name}”.`,
  holds: (drafts: number, entries: number, deliveries: number) =>
    `Nela há ${counted(drafts, 'rascunho', 'rascunhos')}, ${counted(entries, 'item da fila de envio', 'itens da fila de envio')} e ${counted(deliveries, 'entrega', 'entregas')}.`,
  missing: (records: number, files: number) =>
    `Faltam nela ${counted(records, 'registro', 'registros')} e ${counted(files, 'arquivo', 'arquivos')}, que já não podiam ser lidos quando ela foi feita.`,
  restore: 'Restaurar',
  restoring: 'Restaurando…',
  restored: (drafts: number, entries: number, deliveries: number) =>
    `Restaurado: ${counted(drafts, 'rascunho', 'rascunhos')}, ${counted(entries, 'item da fila', 'itens da fila')}, ${counted(deliveries, 'entrega', 'entregas')}.`,
  takeOver: (count: number) =>
    count === 1
      ? 'Um envio não tinha terminado. Ele só continua aqui quando você disser, e antes o Estafeta pergunta ao tribunal o que já aconteceu.'
      : `${count} envios não tinham terminado. Eles só continuam aqui quando você disser, e antes o Estafeta pergunta ao tribunal o que já aconteceu.`,
  takeOverWarn: 'Continue aqui só se o outro navegador não estiver mais enviando.',
  takeOverAll: (count: number) => (count === 1 ? 'Continuar aqui' : `Continuar os ${count} aqui`),
  seeQueue: 'Ver na fila de envio',
  leftOutTitle: 'Não entrou da cópia',
  processes: (count: number) => `${counted(count, 'processo', 'processos')}.`,
  seeProcesses: 'Ver na tela Processos',
  home: 'Tem uma cópia de segurança?',
  homeLead: 'Traga de volta rascunhos, fila e entregas de outro navegador ou computador.',
  homeLink: 'Restaurar uma cópia',
  remindNone: 'O que está aqui ainda não tem cópia de segurança.',
  remindLink: 'Fazer cópia de segurança',
  markNone: 'Sem cópia de segurança',
  mark: (at: string) => `Última cópia: ${at}`,
  markUncopied: (at: string, count: number) =>
    `Última cópia: ${at} (${counted(count, 'mudança', 'mudanças')} depois)`,
  markFault: 'Cópia não gravada',
} as const;

/** How safe a draft is. */
export const SAFETY = {
  onlyHere: 'Só neste navegador',
  copied: (at: string) => `Copiado em ${at}`,
  queuedOnlyHere: 'Na fila, só neste navegador',
  queuedCopied: (at: string) => `Na fila, copiado em ${at}`,
  delivered: 'Entregue ao tribunal',
  homologated: 'Homologado pelo tribunal',
} as const;

export const LEFT_OUT = {
  draft: {
    'newer-here': (what: string) => `Rascunho de ${what}: o daqui é mais novo e ficou.`,
    different: (what: string) =>
      `Rascunho de ${what}: mudou aqui e na cópia, de formas diferentes. Ficou o daqui.`,
  },
  entry: {
    'newer-here': (what: string) => `Envio de ${what}: o daqui já foi mais longe e ficou.`,
    different: (what: string) =>
      `Envio de ${what}: seguiu aqui e na cópia, de formas diferentes. Ficou o daqui; confira-o na fila.`,
  },
  batch: {
    different: (name: string) =>
      `Lote ${name || 'de arquivos soltos'}: nele foram trazidos outros arquivos aqui e na cópia. Ficou o daqui.`,
  },
  deadlines: {
    'newer-here': () => 'Prazos e feriados: os daqui são mais novos e ficaram.',
    different: () =>
      'Prazos e feriados: mudaram aqui e na cópia. Ficou o que foi decidido aqui, e os feriados e as anotações que só a cópia tinha foram somados.',
  },
  process: {
    'newer-here': (what: string) => `Processo ${what}: o daqui é mais novo e ficou.`,
    different: (what: string) =>
      `Processo ${what}: mudou aqui e na cópia, de formas diferentes. Ficou o daqui.`,
  },
} as const;

export const FOLDER_FAULTS: Record<FolderFault, string> = {
  full: 'A última cópia não foi gravada: não há espaço na pasta. Libere espaço ou escolha outra.',
  gone: 'A última cópia não foi gravada: a pasta não foi encontrada. Ligue o pendrive ou a rede, ou escolha outra.',
  'not-allowed': 'A última cópia não foi gravada: o navegador não deixou gravar na pasta.',
  failed:
    'A última cópia não foi gravada: não foi possível escrever na pasta e ler de volta o que foi escrito. Escolha outra pasta.',
};

export const RESTORE_FAULTS: Record<RestoreFault, string> = {
  'not-a-backup': 'Este arquivo não é uma cópia de segurança do Estafeta.',
  'newer-version':
    'Esta cópia foi feita por uma versão mais nova do Estafeta. Atualize este e tente de novo.',
  'wrong-passphrase': 'A frase não abre esta cópia. Confira letras maiúsculas, acentos e espaços.',
  damaged: 'Esta cópia está danificada ou incompleta. Nada foi restaurado; use outra cópia.',
  'storage-full': 'Não há espaço neste navegador para o que está na cópia. Nada foi restaurado.',
  unreadable:
    'O arquivo não pôde ser lido. Se ele estava em pendrive ou rede, confira e tente de novo.',
};
