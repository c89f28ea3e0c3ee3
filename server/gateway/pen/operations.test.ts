import { expect, it } from 'vitest';
import { penClient } from '../../../src/protocol/pen/client.ts';
import { operationOf, PEN_OPERATIONS } from './operations.ts';

const { signal } = new AbortController();
const COMPONENT = { protocolo: '12345.123456/2024-19', hash: 'a' };

it('passes on every call that the app makes, and no more', async () => {
  const asked: { method: string; path: string }[] = [];
  const pen = penClient({
    base: '/pen',
    origin: 'http://127.0.0.1',
    http: async ({ method, url }) => {
      asked.push({ method, path: new URL(url).pathname.slice('/pen/v3'.length) });
      return new Response('{}');
    },
  });
  const content = new Blob(['abc']);
  const calls: Record<keyof typeof pen, () => Promise<unknown>> = {
    healthcheck: () => pen.healthcheck(signal),
    repositorios: () => pen.repositorios(signal),
    estruturas: () => pen.estruturas(1, {}, signal),
    estrutura: () => pen.estrutura(1, '2002', signal),
    filhas: () => pen.filhas(1, '2002', signal),
    motivosUrgencia: () => pen.motivosUrgencia(signal),
    especies: () => pen.especies(signal),
    hipoteses: () => pen.hipoteses(signal),
    sendProcess: () => pen.sendProcess('{}', signal),
    sendComponent: () => pen.sendComponent('7', COMPONENT, content, signal),
    sendPart: () => pen.sendPart('7', COMPONENT, 0, content, signal),
    endOfParts: () => pen.endOfParts('7', COMPONENT, signal),
    reciboDeEnvio: () => pen.reciboDeEnvio(7, signal),
    tramites: () => pen.tramites({ IDT: 7 }, signal),
    recibo: () => pen.recibo(7, signal),
    ciencia: () => pen.ciencia(7, signal),
    cancel: () => pen.cancel(7, signal),
    pendentes: () => pen.pendentes(signal),
    metadata: () => pen.metadata(7, signal),
    component: () => pen.component(7, COMPONENT, signal),
    part: () => pen.part(7, COMPONENT, { from: 0, to: 3 }, signal),
    sendRecibo: () => pen.sendRecibo(7, { dataDeRecebimento: 'd', hashDaAssinatura: 'h' }, signal),
    refuse: () => pen.refuse(7, { justificativa: 'j', motivo: '99' }, signal),
  };
  for (const call of Object.values(calls)) await call();
  const used = asked.map(({ method, path }) => operationOf(method, path));
  expect(asked.filter((_, index) => !used[index])).toEqual([]);
  expect(new Set(used)).toEqual(new Set(PEN_OPERATIONS));
});
