import { expect, it } from 'vitest';
import { ok } from '../../src/base/result.ts';
import { brokenAt } from '../../src/outbox/log.ts';
import { proveByHint } from '../../src/outbox/resolve.ts';
import { readToken } from '../../src/protocol/recepcao/token.ts';
import { deliveryOf } from '../../src/receipt/delivery.ts';
import { statementOf } from '../../src/receipt/statement.ts';
import { recepcaoErrand } from '../support/recepcao-errand.ts';
import { documentedPayload, useTestSandbox } from '../support/sandbox.ts';

const POST = { method: 'POST', path: '^/recepcao/LIC/REG_LICITACAO/2/2019$' };
const UPLOAD = { method: 'POST', path: '/arquivo/upload$' };
const VALIDAR = { method: 'POST', path: '/validar$' };
const PUT = { method: 'PUT', path: '/homologar$' };

/** Maria with the documented payload and a signed file on her queue, before the sandbox's court. */
const useQueue = async (payload: Partial<typeof documentedPayload> = {}) => {
  const court = await useTestSandbox(undefined, { secret: 'segredo' });
  const { certificate } = await court.person('maria');
  const door = async (method: string, path: string, body?: object) => {
    const headers = { 'X-Sandbox-Secret': 'segredo' };
    const init = body ? { body: JSON.stringify(body) } : {};
    const request = new Request(`http://127.0.0.1/sandbox/test${path}`, {
      method,
      headers,
      ...init,
    });
    return (await court.sandbox.recepcao(request)).json();
  };
  const errand = await recepcaoErrand({
    http: court.sandbox.recepcao,
    login: async () => {
      const token = readToken(await court.login('maria', 830), Date.now(), { fresh: true });
      return token.ok ? token.value : undefined;
    },
    signer: {
      summary: certificate,
      means: 'key',
      signPdf: async (pdf) => ok(await court.signPdf('maria', pdf)),
    },
    frozen: {
      draftId: 'd1',
      spc: 'LIC',
      slp: 'REG_LICITACAO',
      mes: 2,
      ano: 2019,
      layoutSha256: '',
      payload: { ...documentedPayload, ...payload },
    },
    files: [
      {
        localId: documentedPayload.idDocumentoPDF,
        name: 'edital.p7s',
        kind: 'p7s',
        content: await court.signP7s('maria', new Blob(['edital'])),
      },
    ],
  });
  return {
    ...errand,
    entry: () => errand.store.entry(errand.id),
    fault: (where: typeof POST, fault: object) => door('POST', '/faults', { ...where, fault }),
    offersList: (offered: boolean) => door('PUT', '/list', { offered }),
    deliveries: (): Promise<{ statusEnvio: string }[]> => door('GET', '/deliveries'),
    prove: (id: string) => proveByHint(errand.store.entry(errand.id), id, errand.deps),
  };
};

const toTheEnd = async ({ go, consent }: Awaited<ReturnType<typeof useQueue>>) => {
  expect(await go()).toEqual({ kind: 'needs-person', what: 'consent', step: 'consent' });
  await consent();
  return go();
};

const STATUSES = { homologated: 'HOMOLOGADO' };

it('delivers once, homologates after consent, and knows it from the court', async () => {
  const queue = await useQueue();
  expect(await toTheEnd(queue)).toEqual({ kind: 'done' });
  expect(await queue.deliveries()).toMatchObject([{ statusEnvio: STATUSES.homologated }]);
  const delivery = deliveryOf(queue.entry());
  expect(delivery).toMatchObject({
    courtId: 1,
    statusEnvio: STATUSES.homologated,
    files: [{ name: 'edital.p7s', signatarios: [{ cpf: '11144477735' }] }],
    homologation: { signedBy: { holder: { cpf: '11144477735' } } },
  });
  expect(delivery && statementOf(delivery, 'simulado')).toMatchObject({
    code: 'homologated',
    worth: 'simulated',
  });
  const { id, frozenSha256 } = queue.entry();
  expect(await brokenAt(frozenSha256, queue.store.rows(id))).toBe(-1);
});

const LOST = [
  ['an answer lost after the POST was applied', { kind: 'lost' }],
  ['an HTML page instead of JSON', { kind: 'html', applied: true }],
  ['an answer cut in the middle', { kind: 'truncated', bytes: 40 }],
  ['a 500 after the POST was applied', { kind: 'refuse', status: 500, applied: true }],
] as const;

it.each(LOST)('finds its delivery in the list after %s, and asks nobody', async (_, fault) => {
  const queue = await useQueue();
  await queue.fault(POST, fault);
  expect(await toTheEnd(queue)).toEqual({ kind: 'done' });
  expect(await queue.deliveries()).toMatchObject([{ statusEnvio: STATUSES.homologated }]);
  const found = queue.store.rows(queue.id).find(({ event }) => event === 'happened');
  expect(found).toMatchObject({ step: 'send', meaning: 'found-in-list' });
});

