import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, onTestFinished } from 'vitest';
import type { Json, JsonObject } from '../../src/base/json.ts';
import {
  type BrowserOptions,
  type GuestBrowser,
  openBrowser,
  openGuestBrowser,
  type PersonsBrowser,
} from './browser.ts';
import { type Clerk, clerkAt } from './clerk.ts';
import { demoPerson } from './demo-person.ts';
import { startNewOffice } from './office-server.ts';
import type { ServerProcess } from './server-process.ts';
import { testDoor } from './test-door.ts';

/** A clerk before a browser with nothing in it. */
export interface Desk {
  browser: GuestBrowser;
  /** At the page that is open now. */
  clerk: Clerk;
}

/** A clerk before her own browser, which keeps what she did. */
export interface OwnDesk extends Desk {
  browser: PersonsBrowser;
  /** Closes the browser and opens it again with the same profile. */
  reopen(): Promise<void>;
}

/** A server process with its own data for the tests of one file; each test sits at a fresh browser. */
export const useOffice = (name: string) => {
  let data: string;
  let server: ServerProcess;
  const door = testDoor(() => server);
  const demo = (file: string) => join(data, 'demo', file);

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), `estafeta-${name}-`));
    server = await startNewOffice(data);
  });
  afterAll(async () => {
    await server?.kill();
    await rm(data, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await door.forgetFaults();
    await door.forgetRequests();
    await door.resetClock();
    await door.offersList(true);
    await door.pen.forgetBehaviours();
  });

  const closesAfterTest = (browser: GuestBrowser): void =>
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') {
        console.log(server.output());
        await browser.screenshot(`${name}-${task.name.replace(/\W+/g, '-')}`);
      }
      await browser.close();
    });

  const sitDown = async (options?: BrowserOptions): Promise<Desk> => {
    const browser = await openGuestBrowser(options);
    closesAfterTest(browser);
    return { browser, clerk: clerkAt(browser.page, server.url) };
  };

  const sitDownAtOwnPc = async (options?: BrowserOptions): Promise<OwnDesk> => {
    const browser = await openBrowser(options);
    closesAfterTest(browser);
    const desk: OwnDesk = {
      browser,
      clerk: clerkAt(browser.page, server.url),
      reopen: async () => {
        await browser.reopen();
        desk.clerk = clerkAt(browser.page, server.url);
      },
    };
    return desk;
  };

  const gateway = async (path: string, init: RequestInit): Promise<Response> =>
    fetch(`${server.url}/gateway/simulado${path}`, {
      ...init,
      headers: { ...init.headers, 'x-estafeta': '1', origin: server.url },
    });

  const base64 = async (file: string) =>
    (await readFile(demo(file), 'utf8')).replace(/-----[^-]+-----|\s/g, '');

  const login = async (asked: Record<string, Json>) => {
    const body = JSON.stringify({
      ...asked,
      privateKey: await base64('joao.key.pem'),
      certificates: [await base64('joao.pem')],
    });
    return (await gateway('/login', { method: 'POST', body })).json();
  };

  const tokenOfJoao = async (): Promise<string> => {
    const { representacoes } = await login({ operation: 'representacoes' });
    const { token } = await login({
      operation: 'token',
      representacao: representacoes[0].codigo,
    });
    return token.valor;
  };

  /** What João does with another program; a form or a value, sent as JSON. */
  const askElsewhere = async (method: string, path: string, body?: FormData | Json) => {
    const isForm = body instanceof FormData;
    const authorization = await tokenOfJoao();
    const answer = await gateway(`/recepcao/${path}`, {
      method,
      headers: { authorization, ...(!isForm && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    return answer.json();
  };

  return {
    door,
    demo,
    /** Delivers with another program and gives the court's id and recibo. */
    deliversElsewhere: async (
      period: string,
      payload: JsonObject,
      file: Blob,
    ): Promise<{ id: number; recibo: string }> => {
      const form = new FormData();
      form.set('arquivo', file, 'EDITAL.p7s');
      const { arquivo: idDocumentoPDF } = await askElsewhere('POST', 'arquivo/upload', form);
      return (await askElsewhere('POST', period, { ...payload, idDocumentoPDF })).arquivo;
    },
    /** Changes what the court holds of a delivery, as Colare-Envios would. */
    altersElsewhere: async (period: string, id: number, change: JsonObject): Promise<void> => {
      const { arquivo } = await askElsewhere('GET', `${period}/${id}`);
      await askElsewhere('PUT', `${period}/${id}`, { ...arquivo.jsonNode, ...change });
    },
    deletesElsewhere: (period: string, id: number) => askElsewhere('DELETE', `${period}/${id}`),
    /** Origin of Passaporte, where a browser presents the certificate of its store. */
    passaporteUrl: (): string => {
      if (server.passaporteUrl === undefined) throw new Error('the sandbox is off');
      return server.passaporteUrl;
    },
    /** A token as João gets it with another program. */
    tokenOfJoao,
    /** João at another program, with his own certificate. */
    joaoElsewhere: () => demoPerson(join(data, 'demo'), 'joao'),
    url: () => server.url,
    /** Kills the server; for the last test of a file. */
    losesTheServer: () => server.kill(),
    sitDown,
    /** For what is about the profile on disk, a browser that ends or one that is opened again. */
    sitDownAtOwnPc,
    /** What the court itself answers when João sends this payload. */
    courtsAnswer: (period: string, payload: Json): Promise<Json> =>
      askElsewhere('POST', period, payload),
  };
};
