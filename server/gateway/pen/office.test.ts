import { createVerify, X509Certificate } from 'node:crypto';
import { beforeEach, expect, it, vi } from 'vitest';
import { type Bytes, toBase64, utf8 } from '../../../src/base/bytes.ts';
import type { PenPapel } from '../../../src/base/environment.ts';
import type { Json, JsonObject } from '../../../src/base/json.ts';
import { conclusionReceiptText } from '../../../src/base/pen-receipt-text.ts';
import { ok } from '../../../src/base/result.ts';
import { icpFile } from '../../../test/support/icp.ts';
import { createGateway } from '../gateway.ts';
import type { UpstreamRequest } from '../upstream.ts';
import { PEN_OPERATIONS } from './operations.ts';
import { hashPassword } from './password.ts';
import type { PenBody } from './pen.ts';

const HOST = '127.0.0.1:8080';
const PAGE = { host: HOST, 'x-estafeta': '1', origin: `http://${HOST}` };

let now = Date.UTC(2026, 10, 22, 12);
/** What the gateway asked the platform. */
let reached: UpstreamRequest[] = [];
beforeEach(() => {
  reached = [];
  now += 24 * 60 * 60_000;
});

const pem = (label: string, der: Bytes) =>
  `-----BEGIN ${label}-----\n${toBase64(der)}\n-----END ${label}-----\n`;

const senha = await hashPassword('certa', 1000);
const user = (usuario: string, papeis: PenPapel[]) => ({ usuario, nome: 'Fulana', senha, papeis });

/** People whose passwords take a while to check. */
const slowly = await hashPassword('certa', 100_000);
const MANY = Array.from({ length: 20 }, (_, n) => ({ ...user(`${n}`, []), senha: slowly }));

const bodyOf = async (id: string, holder: string, users: PenBody['users']): Promise<PenBody> => ({
  id,
  nome: id,
  unidade: { repositorio: 93, numero: '1001', nome: id },
  key: pem('PRIVATE KEY', await icpFile(`keys/${holder}.pk8`)),
  certificates: `certificate of ${id}`,
  users,
});

const PEN = {
  servicos: 'https://pen.example/rest/v3',
  orgaos: [
    await bodyOf('prefeitura', 'ecpf', [
      user('todos', ['enviar', 'receber', 'configurar']),
      user('envia', ['enviar']),
      user('recebe', ['receber']),
      user('consulta', []),
    ]),
    await bodyOf('ministerio', 'ecpf4096', [user('outra', ['enviar', 'receber']), ...MANY]),
  ],
};

const gateway = createGateway({
  clock: { now: () => now },
  keyHosts: [],
  pki: { names: [], resolve: async () => [] },
  readFile: async () => undefined,
  ask: async (asked) => {
    reached.push(asked);
    return ok({ status: 200, headers: new Headers(), body: utf8('{}') });
  },
  ambientes: ['testes', 'outro', 'sem'].map((id) => ({
    id,
    tipo: 'testes',
    nome: id,
    recepcao: 'http://unused',
    passaporte: 'https://unused',
    anchors: [],
    ca: [],
    ...(id !== 'sem' && { pen: PEN }),
  })),
});

const ask = (
  method: string,
  path: string,
  given: { sessao?: string; leitor?: string; body?: Json; ambiente?: string } = {},
): Promise<Response> =>
  gateway(
    new Request(`http://${HOST}/gateway/${given.ambiente ?? 'testes'}/pen${path}`, {
      method,
      headers: {
        ...PAGE,
        ...(given.sessao !== undefined && { authorization: `Bearer ${given.sessao}` }),
        ...(given.leitor !== undefined && { 'x-estafeta-leitor': given.leitor }),
        ...(method === 'PUT' && { 'content-length': '0' }),
      },
      ...(method === 'PUT' && { body: '' }),
      ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
    }),
  );

/** What the gateway said of an answer: `relayed`, `own` or a code. */
const word = (response: Response) => response.headers.get('x-estafeta-gateway');
const wordOf = async (...asked: Parameters<typeof ask>) => word(await ask(...asked));

const enter = async (usuario: string, senha = 'certa', ambiente = 'testes'): Promise<JsonObject> =>
  (await ask('POST', '/entrar', { body: { usuario, senha }, ambiente })).json();

const sessionOf = async (usuario: string): Promise<string> => String((await enter(usuario)).sessao);

