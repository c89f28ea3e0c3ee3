import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, onTestFinished } from 'vitest';
import type { Json } from '../../src/base/json.ts';
import { openBrowser, type PersonsBrowser } from './browser.ts';
import { type Clerk, clerkAt } from './clerk.ts';
import { demoPerson } from './demo-person.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { testDoor } from './test-door.ts';

type BrowserOptions = Parameters<typeof openBrowser>[0];

/** A clerk before a browser of her own. */
export interface Desk {
  browser: PersonsBrowser;
  /** At the page that is open now. */
  clerk: Clerk;
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
    server = await startServer({ env: { ESTAFETA_DATA: data, ESTAFETA_TEST: '1' } });
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
  });

  const sitDown = async (options: BrowserOptions = {}): Promise<Desk> => {
    const browser = await openBrowser(options);
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') {
        console.log(server.output());
        await browser.screenshot(`${name}-${task.name.replace(/\W+/g, '-')}`);
      }
      await browser.close();
    });
    const desk: Desk = {
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

  return {
    door,
    demo,
    /** A token as João gets it with another program. */
    tokenOfJoao,
    /** João at another program, with his own certificate. */
    joaoElsewhere: () => demoPerson(join(data, 'demo'), 'joao'),
    url: () => server.url,
    /** Kills the server; for the last test of a file. */
    losesTheServer: () => server.kill(),
    sitDown,
    /** What the court itself answers when João sends this payload. */
    courtsAnswer: async (period: string, payload: Json): Promise<Json> => {
      const headers = { authorization: await tokenOfJoao(), 'content-type': 'application/json' };
      const body = JSON.stringify(payload);
      return (await gateway(`/recepcao/${period}`, { method: 'POST', headers, body })).json();
    },
  };
};
