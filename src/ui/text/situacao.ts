import {
  errandOf,
  type Need,
  type PauseReason,
  type QueueEntry,
  type Standing,
  standingOf,
} from '../../app/queue/types.ts';
import { stepName } from './passos.ts';
import { atTime, ofTime, wholeMinute } from './units.ts';

/** What of the moment a sentence depends on. */
export interface Moment {
  /** Epoch ms UTC by this machine's clock. */
  now: number;
  /** How far the court's clock is ahead of this machine's, ms. */
  skewMs: number;
  /** Whether one can log in at the court now, or else what for want of. */
  login: 'possible' | 'certificate-closed' | 'no-token' | 'of-another';
  /** Whether what it comes after is over and did not get there. */
  inVain: boolean;
}

/** An entry in words: where it is, what is known at the court and what is not, what happens next. */
export interface Situation {
  head: string;
  known: string;
  next: string;
}

export const situationOf = (entry: QueueEntry, moment: Moment): Situation => ({
  head: moment.inVain ? 'Parado: o envio de que este depende não chegou lá' : headOf(entry),
  known: knownOf(entry, moment),
  next: nextOf(entry, moment),
});

type StateOf<Kind extends QueueEntry['state']['kind']> = Extract<
  QueueEntry['state'],
  { kind: Kind }
>;

const WAITING: Record<Need, string> = {
  network: 'Esperando o tribunal responder',
  token: 'Esperando o acesso ao tribunal',
  unlock: 'Esperando a assinatura no PDF de homologação',
  consent: 'Esperando a sua confirmação',
  earlier: 'Esperando outro envio, de que este depende',
};

const CONSENTS: Record<string, string> = {
  consent: 'Falta a sua confirmação para homologar',
  extra: 'Há entregas iguais: falta a sua decisão',
  'consent-delete': 'Falta a sua confirmação para apagar',
};

/** The state of an entry in a few words. */
export const headOf = (entry: QueueEntry): string => {
  const { state, representacao } = entry;
  switch (state.kind) {
    case 'ready':
      return 'Pronto para o próximo passo';
    case 'waiting':
      return state.need === 'token' && representacao === undefined
        ? 'Esperando o acesso ao tribunal e a representação'
        : WAITING[state.need];
    case 'running':
      return `${stepName(state.step)} em andamento…`;
    case 'uncertain':
      return 'Resultado incerto';
    case 'paused':
      if (state.reason === 'person') return 'Pausado por você';
      return state.until === undefined
        ? 'Parado: precisa de você'
        : 'Esperando para tentar de novo';
    case 'needs-person':
      return questionHead(state);
    case 'done':
      return DONE[standingOf(entry)] ?? 'Terminado';
    case 'rejected':
      return REFUSED_HERE.has(state.code) ? 'Não pôde ser enviado' : 'O tribunal recusou';
    case 'cancelled':
      return state.unresolved ? 'Cancelado, com resultado incerto' : 'Cancelado por você';
  }
};

const questionHead = (state: StateOf<'needs-person'>): string => {
  switch (state.what) {
    case 'consent':
      return CONSENTS[state.step] ?? WAITING.consent;
    case 'check':
      return 'Resultado incerto: é preciso conferir no Colare-Envios';
    case 'mend':
      return 'Parado: é preciso resolver';
    case 'takeover':
      return 'Parado: pode estar com outro navegador';
  }
};

const DONE: Partial<Record<Standing, string>> = {
  homologated: 'Entregue e homologado',
  gone: 'Apagado no tribunal',
};

/** Refusals of our own, before the court was asked. */
const REFUSED_HERE = new Set(['file-missing', 'number-missing']);

const THING: Partial<Record<Standing, string>> = {
  'perhaps-there': 'a entrega',
  'perhaps-altered': 'a alteração',
  'perhaps-homologated': 'a homologação',
  'perhaps-gone': 'a exclusão',
};

/** What is known at the court, and never more than `standingOf` allows. */
const knownOf = (entry: QueueEntry, moment: Moment): string => {
  const standing = standingOf(entry);
  const thing = THING[standing];
  if (thing) return `${before(entry)}${doubtAbout(thing, entry)}`;
  switch (standing) {
    case 'homologated':
      return `O tribunal confirmou a entrega${numberOf(entry)} como homologada, com os dados que foram enviados daqui.`;
    case 'gone':
      return `A entrega${numberOf(entry)} não está mais no tribunal.`;
    case 'there':
      return thereIs(entry, moment);
    default:
      return nothingThere(entry, moment);
  }
};