it('who knows the password comes into the office of her body, with her roles, for eight hours', async () => {
  const { sessao, conhecido, ...told } = await enter('envia');
  expect(conhecido).not.toBe(sessao);
  expect(told).toEqual({
    usuario: 'envia',
    nome: 'Fulana',
    orgao: 'prefeitura',
    papeis: ['enviar'],
    ate: now + 8 * 60 * 60_000,
  });
  expect(await wordOf('GET', '/v3/especies', { sessao: String(sessao) })).toBe('relayed');
  expect(reached.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET https://pen.example/rest/v3/especies',
  ]);
});

it('a wrong password and an unknown user get the same answer, after the same wait', async () => {
  const tell = async (usuario: string) => {
    const answer = await ask('POST', '/entrar', { body: { usuario, senha: 'errada' } });
    return [answer.status, word(answer), await answer.text()];
  };
  const [wrong, unknown] = await Promise.all([tell('envia'), tell('ninguem')]);
  expect(wrong?.slice(0, 2)).toEqual([401, 'office-refused']);
  expect(unknown).toEqual(wrong);
});

it('who entered before comes in while others try her name; those are answered in turn, and too many not at all', async () => {
  const conhecido = String((await enter('envia')).conhecido);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const wrong = { usuario: 'envia', senha: 'errada' };
  const tries = Array.from({ length: 8 }, () => ask('POST', '/entrar', { body: wrong }));
  const refused = await Promise.all(tries.slice(5));
  expect(refused.map(({ status }) => status)).toEqual([429, 429, 429]);
  expect(refused.map(({ headers }) => headers.get('retry-after'))).toEqual(['2', '2', '2']);
  const hers = { usuario: 'envia', senha: 'certa', conhecido };
  expect(await wordOf('POST', '/entrar', { body: hers })).toBe('own');
  for (const other of ['x', conhecido.replace('.', 'A.')]) {
    const body = { ...hers, conhecido: other };
    expect(await wordOf('POST', '/entrar', { body })).toBe('too-many-tries');
  }
  expect(await wordOf('GET', '/v3/especies', { sessao: conhecido })).toBe('session-ended');
  let answered = 0;
  for (const one of tries) void one.then(() => answered++);
  while (answered < tries.length) {
    await vi.advanceTimersByTimeAsync(1_000);
    await new Promise(setImmediate);
  }
  vi.useRealTimers();
  expect(await wordOf('POST', '/entrar', { body: { ...hers, conhecido: '' } })).toBe('own');
});

it('of passwords under many names no more are checked at once than the machine bears', async () => {
  const tries = MANY.map(({ usuario }) =>
    wordOf('POST', '/entrar', { body: { usuario, senha: 'certa' } }),
  );
  const answers = await Promise.all(tries);
  expect(answers.filter((each) => each === 'too-many-tries')).toHaveLength(20 - 2 - 16);
});

it('a login that is none is refused before any password is looked at', async () => {
  const others: Json[] = [[], { usuario: 'envia' }, { usuario: 1, senha: 'certa' }];
  for (const body of others) {
    expect(await wordOf('POST', '/entrar', { body })).toBe('body-malformed');
  }
  expect(await wordOf('GET', '/entrar')).toBe('method-not-allowed');
  expect(await wordOf('POST', '/entrar', { body: {}, ambiente: 'sem' })).toBe('pen-absent');
});

it('without a session nothing is asked: none, changed, of another environment, of a gateway before, or ended', async () => {
  const sessao = await sessionOf('todos');
  const [claims = '', mac = ''] = sessao.split('.');
  const other = Buffer.from(claims, 'base64url').toString().replace('todos', 'outra');
  const broken = [
    undefined,
    '',
    claims,
    `${claims}.`,
    `${claims}.A`,
    `${claims}.${mac.slice(0, -2)}AA`,
    `${Buffer.from(other).toString('base64url')}.${mac}`,
  ];
  for (const given of broken) {
    const asked = given === undefined ? {} : { sessao: given };
    expect(await wordOf('GET', '/v3/especies', asked)).toBe('session-ended');
  }
  const elsewhere = { sessao, ambiente: 'outro' };
  expect(await wordOf('GET', '/v3/especies', elsewhere)).toBe('session-ended');
  now += 8 * 60 * 60_000;
  expect(await wordOf('GET', '/v3/especies', { sessao })).toBe('session-ended');
  expect(reached).toEqual([]);
});

