import type { BroughtFileFault, LineState, SendFault } from '../../app/bulk/faults.ts';
import { CREATE_FAULTS, FILE_FAULTS, QUEUE_FAULTS, SIGNING_FAULTS } from './faults.ts';
import { counted } from './units.ts';

export const batchText = {
  title: 'Um mês de uma vez',
  lead: 'Os arquivos JSON e os anexos que o sistema de gestão exportou, numa pasta ou em ZIP: cada JSON vira um rascunho, e os que estão sem erros são assinados e postos na fila juntos.',
  back: 'Rascunhos',
  named: (name: string, since: string) => `${name || 'Arquivos soltos'}, trazido em ${since}`,
  other: 'Lote',
  newBatch: 'Novo lote',
  bringing: 'Lendo os arquivos e criando os rascunhos',
  checking: 'Conferindo os rascunhos',
  progress: (done: number, total: number) => `${done} de ${total}`,
  stop: 'Parar',
  goOn: 'Continuar',
  again: (count: number) =>
    count === 1
      ? 'Um dos arquivos escolhidos já estava neste lote. Nada foi feito de novo com ele.'
      : `${count} dos arquivos escolhidos já estavam neste lote. Nada foi feito de novo com eles.`,
  away: (count: number) =>
    `${counted(count, 'arquivo ainda não virou rascunho', 'arquivos ainda não viraram rascunhos')} e não está mais ao alcance desta janela. Escolha de novo a mesma pasta ou o mesmo ZIP para continuar; o que já foi trazido não é repetido.`,
  stopped: (count: number) =>
    `${counted(count, 'arquivo ainda não virou rascunho', 'arquivos ainda não viraram rascunhos')}.`,
  askMonth: (count: number) =>
    `De que mês ${count === 1 ? 'é este arquivo' : `são estes ${count} arquivos`}? Nem o nome nem o conteúdo dizem, ou um diz um mês e o outro diz outro.`,
  askLayout: (count: number) =>
    `De que layout ${count === 1 ? 'é este arquivo' : `são estes ${count} arquivos`}? Não foi possível reconhecer.`,
  askedFiles: 'Vale para os marcados:',
  use: 'Usar nos marcados',
  sum: (count: number) => `${counted(count, 'arquivo trazido', 'arquivos trazidos')}:`,
  all: 'Todos',
  filter: 'Mostrar',
  columns: { file: 'Arquivo', what: 'O que é', state: 'O que aconteceu', numbers: 'Números' },
  more: (count: number) => `Mostrar mais (${count})`,
  openDraft: 'Abrir o rascunho',
  openDraftOf: (path: string) => `Abrir o rascunho de ${path}`,
  openEntry: 'Ver na fila',
  openEntryOf: (path: string) => `Ver na fila o envio de ${path}`,
  attachment: 'Anexo',
  otherFile: 'Outro arquivo',
  zip: 'ZIP',
  unknownLayout: 'Ainda sem layout ou mês',
  courtId: 'Entrega',
  recibo: 'Recibo',
  fileHash: 'SHA-256 do arquivo',
  sentHash: 'SHA-256 do que foi enviado',
  print: 'Imprimir ou salvar em PDF',
  saveCsv: 'Salvar planilha (CSV)',
  report: 'Relatório',
  reportTitle: 'Relatório do lote',
  reportAt: (when: string) => `Como estava em ${when}`,
  closeReport: 'Voltar ao lote',
  homologate: (count: number) => `Homologar (${count})`,
  homologateLead: (count: number) =>
    count === 1
      ? 'Uma entrega está pronta para homologar. Sem a homologação ela não vale.'
      : `${count} entregas estão prontas para homologar. Sem a homologação elas não valem.`,
  csvName: 'lote',
} as const;

