import { expect, it } from 'vitest';
import { type Fault, type ModelCourt, modelCourt } from '../../../test/support/model-court.ts';
import { markingSigner, recepcaoErrand } from '../../../test/support/recepcao-errand.ts';
import { err } from '../../base/result.ts';
import { proveByHint } from '../../outbox/resolve.ts';
import { command, drain } from '../../outbox/runner.ts';
import { reachCourt } from './court.ts';
import type { PdfSigner } from './session.ts';

const LOCAL_ID = '7b0b1f6e-0000-4000-8000-0000000000aa';

const errandTo = (court: ModelCourt, logins: string[] = [], signer = markingSigner) =>
  recepcaoErrand({
    http: court.http,
    login: async () => {
      logins.push('login');
      return { value: 'a.b.c', representacao: 21, cpf: '1', expiresAt: 4e12, skewMs: 0 };
    },
    signer,
    frozen: {
      draftId: 'd1',
      spc: 'LIC',
      slp: 'REG_LICITACAO',
      mes: 2,
      ano: 2019,
      layoutSha256: '00',
      payload: { idDocumentoPDF: LOCAL_ID, codTipoEnvio: 1 },
    },
    files: [{ localId: LOCAL_ID, name: 'edital.p7s', kind: 'p7s', content: new Blob(['edital']) }],
  });

/** The court misbehaves once, at the first request of this method whose path matches. */
const once = (court: ModelCourt, method: string, path: RegExp, fault: Fault) => {
  let left = 1;
  court.nextFault = (request) =>
    request.method === method && path.test(new URL(request.url).pathname) && left-- > 0
      ? fault
      : 'none';
};
const POST = /\/2\/2019$/;

it('uploads, sends, compares, asks, signs, homologates and confirms', async () => {
  const court = modelCourt();
  const errand = await errandTo(court);
  expect(await errand.go()).toEqual({ kind: 'needs-person', what: 'consent', step: 'consent' });
  await errand.consent();
  expect(await errand.go()).toEqual({ kind: 'done' });
  expect(court.received).toEqual([
    'POST /recepcao/arquivo/upload',
    'POST /recepcao/LIC/REG_LICITACAO/2/2019',
    'GET /recepcao/LIC/REG_LICITACAO/2/2019/1',
    'GET /recepcao/LIC/REG_LICITACAO/2/2019/1',
    'GET /envio-manual/api/envio/pdf/homologacao/recibo-1',
    'GET /recepcao/LIC/REG_LICITACAO/2/2019/1',
    'PUT /recepcao/LIC/REG_LICITACAO/2/2019/1/homologar',
    'GET /recepcao/LIC/REG_LICITACAO/2/2019/1',
  ]);
  expect(court.deliveries.get(1)?.jsonNode).toEqual({
    codTipoEnvio: 1,
    idDocumentoPDF: '00000000-0000-4000-8000-000000000001',
  });
});