it('neither the session nor the reader reaches the platform; each body shows its own certificate', async () => {
  const sessao = await sessionOf('outra');
  await ask('GET', '/v3/tramites?IDT=1', { sessao, leitor: 'a' });
  const [asked] = reached;
  expect(asked?.url.href).toBe('https://pen.example/rest/v3/tramites?IDT=1');
  expect(asked?.client?.certificates).toBe('certificate of ministerio');
  expect(asked?.headers).toEqual({ 'user-agent': 'Estafeta' });
});

const TICKET = '/tickets-de-envio-de-componente/7/protocolos/componentes-a-enviar';
const SENDING = [
  'POST /tramites/processo',
  `PUT ${TICKET}`,
  `PUT ${TICKET}/partes/0-10`,
  `POST ${TICKET}/partes/sinalizacao-termino-envio`,
  'GET /tramites/7/recibo-de-envio',
  'GET /tramites/7/ciencia',
  'DELETE /tramites/7',
];
const RECEIVING = [
  'GET /tramites/7',
  'POST /tramites/7/protocolos/componentes-digitais',
  'POST /tramites/7/protocolos/componentes-digitais/partes/0-10',
  'POST /tramites/7/recibo',
  'POST /tramites/7/recusa',
];
const EITHER = ['GET /tramites/7/recibo'];
const LOOKING = [
  'GET /healthcheck',
  'GET /repositorios-de-estruturas',
  'GET /repositorios-de-estruturas/93/estruturas-organizacionais',
  'GET /repositorios-de-estruturas/93/estruturas-organizacionais/1001',
  'GET /repositorios-de-estruturas/93/estruturas-organizacionais/1001/filhas',
  'GET /motivosUrgencia',
  'GET /especies',
  'GET /hipoteses',
  'GET /tramites',
  'GET /tramites/pendentes',
];

const passed = async (usuario: string, lines: string[]) => {
  const sessao = await sessionOf(usuario);
  await ask('POST', '/leitura', { sessao, body: { leitor: 'a', nome: 'A' } });
  const words: (string | null)[] = [];
  for (const line of lines) {
    const [method = '', path = ''] = line.split(' ');
    words.push(await wordOf(method, `/v3${path}`, { sessao, leitor: 'a' }));
  }
  await ask('DELETE', '/leitura', { sessao, leitor: 'a' });
  return [...new Set(words)];
};

it('each role may do what it is for, and looking needs none', async () => {
  const all = [...SENDING, ...RECEIVING, ...EITHER, ...LOOKING];
  expect(all).toHaveLength(PEN_OPERATIONS.length);
  expect(await passed('todos', all)).toEqual(['relayed']);
  expect(reached).toHaveLength(PEN_OPERATIONS.length);
  expect(await passed('envia', [...SENDING, ...EITHER, ...LOOKING])).toEqual(['relayed']);
  expect(await passed('envia', RECEIVING)).toEqual(['role-missing']);
  expect(await passed('recebe', [...RECEIVING, ...EITHER, ...LOOKING])).toEqual(['relayed']);
  expect(await passed('recebe', SENDING)).toEqual(['role-missing']);
  expect(await passed('consulta', LOOKING)).toEqual(['relayed']);
  expect(await passed('consulta', [...SENDING, ...RECEIVING, ...EITHER])).toEqual(['role-missing']);
});

it('no other call reaches the platform', async () => {
  const others = [
    'DELETE /tramites/processo',
    'POST /tramites/documento',
    'GET /tramites/7/',
    'GET /tramites/7%2Frecibo',
    'GET /tramites/x',
    'PUT /tramites/7',
    'POST /NREs/1/destinatarios/1/2/reproducoes-de-tramite',
    'GET /sincroniza-tramite/7',
    'GET /especies/1',
    `PUT ${TICKET}/partes/0-`,
    `PUT ${TICKET.replace('7', '7x')}`,
  ];
  expect(await passed('todos', others)).toEqual(['path-unknown']);
  expect(await wordOf('GET', '/rest/v3/especies', { sessao: await sessionOf('todos') })).toBe(
    'path-unknown',
  );
  expect(reached).toEqual([]);
});