export const sendText = {
  open: (count: number) => `Assinar e pôr na fila (${count})`,
  openUnsigned: (count: number) => `Pôr na fila (${count})`,
  title: 'Assinar e pôr na fila',
  lead: (drafts: number, files: number) =>
    `${counted(drafts, 'rascunho vai', 'rascunhos vão')} para a fila de envio. ${
      files === 0
        ? 'Nenhum arquivo falta assinar.'
        : `Antes, ${counted(files, 'arquivo é assinado', 'arquivos são assinados')} com o certificado abaixo.`
    }`,
  will: 'O que vai para a fila é enviado ao tribunal sozinho, e só vale depois de homologado. Rascunhos com erros ficam como estão.',
  needKey: 'Para assinar, abra o certificado de quem assina os documentos.',
  list: (files: number) =>
    files === 1
      ? 'Ver o arquivo que será assinado'
      : `Ver os ${files} arquivos que serão assinados`,
  cancel: 'Cancelar',
  now: 'Assinar e pôr na fila',
  nowUnsigned: 'Pôr na fila',
  pdfForm: 'Como assinar os PDF',
  progressName: 'Assinando e pondo na fila',
  progress: (done: number, total: number) => `Assinando e pondo na fila: ${done} de ${total}.`,
  paused: 'Em pausa.',
  pause: 'Pausar',
  resume: 'Continuar',
  stop: 'Parar aqui',
  locked: 'O certificado foi fechado. Abra o mesmo certificado para continuar.',
  otherCertificate: 'O certificado aberto não é o que você confirmou. Abra o de',
  elsewhere: 'Outra janela do Estafeta está pondo rascunhos na fila. Espere ela terminar.',
  ended: (queued: number, failed: number) =>
    `${counted(queued, 'rascunho foi', 'rascunhos foram')} para a fila.${
      failed === 0
        ? ''
        : ` ${counted(failed, 'ficou', 'ficaram')} como rascunho; o motivo está na lista.`
    }`,
} as const;

/** What became of a file; each file is counted in exactly one of them. */
export const LINE_STATE_NAMES: Record<LineState, string> = {
  homologated: 'Entregue e homologado',
  delivered: 'Entregue, falta homologar',
  uncertain: 'Resultado incerto',
  'on-queue': 'Na fila de envio',
  refused: 'Recusado',
  'given-up': 'Envio cancelado',
  gone: 'Não está mais no tribunal',
  ready: 'Pronto para a fila',
  'with-errors': 'Com erros',
  held: 'Não pôde ir para a fila',
  'draft-gone': 'Rascunho removido',
  asked: 'Falta dizer o que é',
  left: 'Ainda não trazido',
  repeated: 'Repetido',
  replaced: 'Trocado',
  unreadable: 'Não reconhecido',
  attached: 'Anexo de um rascunho',
  'not-attached': 'Anexo não aceito',
  'left-over': 'Nenhum JSON cita',
};

export const lineText = {
  repeated:
    'O mesmo conteúdo, do mesmo layout e mês, já tinha sido trazido. Nada foi feito de novo.',
  repeatedAs: (path: string) =>
    `O mesmo conteúdo, do mesmo layout e mês, já tinha sido trazido como “${path}”. Nada foi feito de novo.`,
  replaced:
    'Antes de virar rascunho, veio outro arquivo com o mesmo nome e outro conteúdo. Vale o que veio depois.',
  left: 'Nenhum rascunho foi feito deste arquivo ainda.',
  reading: 'O envio terminou; o resultado está sendo lido.',
  unchecked: 'O rascunho ainda não foi conferido.',
  asked: 'Não se sabe de que layout ou mês é.',
  ready: (files: number) =>
    files === 0
      ? 'Sem erros.'
      : `Sem erros. ${counted(files, 'arquivo falta', 'arquivos faltam')} assinar.`,
  draftGone: 'O rascunho foi removido; nada dele foi para a fila.',
  attachedTo: (path: string) => `Está no rascunho de “${path}”.`,
  notAttached: (path: string) => `“${path}” cita este arquivo, mas ele não foi aceito:`,
  leftOver: 'Não entrou em nenhum rascunho.',
  andMore: (count: number) => `E mais ${counted(count, 'erro', 'erros')}.`,
  court: 'O tribunal respondeu:',
} as const;

/** Why a file that was brought is not in the draft that names it. */
export const BROUGHT_FILE_FAULTS: Record<BroughtFileFault, string> = {
  ...FILE_FAULTS,
  'not-in-draft':
    'O rascunho foi mudado antes de ficar pronto e não tem este arquivo. Se precisar, anexe na tela do rascunho.',
};

/** Why a draft did not go on the queue, or none was made. */
export const SEND_FAULTS: Record<SendFault, string> = {
  ...SIGNING_FAULTS,
  ...QUEUE_FAULTS,
  ...CREATE_FAULTS,
  elsewhere: 'O rascunho está aberto em outra janela.',
  'changed-since': 'O rascunho mudou depois da sua confirmação. Confira e confirme de novo.',
  'no-such-draft': 'O rascunho foi removido.',
  'no-layout': 'O layout deste rascunho não pôde ser lido agora.',
  unreadable: 'O rascunho, ou um arquivo dele, não pôde ser lido.',
  unexpected: 'Algo falhou neste computador. Tente de novo.',
};
