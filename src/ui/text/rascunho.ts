import { showNumber } from '../../base/brazilian-number.ts';
import { signatureWorth } from './assinar.ts';
import { counted } from './units.ts';

export const draftText = {
  back: 'Rascunhos',
  notFound: 'Este rascunho não existe mais neste computador.',
  noLayout:
    'O layout deste rascunho não está guardado neste computador e o tribunal não respondeu. Abra de novo quando houver internet.',
  unreadable:
    'Este rascunho está neste computador, mas não pôde ser lido. Feche e abra o programa; se continuar assim, traga-o de uma cópia de segurança.',
  opening: 'Abrindo o rascunho…',
  sample:
    'Este rascunho usa o layout de exemplo que vem com o programa, não o layout atual do tribunal.',
  elsewhere: 'Este rascunho está aberto em outra janela. Aqui ele só pode ser lido.',
  editHere: 'Editar aqui',
  queued: 'Este rascunho está na fila de envio e não pode mais ser mudado.',
  seeQueue: 'Ver na fila',
  delivered: 'Este rascunho já foi entregue. Ele fica aqui só para consulta.',
  refused: 'O tribunal recusou este envio. Corrija os campos apontados e ponha na fila de novo.',
  undo: 'Desfazer',
  redo: 'Refazer',
  outline: 'Partes',
  start: 'Início do formulário',
  drawer: 'Painel do rascunho',
  tabs: { errors: 'Erros', files: 'Arquivos', payload: 'Dados a enviar' },
  onlyBeginning: 'São muitos dados: aqui aparece só o começo.',
  noErrors: 'Nenhum erro. O tribunal aceitaria esta forma.',
  onlyForm: 'As regras de recepção do tribunal só são conhecidas no envio.',
  secondOk: 'A segunda conferência (Ajv) concorda.',
  secondDiffers: 'A segunda conferência (Ajv) não concorda. Não envie assim: avise o suporte.',
  errorsSoFar: (count: number) => counted(count, 'erro até aqui', 'erros até aqui'),
  errorsCount: (count: number) => counted(count, 'erro a corrigir', 'erros a corrigir'),
  moreErrors: (next: number, left: number) =>
    `Mostrar mais ${next} (${left === 1 ? 'falta' : 'faltam'} ${showNumber(left)})`,
  refusedBefore: (regra: number, times: number) =>
    times === 1
      ? `O tribunal recusou isto antes: regra ${regra}`
      : `O tribunal recusou isto ${times} vezes antes: regra ${regra}`,
  removeUnknown: 'Remover do rascunho',
  removeUnknownOf: (names: string) => `Remover do rascunho: ${names}`,
  warnNoMore: 'Não avisar mais',
  warnNoMoreOf: (regra: number) => `Não avisar mais da regra ${regra}`,
  fromCourt: 'Dito pelo tribunal',
  technical: 'Parte técnica',
  noFiles: 'Nenhum arquivo anexado.',
  unsigned: 'Falta assinar',
  fileStaysHere: 'já no tribunal, não vai de novo',
  fileStays: 'Já no tribunal, fica como está',
  signedBy: (name: string) => `Assinado por ${name}`,
  unsignedImage: 'Imagem, vai sem assinatura',
  check: 'Conferir',
  sign: 'Assinar',
  enqueue: 'Pôr na fila',
  checkedOk: 'Conferido: sem erros.',
  signTitle: 'Assinar os arquivos',
  signLead: 'Estes arquivos serão assinados com o seu certificado:',
  signWill: (handwritten: boolean) =>
    `${signatureWorth(handwritten)} Os arquivos originais ficam como estão; o tribunal recebe os assinados.`,
  certificate: 'Certificado',
  form: 'Forma da assinatura',
  formP7s: 'P7S (arquivo assinado com o documento dentro)',
  formPdf: 'Assinatura dentro do PDF',
  signNow: 'Assinar agora',
  signing: 'Assinando…',
  needKey: 'Para assinar, abra o seu certificado.',
  queueTitle: 'Pôr na fila de envio',
  queueLead: 'A partir daqui o conteúdo não muda mais. O que vai ser enviado:',
  representation: 'Em nome de qual representação?',
  representationLater: 'Escolher quando houver internet',
  queueWill:
    'O envio sai sozinho quando o tribunal puder ser alcançado e o certificado estiver aberto. Depois da entrega você confirma a homologação.',
  mayBeThere: (courtId: number | undefined) =>
    `${
      courtId === undefined
        ? 'Pode já haver uma entrega disto no tribunal: um envio anterior deste rascunho parou sem resultado claro.'
        : `O tribunal recebeu uma entrega disto, a de número ${courtId}, em um envio anterior deste rascunho.`
    } Confira no Colare-Envios antes: se ela estiver lá, enviar de novo faz uma segunda.`,
  seeFormer: 'Ver o envio anterior',
  putNow: 'Pôr na fila',
  cancel: 'Cancelar',
  hash: 'Identificação (SHA-256)',
} as const;