it('one browser reads for a body: a second one is told who, until the lease is given back or ends', async () => {
  const sessao = await sessionOf('todos');
  const lease = async (leitor: string) => {
    const body = { leitor, nome: `Computador ${leitor}` };
    const answer = await ask('POST', '/leitura', { sessao, body });
    return [answer.status, ...Object.values(await answer.json())];
  };
  const reads = (leitor: string) => wordOf('GET', '/v3/tramites/7', { sessao, leitor });
  expect(await reads('a')).toBe('reader-elsewhere');
  expect(await lease('a')).toEqual([200, 'Computador a', now + 60_000]);
  expect(await reads('a')).toBe('relayed');
  expect(await lease('b')).toEqual([
    409,
    'Outro navegador recebe os processos deste órgão agora.',
    'reader-elsewhere',
    'Computador a',
    now + 60_000,
  ]);
  expect(await reads('b')).toBe('reader-elsewhere');
  now += 50_000;
  expect(await lease('a')).toEqual([200, 'Computador a', now + 60_000]);
  await ask('DELETE', '/leitura', { sessao, leitor: 'b' });
  expect(await reads('a')).toBe('relayed');
  await ask('DELETE', '/leitura', { sessao, leitor: 'a' });
  expect((await lease('b')).slice(0, 2)).toEqual([200, 'Computador b']);
  now += 60_000;
  expect(await reads('b')).toBe('reader-elsewhere');
  expect((await lease('a')).slice(0, 2)).toEqual([200, 'Computador a']);
});

it('the lease is of who took it: under another session the same browser has none', async () => {
  const body = { leitor: 'a', nome: 'A' };
  await ask('POST', '/leitura', { sessao: await sessionOf('todos'), body });
  const sessao = await sessionOf('recebe');
  expect(await wordOf('GET', '/v3/tramites/7', { sessao, leitor: 'a' })).toBe('reader-elsewhere');
  expect(await wordOf('POST', '/assinar-recibo', { sessao, leitor: 'a', body: RECEIPT })).toBe(
    'reader-elsewhere',
  );
});

it('the lease is of a body: another body reads at the same time, and who only looks reads never', async () => {
  const body = { leitor: 'a', nome: 'A' };
  expect(await wordOf('POST', '/leitura', { sessao: await sessionOf('todos'), body })).toBe('own');
  const sessao = await sessionOf('outra');
  const other = { leitor: 'b', nome: 'B' };
  expect(await wordOf('POST', '/leitura', { sessao, body: other })).toBe('own');
  expect(await wordOf('POST', '/leitura', { sessao: await sessionOf('consulta'), body })).toBe(
    'role-missing',
  );
});

const RECEIPT = {
  IDT: 7,
  NRE: '0000000000012026',
  dataDeRecebimento: '2026-11-22T12:00:00.000Z',
  hashes: [
    'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
    'D152rc5pJT2JOJqB5Qv9GvmEuZ15uyQz6sv1DpKiLBY=',
  ],
};

it('a receipt is signed with the key of the body’s certificate, over the text that the gateway builds', async () => {
  const sessao = await sessionOf('recebe');
  await ask('POST', '/leitura', { sessao, body: { leitor: 'a', nome: 'A' } });
  const answer = await ask('POST', '/assinar-recibo', { sessao, leitor: 'a', body: RECEIPT });
  const { hashDaAssinatura } = await answer.json();
  const { publicKey } = new X509Certificate(await icpFile('certs/ecpf.der'));
  const verifies = (text: string) =>
    createVerify('sha256').update(text).verify(publicKey, hashDaAssinatura, 'base64');
  expect(verifies(conclusionReceiptText(RECEIPT))).toBe(true);
  expect(verifies(conclusionReceiptText({ ...RECEIPT, IDT: 8 }))).toBe(false);
});

it('nothing but a receipt is signed, and not for who only sends', async () => {
  const sessao = await sessionOf('recebe');
  const others: JsonObject[] = [
    { texto: '<recibo/>' },
    { ...RECEIPT, IDT: '7' },
    { ...RECEIPT, IDT: 1.5 },
    { ...RECEIPT, NRE: '1</NRE><NRE>2' },
    { ...RECEIPT, dataDeRecebimento: '2026-11-22' },
    { ...RECEIPT, hashes: ['</hashDoComponenteDigital>'] },
    { ...RECEIPT, hashes: 'x' },
  ];
  await ask('POST', '/leitura', { sessao, body: { leitor: 'a', nome: 'A' } });
  for (const body of others) {
    const asked = { sessao, leitor: 'a', body };
    expect(await wordOf('POST', '/assinar-recibo', asked)).toBe('body-malformed');
  }
  const body = RECEIPT;
  expect(await wordOf('POST', '/assinar-recibo', { sessao: await sessionOf('envia'), body })).toBe(
    'role-missing',
  );
});
