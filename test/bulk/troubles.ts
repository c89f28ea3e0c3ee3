import { seeded } from '../chaos/random.ts';
import type { testDoor } from '../support/test-door.ts';
import type { ExportedMonth } from './month.ts';

type Door = ReturnType<typeof testDoor>;
type Fault = Parameters<Door['plan']>[2];

const POST = '^/recepcao/[A-Z]+/[A-Z0-9_]+/\\d+/\\d{4}$';
const UPLOAD = '^/recepcao/arquivo/upload$';
const POST_PATH = new RegExp(POST);
const UPLOAD_PATH = new RegExp(UPLOAD);
const READ = '^/recepcao/[A-Z]+/[A-Z0-9_]+/\\d+/\\d{4}/\\d+$';
const PDF = '^/envio-manual/api/envio/pdf/homologacao/';
const HOMOLOGATE = '/homologar$';

const message = (text: string) => ({ message: text });
const TOKEN = message(
  'O Token enviado é inválido! Para maiores informações acesse: https://testes.tcm.go.gov.br/colare-doc',
);

/** Answers by which a delivery is refused for good: every documented kind, though nothing is wrong with it. */
const REFUSALS: [path: string, fault: Fault][] = [
  [POST, { kind: 'answer', status: 413, json: message('Os dados enviados são grandes demais.') }],
  [
    POST,
    {
      kind: 'answer',
      status: 412,
      json: {
        mensagens: {
          advertencias: [],
          informacoes: [],
          erros: [{ regra: 99, mensagem: 'Regra que só o tribunal conhece.' }],
        },
      },
    },
  ],
  [
    UPLOAD,
    {
      kind: 'answer',
      status: 400,
      json: message(
        'Só será aceito arquivos do tipo application/pdf ou application/pkcs7-signature',
      ),
    },
  ],
  [
    UPLOAD,
    {
      kind: 'answer',
      status: 400,
      json: message('Arquivo enviado não está assinado digitalmente!'),
    },
  ],
];

/** What goes by, or is found out: a token that is refused, failures, and answers that are late, lost or somebody else's. */
const TROUBLES: [method: string, path: string, fault: Fault][] = [
  ['POST', POST, { kind: 'answer', status: 401, json: TOKEN }],
  ['POST', POST, { kind: 'refuse', status: 500, applied: false }],
  ['POST', POST, { kind: 'refuse', status: 500, applied: true }],
  ['POST', POST, { kind: 'lost', applied: true }],
  ['POST', POST, { kind: 'lost', applied: false }],
  ['POST', POST, { kind: 'truncated', bytes: 30 }],
  ['POST', POST, { kind: 'html', status: 200, applied: true }],
  ['POST', POST, { kind: 'delay', ms: 1_500 }],
  ['POST', UPLOAD, { kind: 'refuse', status: 500, applied: false }],
  ['POST', UPLOAD, { kind: 'lost', applied: true }],
  ['GET', READ, { kind: 'lost', applied: false }],
  ['GET', READ, { kind: 'refuse', status: 503, applied: false }],
  ['GET', PDF, { kind: 'lost', applied: false }],
  ['GET', PDF, { kind: 'refuse', status: 503, applied: false }],
  ['GET', PDF, { kind: 'html', status: 200, applied: false }],
];

/** The same while it is homologated: each is found out by asking, or tried again. */
const TROUBLES_AT_HOMOLOGATION: [method: string, path: string, fault: Fault][] = [
  ['PUT', HOMOLOGATE, { kind: 'answer', status: 401, json: TOKEN }],
  ['PUT', HOMOLOGATE, { kind: 'refuse', status: 500, applied: false }],
  ['PUT', HOMOLOGATE, { kind: 'refuse', status: 500, applied: true }],
  ['PUT', HOMOLOGATE, { kind: 'lost', applied: true }],
  ['PUT', HOMOLOGATE, { kind: 'lost', applied: false }],
  ['PUT', HOMOLOGATE, { kind: 'truncated', bytes: 30 }],
  ['PUT', HOMOLOGATE, { kind: 'html', status: 200, applied: true }],
  ['PUT', HOMOLOGATE, { kind: 'delay', ms: 1_500 }],
  ['GET', READ, { kind: 'lost', applied: false }],
  ['GET', READ, { kind: 'refuse', status: 503, applied: false }],
];

type Trouble = [method: string, path: string, fault: Fault];

/** What goes wrong, in an order that nobody chose: each kind for 5 % of so many. */
const shuffled = (kinds: readonly Trouble[], count: number): Trouble[] => {
  const times = Math.max(1, Math.round(count * 0.05));
  const all = kinds.flatMap((each) => Array<Trouble>(times).fill(each));
  const random = seeded(count);
  return all
    .map((trouble) => ({ trouble, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ trouble }) => trouble);
};

/** Has things go wrong as a run goes on: told how far it is (0 to 1), it plans what is due, and a little ahead. */
export const troublesFor = (door: Door, { payloads }: ExportedMonth) => {
  const refusals = REFUSALS.map(([path, fault]): Trouble => ['POST', path, fault]);
  const left = shuffled([...refusals, ...TROUBLES], payloads.length);
  const total = left.length;
  return async (share: number): Promise<void> => {
    const due = Math.min(total, Math.ceil(total * (share + 0.2)));
    for (const [method, path, fault] of left.splice(0, due - (total - left.length))) {
      await door.plan(method, path, fault);
    }
  };
};

/** Has things go wrong while so many are homologated. */
export const troubleHomologation = async (door: Door, count: number): Promise<void> => {
  for (const [method, path, fault] of shuffled(TROUBLES_AT_HOMOLOGATION, count)) {
    await door.plan(method, path, fault);
  }
};

/** How many refusals for good arrived. */
export const countRefusals = async (door: Door): Promise<number> =>
  (await door.requests()).filter(
    ({ method, path, status, fault }) =>
      method === 'POST' &&
      (POST_PATH.test(path) || UPLOAD_PATH.test(path)) &&
      [400, 412, 413].includes(status) &&
      fault !== 'lost' &&
      fault !== 'truncated',
  ).length;
