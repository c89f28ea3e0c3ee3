import { describe, expect, it } from 'vitest';
import { PEN_BASE } from '../../server/sandbox/pen/barramento.ts';
import type { Http } from '../../src/base/http.ts';
import { verifyReceipt } from '../../src/receipt/pen/verify-receipt.ts';
import { fromPem } from '../../src/signing/certificate/pem.ts';
import { hashOf } from '../support/barramento.ts';
import { usePen } from '../support/pen.ts';
import { receivingOffice } from '../support/pen-receiving.ts';
import { queueSending } from '../support/pen-sending.ts';

const OFICIO = { nome: 'oficio.html', content: '<p>Oficio</p>', whole: true };
const PLANTA = { nome: 'planta.pdf', content: 'um conteudo de trinta e dois by.' };

/** The sandbox's Barramento as the prefeitura asks it, and what was asked. */
const useBody = async () => {
  const pen = await usePen();
  const asked: string[] = [];
  const http: Http = async (request) => {
    const { pathname, search } = new URL(request.url);
    const path = pathname.replace('/pen/v3/', '') + search;
    asked.push(`${request.method} ${path}`);
    const isJson = request.headers.get('content-type')?.includes('json');
    const body = request.method === 'POST' && isJson ? JSON.parse(await request.text()) : undefined;
    return pen.request(
      'prefeitura',
      request.method,
      path,
      request.method === 'PUT' ? await request.formData() : body,
    );
  };
  return { ...pen, asked, http };
};

it(`sends a process to the sandbox's Barramento (${PEN_BASE}) to the receipt, each content once`, async () => {
  const body = await useBody();
  const sending = await queueSending(body.http, [OFICIO, PLANTA, { ...PLANTA, nome: 'copia.pdf' }]);
  expect(await sending.go()).toEqual({ kind: 'done' });
  const { progress } = sending.store.entry(sending.id);
  expect(await body.situacao('prefeitura', progress.idt ?? 0)).toBe(2);
  expect(JSON.parse(progress.send?.recibo ?? '')).toMatchObject({
    reciboDeEnvio: { IDT: progress.idt, NRE: progress.nre },
  });
  expect(body.asked.filter((one) => one.startsWith('PUT'))).toHaveLength(1 + 4);
});

it('sends nothing of a process out of a copy that was made before it was sent and taken in', async () => {
  const body = await useBody();
  const first = await queueSending(body.http, [OFICIO]);
  await first.go();
  const { idt = 0, nre = '' } = first.store.entry(first.id).progress;
  await body.receive('ministerio', { idt, nre });
  const restored = await queueSending(body.http, [OFICIO]);
  expect(await restored.go()).toMatchObject({
    kind: 'rejected',
    code: 'sent-already',
    detail: { IDT: idt, NRE: nre, situacaoAtual: 5 },
  });
  expect(body.asked.filter((one) => one === 'POST tramites/processo')).toHaveLength(1);
});

it('posts no metadata that are not the ones that were frozen', async () => {
  const body = await useBody();
  const sending = await queueSending(body.http, [OFICIO]);
  const { errand } = sending.store.entry(sending.id).frozen;
  const frozen = errand.kind === 'send' ? errand.metadataSha256 : '';
  sending.contents.set(frozen, new Blob(['{"cabecalho":{},"processo":{}}']));
  expect(await sending.go()).toMatchObject({ kind: 'rejected', code: 'metadata-differ' });
  expect(body.asked).not.toContain('POST tramites/processo');
});

describe('a document of an attached process', () => {
  const attached = { ...PLANTA, anexado: '12345.000001/2020-11' };

  it('is sent under the number by which the platform asks for it, and the rest under the main one', async () => {
    const body = await useBody();
    const sending = await queueSending(body.http, [OFICIO, attached]);
    expect(await sending.go()).toEqual({ kind: 'done' });
    const { idt = 0 } = sending.store.entry(sending.id).progress;
    expect(await body.situacao('ministerio', idt)).toBe(2);
  });

  it('is fetched under the number of the trâmite, or under its own where the platform knows it by that', async () => {
    const body = await useBody();
    const sending = await queueSending(body.http, [OFICIO, attached]);
    await sending.go();
    const { idt = 0 } = sending.store.entry(sending.id).progress;
    const office = receivingOffice(body, 'ministerio', { partSize: 1000 });
    const unknown = () => Response.json({ codigoErro: '9004', mensagem: '' }, { status: 404 });
    office.meddling.push({ on: /POST tramites\/\d+\/protocolos/, with: (answer) => answer });
    office.meddling.push({ on: /POST tramites\/\d+\/protocolos/, with: unknown });
    const { id, state } = await office.receives(idt);
    expect(state).toMatchObject({ kind: 'needs-person', what: 'consent' });
    expect(office.problems(id)).toEqual([]);
    expect(office.askedUnder()).toEqual([
      '12345.123456/2024-19',
      '12345.123456/2024-19',
      '12345.000001/2020-11',
    ]);
  });
});

it('sends only what is new under the NRE, also where the other body is to fetch all of it again', async () => {
  const body = await useBody();
  const first = await queueSending(body.http, [OFICIO]);
  await first.go();
  const { idt = 0, nre = '' } = first.store.entry(first.id).progress;
  const office = receivingOffice(body, 'ministerio', { partSize: 1000, acceptsAlone: true });
  await office.receives(idt);
  await body.request('prefeitura', 'GET', `tramites/${idt}/recibo`);
  // The metadata of `queueSending` ask for all (`enviarApenasComponentesDigitaisPendentes: false`).
  const second = await queueSending(body.http, [OFICIO, PLANTA], { errand: { nre, known: [idt] } });
  expect(await second.go()).toEqual({ kind: 'done' });
  const { progress } = second.store.entry(second.id);
  expect(progress.send?.asked).toEqual([hashOf(PLANTA.content)]);
  const { id } = await office.receives(progress.idt ?? 0);
  expect(office.store.entry(id)).toMatchObject({
    state: { kind: 'done' },
    progress: { receive: { wanted: [{ pending: true }, { pending: true }] } },
  });
  const answer = await body.request('prefeitura', 'GET', `tramites/${progress.idt}/recibo`);
  const anchors = body.sandbox.demo.anchors.flatMap((pem) => fromPem(pem));
  const verdict = await verifyReceipt(
    'conclusao',
    await answer.text(),
    {
      ...{ idt: progress.idt ?? 0, nre, asked: progress.send?.asked ?? [] },
      known: [OFICIO, PLANTA].map(({ content }) => hashOf(content)),
    },
    { anchors, intermediates: [] },
    Date.now(),
  );
  expect(verdict).toMatchObject({ kind: 'trusted' });
});
