import { expect, it } from 'vitest';
import { type QueueEntry, type Standing, standingOf } from '../../app/queue/types.ts';
import { type Moment, situationOf } from './situacao.ts';

type State = QueueEntry['state'];

const NOON = Date.UTC(2026, 10, 22, 15, 0);
const MINUTE = 60_000;
const MOMENT: Moment = { now: NOON, skewMs: 0, login: 'possible', inVain: false };
const OTHER = { id: 'x', name: 'PC da sala 2' };

const entry = (more: Partial<QueueEntry> & Pick<QueueEntry, 'state'>): QueueEntry => ({
  id: 'e',
  ambiente: 'simulado',
  representacao: 21,
  schemaVersion: 1,
  rev: 1,
  createdAt: NOON,
  changedAt: NOON,
  protocol: 'recepcao',
  frozen: {
    draftId: 'd',
    spc: 'LIC',
    slp: 'REG_LICITACAO',
    mes: 2,
    ano: 2019,
    layoutSha256: '',
    payload: {},
    files: [],
  },
  frozenSha256: '',
  progress: { uploads: {} },
  attempts: 1,
  waits: 0,
  failures: 0,
  tokenRefused: false,
  consents: [],
  absenceStated: [],
  owner: OTHER,
  mustAsk: false,
  logSize: 1,
  logHead: '',
  ...more,
});

const STEPS = ['send', 'alter', 'homologate', 'delete', 'delete-extra:9', 'compare'];

const states = (): State[] => [
  { kind: 'ready' },
  ...(['network', 'token', 'unlock', 'consent', 'earlier'] as const).map(
    (need): State => ({ kind: 'waiting', step: 'send', need }),
  ),
  ...(
    [
      'no-network',
      'server-unavailable',
      'not-the-server',
      'token-refused',
      'storage-full',
      'fault',
      'budget-spent',
      'settling',
      'person',
    ] as const
  ).flatMap((reason): State[] => [
    { kind: 'paused', reason },
    { kind: 'paused', reason, until: NOON + MINUTE },
  ]),
  ...STEPS.flatMap((step): State[] => {
    const doubt = { step, attempt: 1, code: 'no-answer', settledAt: NOON + 5 * MINUTE };
    return [
      { kind: 'running', step, attempt: 1, effect: 'once', settledAt: doubt.settledAt },
      { kind: 'running', step, attempt: 1, effect: 'none', settledAt: doubt.settledAt },
      { kind: 'uncertain', ...doubt, until: NOON + MINUTE },
      { kind: 'uncertain', ...doubt, code: 'was-elsewhere', until: 0 },
      { kind: 'needs-person', what: 'check', ...doubt, detail: null },
    ];
  }),
  ...['consent', 'extra', 'consent-delete'].map(
    (step): State => ({ kind: 'needs-person', what: 'consent', step }),
  ),
  { kind: 'needs-person', what: 'mend', step: 'compare', code: 'content-differs', detail: null },
  { kind: 'needs-person', what: 'takeover', other: OTHER },
  { kind: 'done' },
  { kind: 'rejected', step: 'send', code: 'rules', detail: null },
  { kind: 'rejected', step: 'upload:1', code: 'file-missing', detail: null },
  { kind: 'cancelled', unresolved: true },
  { kind: 'cancelled', unresolved: false },
];

const delivery = { id: 77, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: NOON };
const PROGRESS: QueueEntry['progress'][] = [
  { uploads: {} },
  { uploads: { f: { courtId: 'u', signatarios: [] } } },
  { uploads: {}, delivery },
  { uploads: {}, delivery, extras: [{ id: 9, recibo: 's' }] },
  { uploads: {}, delivery: { ...delivery, statusEnvio: 'HOMOLOGADO' } },
  { uploads: {}, delivery, homologation: { pdfSha256: '', acceptedAt: NOON } },
  { uploads: {}, delivery, confirmedAt: NOON },
  { uploads: {}, deletedAt: NOON },
];
const ERRANDS = [
  { kind: 'deliver' },
  { kind: 'alter', courtId: 77, recibo: 'r' },
  { kind: 'delete', courtId: 77, recibo: 'r' },
] as const;

const all = (): QueueEntry[] =>
  states().flatMap((state) =>
    PROGRESS.flatMap((progress) =>
      ERRANDS.flatMap((errand) =>
        [false, true].map((mustAsk) => {
          const plain = entry({ state, progress, mustAsk });
          return { ...plain, frozen: { ...plain.frozen, errand } };
        }),
      ),
    ),
  );

const told = (one: QueueEntry, moment = MOMENT) => {
  const { head, known, next } = situationOf(one, moment);
  return `${head}. ${known} ${next}`;
};

