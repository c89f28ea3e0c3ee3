import type { ShownLog } from '../../app/queue/entry-log.ts';

/** Words of an entry's log. */
export const logText = {
  title: 'O que aconteceu até agora',
  when: 'Quando',
  what: 'O que',
  result: 'Resultado',
  time: (count: number) => (count > 1 ? `, ${count}ª vez` : ''),
  agrees:
    'A situação mostrada acima foi conferida com este registro: o registro está inteiro e diz o mesmo.',
} as const;

const EVENTS: Record<string, string> = {
  queued: 'Posto na fila',
  begun: 'Começou',
  doubted: 'Pode ter sido feito em outro navegador: é preciso perguntar antes',
  applied: 'Feito',
  refused: 'Recusado',
  unknown: 'Sem resposta clara',
  postponed: 'Adiado',
  lacking: 'Esperando',
  interrupted: 'Interrompido',
  happened: 'Confirmado: aconteceu',
  absent: 'Confirmado: não aconteceu',
  'still-unknown': 'Ainda incerto',
  'set-back': 'O relógio voltou atrás: a espera recomeça',
  available: 'Pode continuar',
  due: 'Nova tentativa',
  finished: 'Terminado',
  disowned: 'Parado: pode estar com outro navegador',
  'taken-over': 'Você continuou neste navegador',
  consented: 'Você confirmou',
  'absence-stated': 'Você informou que procurou e não aconteceu',
  represented: 'Representação escolhida',
  'try-now': 'Você pediu nova tentativa',
  pause: 'Você pausou',
  cancel: 'Você cancelou',
};

/** What a row's code adds to its event; what is not listed adds nothing a clerk could use. */
const MEANINGS: Record<string, string> = {
  'found-in-list': 'está na lista do tribunal',
  'equal-in-list': 'há uma entrega com estes mesmos dados na lista do tribunal',
  'not-listed': 'não está na lista do tribunal',
  'delivery-found': 'o número que você informou é desta entrega',
  'adopted-other-files': 'você reconheceu a entrega; os arquivos têm outra identificação',
  'found-changed': 'é a entrega deste envio, mas os dados dela mudaram no tribunal',
  'content-differs': 'o tribunal guarda outros dados',
  'extras-found': 'há mais de uma',
  'no-extras': 'não há outra',
  'not-shown': 'o tribunal não mostra esta entrega',
  'no-list': 'o tribunal não oferece a lista',
  'same-but-files': 'há uma igual, com os arquivos enviados em outra vez',
  'content-equal': 'igual ao que foi enviado',
  'status-not-homologated': 'o tribunal não a mostra como homologada',
  'found-homologated': 'o tribunal a mostra como homologada',
  'found-gone': 'não está mais no tribunal',
  'still-there': 'ainda está no tribunal',
  'old-content': 'o tribunal guarda o que havia antes',
  'found-altered': 'o tribunal já guarda o que foi enviado',
  delete: 'apagar a repetida',
  keep: 'deixar as duas',
};

/** An event of the log in words, with what it was taken to mean. */
export const sayEvent = (event: string, meaning: string | null): string => {
  const [code = ''] = meaning?.replace(/^by-person /, '').split(' ') ?? [];
  const more = MEANINGS[code];
  return more ? `${EVENTS[event] ?? event} (${more})` : (EVENTS[event] ?? event);
};

/** What is wrong between an entry and its log; nothing of it is mended by showing it. */
export const DISAGREEMENTS: Record<NonNullable<ShownLog['disagreement']>, string> = {
  'no-rows':
    'Este envio não tem registro. Não confie na situação mostrada: confira no Colare-Envios.',
  gap: 'Falta uma parte deste registro. Não confie na situação mostrada: confira no Colare-Envios.',
  'not-allowed':
    'Este registro conta algo que não pode ter acontecido nesta ordem. Não confie na situação mostrada: confira no Colare-Envios.',
  'other-attempt':
    'Este registro mistura tentativas. Não confie na situação mostrada: confira no Colare-Envios.',
  'broken-chain':
    'Este registro foi mudado depois de escrito. Não confie na situação mostrada: confira no Colare-Envios.',
  'other-state':
    'O registro diz outra coisa que a situação mostrada. Vale o registro: confira no Colare-Envios antes de continuar.',
};