it.each(LOST)('sends no second POST after %s where the court has no list', async (_, fault) => {
  const queue = await useQueue();
  await queue.offersList(false);
  await queue.fault(POST, fault);
  expect(await queue.go()).toMatchObject({ kind: 'needs-person', what: 'check', step: 'send' });
  expect(await queue.deliveries()).toHaveLength(1);
  expect((await queue.prove('1')).ok).toBe(true);
  expect(await toTheEnd(queue)).toEqual({ kind: 'done' });
  expect(await queue.deliveries()).toMatchObject([{ statusEnvio: STATUSES.homologated }]);
});

it('sends again what the list does not hold, once the lost POST cannot come any more', async () => {
  const queue = await useQueue();
  await queue.fault(POST, { kind: 'lost', applied: false });
  expect(await queue.go(0)).toMatchObject({ kind: 'uncertain', step: 'send' });
  expect(await toTheEnd(queue)).toEqual({ kind: 'done' });
  expect(await queue.deliveries()).toHaveLength(1);
  const events = queue.store.rows(queue.id).map(({ event, meaning }) => [event, meaning]);
  expect(events).toContainEqual(['postponed', 'not-listed']);
  expect(events).toContainEqual(['absent', 'not-listed']);
});

it('shows the person what the court has against the data where there is no list', async () => {
  const queue = await useQueue();
  await queue.offersList(false);
  const erros = [{ regra: 77, mensagem: 'Já existe envio com este número.' }];
  await queue.fault(POST, { kind: 'lost' });
  await queue.fault(VALIDAR, { kind: 'answer', status: 412, json: { mensagens: { erros } } });
  expect(await queue.go()).toMatchObject({ what: 'check', code: 'no-list', detail: { erros } });
});

it('sends again what the person says is not there, and logs that it was their word', async () => {
  const queue = await useQueue();
  await queue.offersList(false);
  await queue.fault(POST, { kind: 'lost', applied: false });
  await queue.go();
  expect(await queue.prove('1')).toEqual({ ok: false, error: 'no-such-delivery' });
  await queue.stateAbsence();
  expect(await toTheEnd(queue)).toEqual({ kind: 'done' });
  expect(await queue.deliveries()).toHaveLength(1);
  const stated = queue.store.rows(queue.id).find(({ event }) => event === 'absence-stated');
  expect(stated).toMatchObject({ step: 'send', meaning: 'by-person' });
});

it.each([
  ['the upload', UPLOAD],
  ['the POST', POST],
  ['the homologation', PUT],
])('renews the token when %s is answered 401, and goes on', async (_, where) => {
  const queue = await useQueue();
  await queue.fault(where, { kind: 'refuse', status: 401 });
  expect(await toTheEnd(queue)).toEqual({ kind: 'done' });
  expect(await queue.deliveries()).toHaveLength(1);
});

it.each([
  ['lost', { kind: 'lost' }],
  ['HTML', { kind: 'html', status: 200 }],
  ['500', { kind: 'refuse', status: 500 }],
])('uploads again after %s', async (_, fault) => {
  const queue = await useQueue();
  await queue.fault(UPLOAD, fault);
  expect(await toTheEnd(queue)).toEqual({ kind: 'done' });
});

it('shows what a broken rule says, and leaves nothing at the court', async () => {
  const { detalhamentoLc123 } = documentedPayload;
  const queue = await useQueue({
    detalhamentoLc123: { ...detalhamentoLc123, percentualSubContratacaoMEEPP: 11 },
  });
  expect(await queue.go()).toMatchObject({
    kind: 'rejected',
    step: 'send',
    code: 'rule-errors',
    detail: [{ regra: 6 }],
  });
  expect(await queue.deliveries()).toEqual([]);
});

it('shows what the schema says', async () => {
  const queue = await useQueue({ dataPublicacao: '01/01/2019' });
  expect(await queue.go()).toMatchObject({
    kind: 'rejected',
    code: 'schema-errors',
    detail: [{ instance: { pointer: '/dataPublicacao' }, keyword: 'format' }],
  });
});

it.each([
  ['after', true],
  ['before', false],
])(
  'asks what became of a homologation whose answer was lost %s it was applied',
  async (_, applied) => {
    const queue = await useQueue();
    await queue.fault(PUT, { kind: 'lost', applied });
    expect(await toTheEnd(queue)).toEqual({ kind: 'done' });
    expect(await queue.deliveries()).toMatchObject([{ statusEnvio: STATUSES.homologated }]);
    const verdict = queue.store
      .rows(queue.id)
      .find(({ event }) => event === 'happened' || event === 'absent');
    expect(verdict).toMatchObject({ step: 'homologate', event: applied ? 'happened' : 'absent' });
  },
);
