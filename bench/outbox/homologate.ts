import { agreeToAll } from '../../src/app/homologation/run.ts';
import { importPfx, openSigner } from '../../src/app/key.ts';
import { key, records } from '../../src/app/state.ts';
import { type Bytes, bytesOf, fromBase64 } from '../../src/base/bytes.ts';
import { CLIENT_HEADER } from '../../src/base/gateway-answer.ts';
import { PERIOD } from './work.ts';

/** Opens a PFX (base64), and signs a PDF (base64) with it, so that all code of the worker is at hand. */
export const openKey = async (pfx: string, password: string, pdf: string): Promise<void> => {
  const opened = await importPfx(new Blob([fromBase64(pfx)]), password);
  if (!opened.ok) throw new Error(opened.error);
  await openSigner()?.signPdf(fromBase64(pdf));
};

/** Milliseconds from the word for all that asks for it until the court has confirmed all. */
export const homologate = async (): Promise<number> => {
  const asking = records.entries.value.filter(({ state }) => state.kind === 'needs-person');
  if (key.value.kind !== 'unlocked') throw new Error('no key');
  const start = performance.now();
  const agreed = await agreeToAll(asking, key.value.certificate);
  if (!agreed.ok || agreed.value.length > 0) throw new Error('not agreed');
  await new Promise<void>((resolve) => {
    const stop = records.entries.subscribe((all) => {
      if (!all.every(({ state }) => state.kind === 'done')) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
  return performance.now() - start;
};

interface Waiting {
  id: number;
  recibo: string;
  pdf: Bytes;
}

const asker =
  (host: string, token: string) =>
  async (method: string, path: string, body?: FormData): Promise<Response> => {
    const headers = new Headers({ authorization: token, [CLIENT_HEADER]: '1' });
    const answer = await fetch(host + path, {
      method,
      headers,
      ...(body && { body }),
      cache: 'no-store',
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };

const { spc, slp, mes, ano } = PERIOD;
const DELIVERIES = `/recepcao/${spc}/${slp}/${mes}/${ano}`;

const waitingAt = async (ask: ReturnType<typeof asker>): Promise<Waiting[]> => {
  const { arquivos } = await (await ask('GET', DELIVERIES)).json();
  const waiting: Waiting[] = [];
  for (const { id, recibo, statusEnvio } of arquivos) {
    if (statusEnvio === 'HOMOLOGADO') continue;
    const pdf = await ask('GET', `/envio-manual/api/envio/pdf/homologacao/${recibo}`);
    waiting.push({ id, recibo, pdf: await bytesOf(await pdf.blob()) });
  }
  return waiting;
};

/** The same signatures and requests with nothing written down, of all that is not homologated, so many at a time; ms. */
export const homologateBare = async (
  host: string,
  token: string,
  width: number,
): Promise<number> => {
  const ask = asker(host, token);
  const signer = openSigner();
  if (!signer) throw new Error('no key');
  const waiting = await waitingAt(ask);
  let next = 0;
  const lane = async () => {
    for (let one = waiting[next++]; one; one = waiting[next++]) {
      const path = `${DELIVERIES}/${one.id}`;
      const signed = await signer.signPdf(one.pdf);
      await (await ask('GET', path)).json();
      const form = new FormData();
      form.set('arquivo', new Blob([signed], { type: 'application/pdf' }), 'homologacao.pdf');
      await (await ask('PUT', `${path}/homologar`, form)).json();
      await (await ask('GET', path)).json();
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: width }, lane));
  return performance.now() - start;
};
