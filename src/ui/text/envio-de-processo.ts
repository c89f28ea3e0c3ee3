import type { CancelSendingFault } from '../../app/pen/sending-verbs.ts';
import type { PauseReason } from '../../app/queue/types.ts';
import { VERB_FAULTS } from './fila.ts';
import { NO_ANSWER, roleLacks } from './pen-faults.ts';

/** What a step of a sending does, by the first word of its id. */
const STEPS: Record<string, string> = {
  before: 'Perguntando ao Tramita GOV.BR por este processo…',
  register: 'Registrando o trâmite no Tramita GOV.BR…',
  component: 'Enviando os arquivos…',
  look: 'Perguntando ao Tramita GOV.BR o que ainda falta…',
  withdraw: 'Desfazendo um registro que ficou incompleto…',
  'recibo-de-envio': 'Buscando o recibo de envio…',
};

const PAUSES: Partial<Record<PauseReason, string>> = {
  'no-network': `${NO_ANSWER['no-network']} O envio continua sozinho, de onde parou.`,
  'server-unavailable': `${NO_ANSWER['server-unavailable']} O envio tenta de novo sozinho.`,
  'not-the-server': `${NO_ANSWER['not-the-server']} O envio tenta de novo sozinho.`,
  'storage-full': 'Este computador está sem espaço. Libere espaço para o envio continuar.',
  'budget-spent':
    'O envio falhou muitas vezes seguidas e parou. Use “Tentar agora” para continuar.',
  'not-done': 'O registro não chegou ao Tramita GOV.BR. Ele é feito de novo em instantes.',
  settling: 'O registro não foi encontrado, mas ainda pode estar a caminho.',
  person: 'Você pausou este envio.',
};

const MENDS: Record<string, (name: string, message: string) => string> = {
  'component-refused': (name, message) =>
    `O Tramita GOV.BR recusou várias vezes o arquivo “${name}”. Ele diz: ${message}`,
  'file-missing': (name) => `O arquivo “${name}” não está mais neste computador.`,
  'bytes-differ': (name) =>
    `O arquivo “${name}” não é mais o que foi posto na fila: o conteúdo mudou. Nada foi enviado dele assim.`,
  'role-missing': () => roleLacks('enviar processos'),
};

const REJECTIONS: Record<string, (message: string) => string> = {
  'platform-refused': (message) => `O Tramita GOV.BR não aceitou o processo. Ele diz: ${message}`,
  'running-already': () =>
    'Este processo já tem outro trâmite em andamento no Tramita GOV.BR. Só um pode andar por vez.',
  'cancelled-there': () => 'O trâmite foi cancelado antes de todos os arquivos chegarem.',
  'metadata-missing': () => 'Os dados que iam ser enviados não estão mais neste computador.',
  'metadata-differ': () =>
    'Os dados que iam ser enviados não são mais os que foram postos na fila: o que está guardado mudou. Nada foi enviado.',
  'wants-unknown': () => 'O Tramita GOV.BR pediu um arquivo que este processo não tem.',
  'sent-already': () =>
    'Este processo já foi enviado por este órgão, e o que está neste computador é mais antigo do que o que saiu. Nada foi enviado agora.',
};

const OPEN_AGAIN = 'O processo está aberto de novo: corrija o que for preciso e envie outra vez.';

/** What comes next where the process is not open again. */
const AFTER_REJECTION: Record<string, string> = {
  'sent-already':
    'O trâmite que existe no Tramita GOV.BR está agora na lista de trâmites do processo.',
  'running-already': 'Veja os trâmites do processo; ele pode sair quando o outro terminar.',
  'wants-unknown':
    'O trâmite continua registrado no Tramita GOV.BR: cancele-o na lista de trâmites e envie outra vez.',
};

export const sendingText = {
  title: 'Envio',
  sentTo: (unit: string) => `Para: ${unit}`,
  queued: 'Na fila, pronto para sair.',
  held: 'O registro deste envio não combina com o que foi guardado, e por ele não se sabe até onde o envio chegou. Para nada ser feito duas vezes, ele está parado: veja os trâmites deste processo, salve tudo em um arquivo na tela Ajustes e avise o suporte.',
  step: (id: string) => STEPS[id.split(':')[0] ?? ''] ?? 'Enviando…',
  waitsForOffice: 'Espera alguém com permissão de enviar entrar no órgão.',
  enter: 'Entrar no órgão',
  doubt: (code: string | undefined) =>
    code === 'was-elsewhere'
      ? 'Este processo veio de uma cópia e pode já ter saído de outro navegador. Estamos perguntando ao Tramita GOV.BR; se em 12 minutos ele não souber dele, o envio continua sozinho.'
      : 'A resposta do Tramita GOV.BR ao registro se perdeu. Estamos perguntando a ele se o trâmite existe; nada é registrado duas vezes.',
  pause: (reason: PauseReason) => PAUSES[reason] ?? 'O envio parou por uma falha do programa.',
  until: (time: string) => `Próxima tentativa: ${time}.`,
  mend: (code: string, name: string, message: string) =>
    MENDS[code]?.(name, message) ?? 'O envio parou e espera por você.',
  takeover: (name: string) =>
    `Este envio estava em outro navegador (${name}). Se ele não vai mais enviar, continue aqui.`,
  takeOver: 'Continuar aqui',
  rejected: (code: string, message: string) =>
    REJECTIONS[code]?.(message) ?? 'O processo não foi enviado.',
  rejectedHelp: (code: string) => AFTER_REJECTION[code] ?? OPEN_AGAIN,
  documents: 'Arquivos por documento',
  document: (place: number, names: string) => `Documento ${place}: ${names}`,
  percent: (percent: number, sent: string, size: string) => `${percent}% (${sent} de ${size})`,
  allThere: 'enviado',
  pauseNow: 'Pausar',
  tryNow: 'Tentar agora',
  cancel: 'Cancelar o envio',
  cancelTitle: 'Cancelar o envio deste processo?',
  cancelBody:
    'O trâmite é cancelado no Tramita GOV.BR, se já foi registrado, e o processo volta a ficar aberto aqui.',
  keep: 'Voltar',
  verbFault: (fault: CancelSendingFault) => {
    if (typeof fault === 'object') {
      return 'O envio parou aqui, mas o cancelamento não chegou ao Tramita GOV.BR. Cancele o trâmite na lista de trâmites assim que houver conexão.';
    }
    return fault === 'in-doubt'
      ? 'Ainda não se sabe se o Tramita GOV.BR registrou o trâmite. Assim que ele responder, dá para cancelar.'
      : VERB_FAULTS[fault];
  },
};