it('has the PDF at hand to be seen before the person is asked', async () => {
  const errand = await errandTo(modelCourt());
  expect(await errand.go()).toMatchObject({ what: 'consent' });
  const { homologation } = errand.store.entry(errand.id).progress;
  expect(homologation).toEqual({ pdfSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

it('a damaged PDF is told, asked for anew and signed without another consent', async () => {
  const court = modelCourt();
  const signer: PdfSigner = { ...markingSigner, signPdf: async () => err('pdf-broken') };
  const errand = await errandTo(court, [], signer);
  await errand.go();
  await errand.consent();
  const told = { kind: 'needs-person', what: 'mend', step: 'sign-pdf', code: 'pdf-broken' };
  expect(await errand.go()).toMatchObject(told);
  signer.signPdf = markingSigner.signPdf;
  await errand.command({ kind: 'try-now' });
  expect(await errand.go()).toEqual({ kind: 'done' });
  const fetched = court.received.filter((request) => request.includes('/pdf/homologacao/'));
  expect(fetched).toHaveLength(2);
});

it('what comes in the place of the PDF is told before the person is asked', async () => {
  const court = modelCourt();
  once(court, 'GET', /\/pdf\/homologacao\//, 'no-pdf');
  const errand = await errandTo(court);
  expect(await errand.go()).toMatchObject({ what: 'mend', step: 'fetch-pdf', code: 'not-a-pdf' });
  await errand.command({ kind: 'try-now' });
  expect(await errand.go()).toMatchObject({ what: 'consent' });
});

it('a PDF that cannot be signed here waits for the person, whom another program helps to go on', async () => {
  const court = modelCourt();
  const signer: PdfSigner = { ...markingSigner, signPdf: async () => err('pdf-locked') };
  const errand = await errandTo(court, [], signer);
  await errand.go();
  await errand.consent();
  expect(await errand.go()).toMatchObject({
    kind: 'needs-person',
    what: 'mend',
    step: 'sign-pdf',
    code: 'pdf-locked',
  });
  signer.signPdf = markingSigner.signPdf;
  await errand.command({ kind: 'try-now' });
  expect(await errand.go()).toEqual({ kind: 'done' });
  const fetched = court.received.filter((request) => request.includes('/pdf/homologacao/'));
  expect(fetched).toHaveLength(1);
});

it('a key that is locked while the PDF is signed is waited for, not counted as a failure', async () => {
  const errand = await errandTo(modelCourt(), [], {
    ...markingSigner,
    signPdf: async () => err('locked'),
  });
  await errand.go();
  await errand.consent();
  let open = true;
  const ensure: typeof errand.deps.ensure = async (need) => {
    if (need !== 'unlock') return errand.deps.ensure(need);
    const found = { kind: open ? 'at-hand' : 'absent' } as const;
    open = false;
    return found;
  };
  await drain(errand.id, { ...errand.deps, ensure });
  expect(errand.store.entry(errand.id)).toMatchObject({
    state: { kind: 'waiting', step: 'sign-pdf', need: 'unlock' },
    failures: 0,
  });
});

it('signs with nothing but the certificate the person agreed to, whichever key is open', async () => {
  const court = modelCourt();
  const { summary } = markingSigner;
  let signed = 0;
  const signer: PdfSigner = {
    ...markingSigner,
    signPdf: (pdf) => {
      signed++;
      return markingSigner.signPdf(pdf);
    },
  };
  const errand = await errandTo(court, [], signer);
  const waits = { kind: 'waiting', step: 'sign-pdf', need: 'unlock' };
  await errand.go();
  await errand.consent('elsewhere');
  expect(await errand.go()).toEqual(waits);
  await errand.consent('ff');
  expect(await errand.go()).toEqual(waits);
  // The step holds it too, whatever the app says is at hand.
  let asked = 0;
  const ensure: typeof errand.deps.ensure = async (need) =>
    need === 'unlock' && asked++ > 1 ? { kind: 'absent' } : { kind: 'at-hand' };
  await drain(errand.id, { ...errand.deps, ensure });
  expect(errand.store.entry(errand.id).state).toEqual(waits);
  expect([signed, court.applied.homologations]).toEqual([0, []]);
  await errand.consent(summary.fingerprint);
  expect(await errand.go()).toEqual({ kind: 'done' });
  expect(signed).toBe(1);
  const said = errand.store.rows(errand.id).filter(({ event }) => event === 'consented');
  expect(said.map(({ meaning }) => meaning)).toEqual([
    'by-person elsewhere',
    'by-person ff',
    'by-person 00',
  ]);
});

it('takes a PDF that was brought back signed, whatever certificate was agreed to', async () => {
  const errand = await errandTo(modelCourt(), [], { ...markingSigner, means: 'elsewhere' });
  await errand.go();
  await errand.consent('ff');
  expect(await errand.go()).toEqual({ kind: 'done' });
});

it('asks again where an older consent names nothing, but leaves alone what is signed already', async () => {
  const old = { consents: ['consent'] };
  const court = modelCourt();
  const errand = await errandTo(court);
  await errand.go();
  await errand.consent('elsewhere');
  await errand.go();
  const entry = Object.assign(errand.store.entry(errand.id), old);
  const { protocol } = errand.deps;
  expect(protocol.next(entry)).toMatchObject({ id: 'consent' });
  entry.state = { kind: 'ready' };
  const load = async () => entry;
  const save = async () => ({ ok: true, value: undefined }) as const;
  const drained = await drain(errand.id, { ...errand.deps, store: { load, save } });
  expect(drained.ok && drained.value.state).toMatchObject({ what: 'consent', step: 'consent' });
  const homologation = { pdfSha256: '00', signedPdfSha256: '01' };
  const signed = { ...entry, progress: { ...entry.progress, homologation } };
  expect(protocol.next(signed)).toMatchObject({ id: 'homologate' });
});

it('writes the final body down, with its hash, before the POST', async () => {
  const court = modelCourt();
  const errand = await errandTo(court);
  let written: string | undefined;
  court.nextFault = (request) => {
    if (request.method === 'POST' && POST.test(new URL(request.url).pathname)) {
      const { progress } = errand.store.entry(errand.id);
      written = progress.finalBody?.sha256;
    }
    return 'none';
  };
  await errand.go();
  const intention = errand.store.rows(errand.id).find(({ step }) => step === 'send');
  expect(written).toMatch(/^[0-9a-f]{64}$/);
  expect(intention?.requestSha256).toBe(written);
});

it.each(['lost-after', 'error-after', 'html', 'truncated'] as const)(
  'does not send again after "%s", and goes on from the id the person found',
  async (fault) => {
    const court = modelCourt();
    const errand = await errandTo(court);
    once(court, 'POST', POST, fault);
    expect(await errand.go()).toMatchObject({ kind: 'needs-person', what: 'check', step: 'send' });
    const prove = (id: string) =>
      proveByHint(errand.store.entry(errand.id), id, errand.deps).then((proof) =>
        proof.ok ? 'proven' : proof.error,
      );
    expect(await prove('99')).toBe('no-such-delivery');
    expect(await prove('1')).toBe('proven');
    await errand.go();
    await errand.consent();
    expect(await errand.go()).toEqual({ kind: 'done' });
    expect(court.applied.posts).toBe(1);
  },
);

it('does not take a delivery with other content for its own', async () => {
  const court = modelCourt();
  court.deliveries.set(1, {
    id: 1,
    recibo: 'r',
    jsonNode: { idDocumentoPDF: '00000000-0000-4000-8000-0000000000ff', codTipoEnvio: 2 },
    statusEnvio: 'NAO_HOMOLOGADO',
  });
  const errand = await errandTo(court);
  once(court, 'POST', POST, 'lost-before');
  await errand.go();
  const proof = await proveByHint(errand.store.entry(errand.id), '1', errand.deps);
  expect(proof).toEqual({ ok: false, error: 'content-differs' });
});

it('sends again when the gateway says that nothing was sent', async () => {
  const court = modelCourt();
  const errand = await errandTo(court);
  once(court, 'POST', POST, 'never-sent');
  expect(await errand.go()).toMatchObject({ what: 'consent' });
  expect(court.applied.posts).toBe(1);
});

it('renews a refused token and goes on where it was', async () => {
  const court = modelCourt();
  const logins: string[] = [];
  const errand = await errandTo(court, logins);
  once(court, 'POST', POST, 'token-refused');
  expect(await errand.go(0)).toMatchObject({ what: 'consent' });
  expect(court.applied.posts).toBe(1);
  expect(errand.store.entry(errand.id).failures).toBe(0);
  expect(logins).toHaveLength(2);
});

it('learns by asking what became of a homologation without an answer', async () => {
  for (const [fault, puts] of [
    ['lost-after', 1],
    ['lost-before', 2],
  ] as const) {
    const court = modelCourt();
    const errand = await errandTo(court);
    await errand.go();
    await errand.consent();
    let tried = 0;
    court.nextFault = (request) => {
      if (request.method !== 'PUT') return 'none';
      return tried++ === 0 ? fault : 'none';
    };
    expect(await errand.go()).toEqual({ kind: 'done' });
    expect(tried).toBe(puts);
    expect(court.applied.homologations).toHaveLength(1);
  }
});

it('does not homologate what was changed at the court after it was compared', async () => {
  const court = modelCourt();
  const errand = await errandTo(court);
  await errand.go();
  const delivery = court.deliveries.get(1);
  if (!delivery) throw new Error('not delivered');
  const ours = delivery.jsonNode;
  delivery.jsonNode = { ...ours, codTipoEnvio: 2 };
  await errand.consent();
  expect(await errand.go()).toMatchObject({ what: 'mend', code: 'content-differs' });
  expect(court.applied.homologations).toEqual([]);
  delivery.jsonNode = ours;
  await command(errand.id, { kind: 'try-now' }, errand.deps);
  expect(await errand.go()).toEqual({ kind: 'done' });
});

it('says so when the delivery is gone from the court', async () => {
  const court = modelCourt();
  const errand = await errandTo(court);
  await errand.go();
  court.deliveries.clear();
  await errand.consent();
  expect(await errand.go()).toMatchObject({ what: 'mend', code: 'delivery-gone' });
});

it('judges by what is answered whether the court can be reached', async () => {
  const court = modelCourt();
  const period = { spc: 'LIC', slp: 'REG_LICITACAO', mes: 2, ano: 2019 };
  const { signal } = new AbortController();
  const reach = (fault: Fault) => {
    court.nextFault = () => fault;
    return reachCourt({ http: court.http, host: '', origin: 'http://localhost' }, period, signal);
  };
  expect(await reach('none')).toEqual({ kind: 'at-hand' });
  expect(await reach('html')).toEqual({ kind: 'pause', reason: 'not-the-server' });
  expect(await reach('lost-before')).toEqual({ kind: 'pause', reason: 'no-network' });
  expect(await reach('never-sent')).toEqual({ kind: 'pause', reason: 'no-network' });
  expect(await reach('error-before')).toEqual({ kind: 'pause', reason: 'server-unavailable' });
});
