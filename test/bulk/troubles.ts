import type { testDoor } from '../support/test-door.ts';
import type { ExportedMonth } from './month.ts';

type Door = ReturnType<typeof testDoor>;
type Fault = Parameters<Door['plan']>[2];

const POST = '^/recepcao/[A-Z]+/[A-Z0-9_]+/\\d+/\\d{4}$';
const UPLOAD = '^/recepcao/arquivo/upload$';
const READ = '^/recepcao/[A-Z]+/[A-Z0-9_]+/\\d+/\\d{4}/\\d+$';

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
];

/** Plans what is to go wrong: each kind for 5 % of the payloads. */
export const planTroubles = async (door: Door, { payloads }: ExportedMonth): Promise<void> => {
  const times = Math.max(1, Math.round(payloads.length * 0.05));
  // The two statuses of a refused upload are one kind of trouble, as are those of a refused POST.
  const refusals = Math.max(1, Math.floor(times / 2));
  for (const [path, fault] of REFUSALS) await door.plan('POST', path, fault, refusals);
  for (const [method, path, fault] of TROUBLES) await door.plan(method, path, fault, times);
};

/** How many requests the court refused for good. */
export const countRefusals = async (door: Door): Promise<number> =>
  (await door.count('POST', new RegExp(POST), 400, 412, 413)) +
  (await door.count('POST', new RegExp(UPLOAD), 400));
