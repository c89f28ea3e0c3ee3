import { expect, it } from 'vitest';
import { GATEWAY_HEADER } from '../../base/gateway-answer.ts';
import { type PenClient, penClient } from './client.ts';

const signal = new AbortController().signal;

const answering = (answer: Response | Error) => {
  const asked: Request[] = [];
  const client = penClient({
    http: async (request) => {
      asked.push(request);
      if (answer instanceof Error) throw answer;
      return answer.clone();
    },
    base: '/gateway/simulado/pen',
    origin: 'http://127.0.0.1',
  });
  return { client, asked };
};

const REF = {
  protocolo: '12345.123456/2024-19',
  hash: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
};
const UPLOADS = 'tickets-de-envio-de-componente/77/protocolos/componentes-a-enviar';

const ENDPOINTS: [(client: PenClient) => Promise<unknown>, string][] = [
  [(c) => c.healthcheck(signal), 'GET healthcheck'],
  [(c) => c.repositorios(signal), 'GET repositorios-de-estruturas?ativos=true'],
  [
    (c) => c.estruturas(1, { nome: 'Setor' }, signal),
    'GET repositorios-de-estruturas/1/estruturas-organizacionais?identificacaoDoRepositorioDeEstruturas=1&apenasAtivas=true&nome=Setor',
  ],
  [
    (c) => c.estrutura(1, '2002', signal),
    'GET repositorios-de-estruturas/1/estruturas-organizacionais/2002',
  ],
  [
    (c) => c.filhas(1, '2002', signal),
    'GET repositorios-de-estruturas/1/estruturas-organizacionais/2002/filhas',
  ],
  [(c) => c.motivosUrgencia(signal), 'GET motivosUrgencia'],
  [(c) => c.especies(signal), 'GET especies'],
  [(c) => c.hipoteses(signal), 'GET hipoteses?ativos=true'],
  [(c) => c.sendProcess('{}', signal), 'POST tramites/processo'],
  [(c) => c.sendComponent('77', REF, new Blob(['abc']), signal), `PUT ${UPLOADS}`],
  [(c) => c.sendPart('77', REF, 5, new Blob(['abc']), signal), `PUT ${UPLOADS}/partes/5-8`],
  [(c) => c.endOfParts('77', REF, signal), `POST ${UPLOADS}/partes/sinalizacao-termino-envio`],
  [(c) => c.reciboDeEnvio(9, signal), 'GET tramites/9/recibo-de-envio'],
  [
    (c) => c.tramites({ protocolo: REF.protocolo }, signal),
    'GET tramites?protocolo=12345.123456%2F2024-19',
  ],
  [(c) => c.recibo(9, signal), 'GET tramites/9/recibo'],
  [(c) => c.ciencia(9, signal), 'GET tramites/9/ciencia'],
  [(c) => c.cancel(9, signal), 'DELETE tramites/9'],
  [(c) => c.pendentes(signal), 'GET tramites/pendentes?todas=true'],
  [(c) => c.metadata(9, signal), 'GET tramites/9'],
  [(c) => c.component(9, REF, signal), 'POST tramites/9/protocolos/componentes-digitais'],
  [
    (c) => c.part(9, REF, { from: 0, to: 8 }, signal),
    'POST tramites/9/protocolos/componentes-digitais/partes/0-8',
  ],
  [
    (c) => c.sendRecibo(9, { dataDeRecebimento: '', hashDaAssinatura: '' }, signal),
    'POST tramites/9/recibo',
  ],
  [(c) => c.refuse(9, { justificativa: 'x', motivo: '99' }, signal), 'POST tramites/9/recusa'],
];

it.each(ENDPOINTS)('asks at the address the platform names (%#)', async (ask, address) => {
  const { client, asked } = answering(Response.json({}));
  await ask(client);
  const [request] = asked;
  const path = request?.url.replace('http://127.0.0.1/gateway/simulado/pen/v3/', '');
  expect(`${request?.method} ${path}`).toBe(address);
});

it('sends a part as a form that names its component', async () => {
  const { client, asked } = answering(Response.json({}));
  await client.sendPart('77', REF, 0, new Blob(['abc']), signal);
  const form = await asked[0]?.formData();
  expect(form?.get('hashDoComponenteDigital')).toBe(REF.hash);
  expect(form?.get('protocolo')).toBe(REF.protocolo);
  const content = form?.get('conteudo');
  expect(content instanceof Blob && (await content.text())).toBe('abc');
});

it('sends the metadata byte for byte as they were frozen', async () => {
  const { client, asked } = answering(Response.json({}));
  await client.sendProcess('{ "a" : 1.0 }', signal);
  expect(await asked[0]?.text()).toBe('{ "a" : 1.0 }');
});