const numberOf = ({ frozen, progress }: QueueEntry): string => {
  const errand = errandOf(frozen);
  const id = progress.delivery?.id ?? (errand.kind === 'deliver' ? undefined : errand.courtId);
  return id === undefined ? '' : ` de número ${id}`;
};

const before = (entry: QueueEntry): string => {
  if (entry.progress.delivery) return `O tribunal recebeu os dados (entrega${numberOf(entry)}). `;
  return errandOf(entry.frozen).kind === 'deliver'
    ? ''
    : `O pedido é sobre a entrega${numberOf(entry)}. `;
};

const doubtAbout = (thing: string, entry: QueueEntry): string => {
  const { state, mustAsk } = entry;
  if (state.kind === 'running' && state.effect === 'once') {
    return `Está sendo pedida agora ${thing}; o resultado ainda não se sabe.`;
  }
  const isElsewhere = mustAsk || ('code' in state && state.code === 'was-elsewhere');
  if (isElsewhere) return `Outro navegador pode ter pedido ${thing}; daqui não se sabe.`;
  return isTold(entry)
    ? TOLD
    : `Foi pedida ${thing}, e não veio resposta clara: pode ter acontecido ou não.`;
};

/** Whether the court told of the homologation, in an answer or in a reading, which no last look has confirmed yet. */
const isTold = ({ progress: { delivery, homologation } }: QueueEntry): boolean =>
  homologation?.acceptedAt !== undefined || delivery?.statusEnvio === 'HOMOLOGADO';
const TOLD = 'O tribunal deu sinal da homologação; falta ler de volta para confirmar.';

const isOver = ({ state }: QueueEntry): boolean =>
  state.kind === 'cancelled' || state.kind === 'rejected';

const DEEDS = {
  deliver: 'enviada',
  alter: 'alterada',
  homologate: 'homologada',
  delete: 'apagada',
};

const thereIs = (entry: QueueEntry, { now }: Moment): string => {
  const { delivery, extras } = entry.progress;
  if (!delivery) {
    const deed = DEEDS[errandOf(entry.frozen).kind];
    return isOver(entry)
      ? `A entrega${numberOf(entry)} não tinha sido ${deed} daqui quando este envio terminou, ${atTime(entry.changedAt, now)}.`
      : `A entrega${numberOf(entry)} ainda não foi ${deed} por este envio.`;
  }
  const others = (extras ?? []).map(({ id }) => id).join(', ');
  const twice = others ? ` Há outra entrega igual no tribunal: número ${others}.` : '';
  return `O tribunal recebeu os dados (entrega${numberOf(entry)}). Na última leitura ela não estava homologada, e sem isso não conta.${twice}`;
};

const nothingThere = (entry: QueueEntry, { now }: Moment): string => {
  const { absenceStated, progress, changedAt } = entry;
  const sofar = isOver(entry)
    ? `Nada deste envio tinha sido entregue daqui quando ele terminou, ${atTime(changedAt, now)}.`
    : 'Nada deste envio foi entregue daqui.';
  const nothing = absenceStated.includes('send')
    ? 'Você informou que procurou e não havia entrega no tribunal.'
    : sofar;
  return Object.keys(progress.uploads).length > 0
    ? `${nothing} Arquivos que ele já guardou não contam como entrega.`
    : nothing;
};

const PAUSED: Record<PauseReason, string> = {
  'no-network': 'O tribunal não respondeu.',
  'server-unavailable': 'O tribunal está fora do ar.',
  'not-the-server':
    'Quem respondeu não foi o tribunal (pode ser a página de entrada da rede). Confira a internet.',
  'token-refused': 'O tribunal não aceitou o acesso.',
  'storage-full': 'Não há espaço no navegador para guardar a resposta do tribunal. Libere espaço.',
  fault: 'Algo falhou neste computador.',
  'budget-spent': 'Já se tentou muitas vezes sem resultado.',
  'not-done': 'Na última leitura, o tribunal não mostrava o que foi pedido.',
  settling: 'O pedido ainda pode estar a caminho.',
  person: '',
};