it('has words for every state with everything that may be known at the court', () => {
  const standings = new Set<Standing>();
  for (const one of all()) {
    standings.add(standingOf(one));
    const { head, known, next } = situationOf(one, MOMENT);
    for (const sentence of [head, known, next]) {
      expect(sentence).toMatch(/^\p{Lu}/u);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
    }
  }
  expect(standings.size).toBe(8);
});

const DOUBTFUL: Standing[] = [
  'perhaps-there',
  'perhaps-altered',
  'perhaps-homologated',
  'perhaps-gone',
];

/** What claims something, and where alone it may be said. */
const CLAIMS: [RegExp, Standing[]][] = [
  [/Entregue e homologado|O tribunal confirmou/, ['homologated']],
  [/Apagado no tribunal|não está mais no tribunal/, ['gone']],
  [/Nada deste envio/, ['nothing-there']],
  [/O tribunal recebeu os dados/, ['there', ...DOUBTFUL]],
  [/(ainda não foi|não tinha sido) (apagada|alterada)/, ['there']],
  [/não se sabe|pode ter acontecido ou não/, DOUBTFUL],
];

it.each(CLAIMS)('says %s only where that is what is known', (claim, allowed) => {
  const said = new Set(
    all()
      .filter((one) => claim.test(told(one)))
      .map(standingOf),
  );
  expect([...said].filter((standing) => !allowed.includes(standing))).toEqual([]);
  expect(said.size).toBeGreaterThan(0);
});

it('says of every doubt that it is one', () => {
  const doubts = all().filter((one) => DOUBTFUL.includes(standingOf(one)));
  for (const one of doubts)
    expect(told(one)).toMatch(/não se sabe|pode ter acontecido ou não|para confirmar/);
});

it('says that the court received the data only where it gave a number', () => {
  const claims = all().filter((one) => /O tribunal recebeu os dados/.test(told(one)));
  expect(claims.filter(({ progress }) => progress.delivery === undefined)).toEqual([]);
});

const uncertain = entry({
  state: {
    kind: 'uncertain',
    step: 'send',
    attempt: 1,
    code: 'no-answer',
    settledAt: NOON + 5 * MINUTE,
    until: NOON + 12 * MINUTE,
  },
});

it('says when it asks again and from when absence is proof, by the clock of this machine', () => {
  expect(told(uncertain)).toContain('Pergunta de novo às 12:12.');
  expect(told(uncertain)).toContain('depois das 12:05 prova');
  // The court's clock is three minutes ahead: what is 12:05 there is 12:02 here.
  expect(told(uncertain, { ...MOMENT, skewMs: 3 * MINUTE })).toContain('depois das 12:02 prova');
  expect(told(uncertain, { ...MOMENT, now: NOON + 6 * MINUTE })).not.toContain('prova');
});

it('says for want of what it cannot ask', () => {
  expect(told(uncertain, { ...MOMENT, login: 'certificate-closed' })).toContain(
    'Falta abrir o certificado para perguntar ao tribunal.',
  );
  expect(told(uncertain, { ...MOMENT, login: 'no-token' })).toContain('Falta um acesso (token)');
});

it('says that an absence is what the person stated, not what the court showed', () => {
  const stated = entry({ state: { kind: 'ready' }, absenceStated: ['send'] });
  expect(told(stated)).toContain('Você informou que procurou');
  expect(told(stated)).not.toContain('Nada deste envio');
});

it.each<State>([
  { kind: 'cancelled', unresolved: false },
  { kind: 'rejected', step: 'send', code: 'rules', detail: null },
])('says of what ended ($kind) only what was true from here, and when', (state) => {
  const ended = told(entry({ state, changedAt: NOON - 24 * 60 * MINUTE }));
  expect(ended).toContain('tinha sido entregue daqui quando ele terminou, em 21/11/2026 às 12:00.');
  expect(ended).not.toMatch(/Não há entrega|no tribunal/);
});

it('says of a deletion that was given up only that it was not done from here by then', () => {
  const { frozen } = entry({ state: { kind: 'ready' } });
  const ended = entry({
    state: { kind: 'cancelled', unresolved: false },
    frozen: { ...frozen, errand: { kind: 'delete', courtId: 5, recibo: 'r' } },
  });
  expect(told(ended)).toContain(
    'não tinha sido apagada daqui quando este envio terminou, às 12:00.',
  );
});

it('does not say that it goes on by itself where what it depends on is over', () => {
  const waiting = entry({ state: { kind: 'waiting', step: 'write-body', need: 'earlier' } });
  expect(situationOf(waiting, MOMENT).next).toContain('Continua sozinho');
  const { head, next } = situationOf(waiting, { ...MOMENT, inVain: true });
  expect(head).toContain('não chegou lá');
  expect(next).toContain('Não continua');
});