it('reads what a trâmite is given, and its text as it came', async () => {
  const text = `{"IDT":9,"NRE":"0000000000092026","ticketParaEnvioDeComponentesDigitais":77,
    "dataHoraDeRegistroDoTramite":"2026-11-22T10:00:00-03:00",
    "processosComComponentesDigitaisSolicitados":[{"protocolo":"1","hashes":["${REF.hash}"]}]}`;
  const { client } = answering(new Response(text));
  expect(await client.sendProcess('{}', signal)).toMatchObject({
    ok: true,
    value: {
      text,
      value: {
        IDT: 9,
        processosComComponentesDigitaisSolicitados: [{ protocolo: '1', hashes: [REF.hash] }],
      },
    },
  });
});

it('reads the state of a trâmite, a unit’s number as text or number', async () => {
  const unit = (numero: string | number) => ({
    identificacaoDoRepositorioDeEstruturas: 1,
    numeroDeIdentificacaoDaEstrutura: numero,
  });
  const tramite = {
    ...{ IDT: 9, NRE: 'n', remetente: unit(1001), destinatario: unit('2002') },
    ...{ situacaoAtual: 1, protocolo: 'p', hashDosComponentesPendentesDeEnvio: [REF.hash] },
  };
  const { client } = answering(Response.json({ tramites: [tramite], totalDeRegistros: 1 }));
  const answer = await client.tramites({ IDT: 9 }, signal);
  expect(answer.ok && answer.value.value[0]).toMatchObject({
    remetente: { numeroDeIdentificacaoDaEstrutura: '1001' },
    destinatario: { numeroDeIdentificacaoDaEstrutura: '2002' },
    mudancasDeSituacao: [],
    hashDosComponentesPendentesDeEnvio: [REF.hash],
  });
});

const FAULT = { codigoErro: '0044', mensagem: 'já possui trâmite em andamento' };
const byGateway = (code: string, body: object = {}) =>
  Response.json(body, { status: 502, headers: { [GATEWAY_HEADER]: code } });
const page = new Response('<html>', { headers: { 'content-type': 'text/html' } });

it.each([
  ['the platform’s own no', Response.json(FAULT, { status: 400 }), { kind: 'fault', ...FAULT }],
  ['its no under a 500', Response.json(FAULT, { status: 500 }), { kind: 'fault', ...FAULT }],
  ['a 500 of another shape', new Response('x', { status: 500 }), { kind: 'unavailable' }],
  ['a page', page, { kind: 'not-the-server' }],
  ['a 404 of another shape', new Response('x', { status: 404 }), { kind: 'not-the-server' }],
  ['a cut text', new Response('{"IDT":'), { kind: 'truncated' }],
  ['another shape', Response.json([]), { kind: 'not-the-server' }],
  ['no answer', new TypeError('failed to fetch'), { kind: 'no-answer' }],
  ['an answer the gateway lost', byGateway('answer-lost'), { kind: 'no-answer' }],
  ['no way to the platform', byGateway('upstream-unreachable'), { kind: 'never-sent' }],
  ['no session', byGateway('session-ended'), { kind: 'not-entered' }],
  [
    'another reader',
    byGateway('reader-elsewhere', { nome: 'Expedição' }),
    { kind: 'reader-elsewhere', name: 'Expedição' },
  ],
  [
    'too many',
    new Response('', { status: 429, headers: { 'retry-after': '7' } }),
    { kind: 'too-many', retryAfterMs: 7000 },
  ],
])('tells %s by its shape', async (_, answer, fault) => {
  const { client } = answering(answer);
  expect(await client.sendProcess('{}', signal)).toMatchObject({ ok: false, error: fault });
});

const UNIT = {
  identificacaoDoRepositorioDeEstruturas: 1,
  numeroDeIdentificacaoDaEstrutura: '2',
};
const status = (IDT: number) => ({
  ...{ IDT, NRE: '', protocolo: 'x', situacaoAtual: 2, remetente: UNIT, destinatario: UNIT },
});

/** A platform that gives two trâmites at a time of these, and says how many there are. */
const paging = (idts: readonly number[], totalDeRegistros = idts.length) =>
  penClient({
    http: async ({ url }) => {
      const from = Number(new URL(url).searchParams.get('registroInicial') ?? 0);
      const tramites = idts.slice(from, from + 2).map(status);
      return Response.json({ tramites, totalDeRegistros });
    },
    base: '/gateway/simulado/pen',
    origin: 'http://127.0.0.1',
  });

it('finds the trâmites of a process on all pages', async () => {
  const found = await paging([1, 2, 3, 4, 5]).tramites({ protocolo: 'x' }, signal);
  expect(found.ok && found.value.value.map(({ IDT }) => IDT)).toEqual([1, 2, 3, 4, 5]);
});

it('takes nothing for absent where the platform shows fewer trâmites than there are', async () => {
  const found = await paging([1, 2], 3).tramites({ protocolo: 'x' }, signal);
  expect(found).toMatchObject({ ok: false, error: { kind: 'truncated' } });
});
