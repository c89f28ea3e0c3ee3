import { CLIENT_HEADER } from '../../src/base/gateway-answer.ts';
import { bodyOf, fileName, newFile, PERIOD } from './work.ts';

/** What a program without an outbox does: the same requests, their answers read, and nothing written down. */

const { spc, slp, mes, ano } = PERIOD;
const DELIVERIES = `/recepcao/${spc}/${slp}/${mes}/${ano}`;

const asker =
  (host: string, token: string) => async (method: string, path: string, body?: BodyInit) => {
    const headers = new Headers({
      accept: 'application/json',
      authorization: token,
      [CLIENT_HEADER]: '1',
    });
    if (typeof body === 'string') headers.set('content-type', 'application/json');
    const answer = await fetch(host + path, {
      method,
      headers,
      ...(body !== undefined && { body }),
      cache: 'no-store',
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    const isJson = answer.headers.get('content-type')?.includes('json');
    return isJson ? answer.json() : answer.blob();
  };

const fileForm = (file: Blob, number: number): FormData => {
  const form = new FormData();
  form.set('arquivo', file, fileName(number));
  return form;
};

/** Milliseconds for `count` deliveries, so many at a time; `schemas`: how often the layout's schema is asked for besides. */
export const sendBare = async (
  host: string,
  token: string,
  {
    first,
    count,
    width,
    schemas,
  }: { first: number; count: number; width: number; schemas: number },
): Promise<number> => {
  const ask = asker(host, token);
  const files = Array.from({ length: count }, newFile);
  const every = schemas === 0 ? Number.POSITIVE_INFINITY : Math.ceil(count / schemas);
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < count; at = next++) {
      const file = files[at];
      if (!file) throw new Error('no file');
      if (at % every === 0) await ask('GET', `${DELIVERIES}/schema`);
      const number = first + at;
      const { arquivo } = await ask('POST', '/recepcao/arquivo/upload', fileForm(file, number));
      const sent = await ask('POST', DELIVERIES, bodyOf(number, arquivo));
      await ask('GET', `${DELIVERIES}/${sent.arquivo.id}`);
      await ask('GET', `${DELIVERIES}/${sent.arquivo.id}`);
      await ask('GET', `/envio-manual/api/envio/pdf/homologacao/${sent.arquivo.recibo}`);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: width }, lane));
  return performance.now() - start;
};
