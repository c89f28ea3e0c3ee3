import { expect, it } from 'vitest';
import { PEN_BASE } from '../../server/sandbox/pen/barramento.ts';
import type { Http } from '../../src/base/http.ts';
import { usePen } from '../support/pen.ts';
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