const FOR_LOGIN: Record<Exclude<Moment['login'], 'possible'>, string> = {
  'certificate-closed': 'Falta abrir o certificado',
  'no-token': 'Falta um acesso (token) válido',
  'of-another': 'Falta o certificado de quem tem esta representação',
};

const nextOf = (entry: QueueEntry, moment: Moment): string => {
  const { state, mustAsk, frozen } = entry;
  switch (state.kind) {
    case 'ready':
      return mustAsk
        ? 'Pergunta sozinho ao tribunal antes de pedir qualquer coisa que não pode acontecer duas vezes.'
        : 'O próximo passo começa sozinho.';
    case 'waiting':
      return afterWaiting(entry, state.need, moment);
    case 'running':
      return state.effect === 'once'
        ? 'Se esta janela fechar agora, o programa pergunta ao tribunal antes de qualquer novo pedido.'
        : 'Se for interrompido, recomeça sem prejuízo.';
    case 'uncertain':
      return `${question(state, moment)} Nada é pedido outra vez antes de isso ficar claro.${settling(state, moment)}`;
    case 'paused':
      return `${PAUSED[state.reason]} ${again(state.until, moment)}`.trim();
    case 'needs-person':
      return `${NEEDED[state.what]}${state.what === 'check' ? settling(state, moment) : ''}`;
    case 'done':
      return 'Nada mais a fazer aqui.';
    case 'rejected':
      return 'Não continua. Corrija o rascunho e ponha na fila de novo.';
    case 'cancelled':
      if (state.unresolved) {
        return 'Não pergunta mais ao tribunal. Confira no Colare-Envios antes de enviar de novo.';
      }
      return HAS_DRAFT.has(errandOf(frozen).kind)
        ? 'Não continua. O rascunho voltou a poder ser mudado.'
        : 'Não continua. A entrega fica no tribunal como está.';
  }
};

const HAS_DRAFT = new Set(['deliver', 'alter']);

const afterWaiting = (
  { representacao }: QueueEntry,
  need: Need,
  { login, inVain }: Moment,
): string => {
  if (inVain) return 'Não continua: espera por um número que não vem.';
  if (need !== 'token') return WAITED[need];
  if (login !== 'possible') return `${FOR_LOGIN[login]}; depois continua sozinho.`;
  return representacao === undefined
    ? 'Escolha abaixo em nome de quem este envio vai.'
    : 'Está entrando no tribunal; depois continua sozinho.';
};

const WAITED: Record<Exclude<Need, 'token'>, string> = {
  network: 'Continua sozinho quando o tribunal responder.',
  unlock: 'Continua quando o PDF for assinado com o que você confirmou.',
  consent: 'Continua com a sua confirmação.',
  earlier: 'Continua sozinho depois do outro envio.',
};

const NEEDED: Record<StateOf<'needs-person'>['what'], string> = {
  consent: 'Nada é feito antes da sua resposta.',
  check: 'Nada é pedido outra vez antes de você conferir.',
  mend: 'Continua depois que você resolver e usar “Tentar agora”.',
  takeover: 'Fica parado até você dizer que continua aqui.',
};

const question = ({ until }: StateOf<'uncertain'>, { login, now }: Moment): string => {
  if (login !== 'possible') return `${FOR_LOGIN[login]} para perguntar ao tribunal.`;
  return until > now ? `Pergunta de novo ${atTime(until, now)}.` : 'Está perguntando ao tribunal.';
};

/** Until then no trace is no proof, and the person's word that there is none is not taken either. */
export const settledHere = (settledAt: number, { skewMs }: Moment): number =>
  wholeMinute(settledAt - skewMs);

const settling = ({ settledAt }: { settledAt: number }, moment: Moment): string => {
  const at = settledHere(settledAt, moment);
  return at > moment.now
    ? ` O pedido ainda pode estar a caminho; só não aparecer depois ${ofTime(at, moment.now)} prova que não chegou.`
    : '';
};

const again = (until: number | undefined, { now }: Moment): string => {
  if (until === undefined) return 'Só continua quando você usar “Tentar agora”.';
  return until > now ? `Tenta de novo ${atTime(until, now)}.` : 'Tenta de novo em instantes.';
};
