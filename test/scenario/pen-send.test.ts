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
