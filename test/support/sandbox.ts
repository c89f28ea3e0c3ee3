import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { installDemo } from '../../server/sandbox/demo/install.ts';
import { createSandbox, type Sandbox } from '../../server/sandbox/sandbox.ts';
import type { Bytes } from '../../src/base/bytes.ts';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import type { Json } from '../../src/base/json.ts';
import { type DemoPerson, demoPerson } from './demo-person.ts';

export { documentedPayload } from './documented-payload.ts';

const HOST = 'http://127.0.0.1';

interface Answer {
  status: number;
  body: Json;
  headers: Headers;
}

/** A sandbox in a folder of its own, gone after the test. */
export interface TestSandbox {
  sandbox: Sandbox;
  dataDir: string;
  read(file: string): Promise<Bytes>;
  person(file: 'maria' | 'joao'): Promise<DemoPerson>;
  /** Logs in and gives the raw token. */
  login(file: 'maria' | 'joao', representacao: number): Promise<string>;
  /** Asks Recepção; `body` an object is sent as JSON. */
  ask(method: string, path: string, token?: string, body?: BodyInit | object): Promise<Answer>;
  upload(token: string, file: Blob | Bytes): Promise<Answer>;
  /** The bytes of an answer that is no JSON. */
  download(path: string, token: string): Promise<Bytes>;
  signP7s(file: 'maria' | 'joao', content: Blob, at?: number): Promise<Blob>;
  signPdf(file: 'maria' | 'joao', pdf: Bytes): Promise<Bytes>;
}

const asBody = (body: BodyInit | object | undefined): BodyInit | undefined => {
  const isJson = Object.getPrototypeOf(body ?? null) === Object.prototype;
  return isJson ? JSON.stringify(body) : (body as BodyInit | undefined);
};

export const fileForm = (file: Blob | Bytes, name = 'EDITAL.pdf'): FormData => {
  const form = new FormData();
  form.set('arquivo', new Blob([file]), name);
  return form;
};

const newFolder = () => mkdtemp(join(tmpdir(), 'estafeta-sandbox-'));

/** A new folder with the demo chain of this run; its user takes it away. */
export const folderWithChain = async (): Promise<string> => {
  const chain = join(inject('demoChain'), 'chain');
  if (!existsSync(chain)) {
    const own = await mkdtemp(join(inject('demoChain'), 'making-'));
    await installDemo(own, Date.now());
    // Another file may have been quicker; its chain is as good.
    await rename(own, chain).catch(() => undefined);
  }
  const folder = await newFolder();
  await cp(chain, folder, { recursive: true });
  return folder;
};

export const useTestSandbox = async (
  clock: Clock = systemClock,
  options: { dataDir?: string; secret?: string } = {},
): Promise<TestSandbox> => {
  const dataDir = options.dataDir ?? (await folderWithChain());
  const testDoor = options.secret ? { testDoor: { secret: options.secret } } : {};
  const sandbox = await createSandbox({ dataDir, clock, ...testDoor });
  onTestFinished(async () => {
    sandbox.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const read = async (file: string) => new Uint8Array(await readFile(join(dataDir, file)));
  const person = (file: 'maria' | 'joao') => demoPerson(join(dataDir, 'demo'), file);

  const ask: TestSandbox['ask'] = async (method, path, token, body) => {
    const headers = new Headers();
    if (token) headers.set('Authorization', token);
    if (!(body instanceof FormData)) headers.set('Content-Type', 'application/json');
    const init = body === undefined ? {} : { body: asBody(body) ?? '' };
    const response = await sandbox.recepcao(new Request(HOST + path, { method, headers, ...init }));
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text || 'null'), headers: response.headers };
  };

  return {
    sandbox,
    dataDir,
    read,
    person,
    ask,
    login: async (file, representacao) => {
      const { certificate } = await person(file);
      const response = await sandbox.passaporte(
        new Request(`${HOST}/passaporte/api/auth/certificado?representacao=${representacao}`),
        certificate.der,
      );
      return (await response.json()).token.valor;
    },
    upload: (token, file) => ask('POST', '/recepcao/arquivo/upload', token, fileForm(file)),
    download: async (path, token) => {
      const headers = { Authorization: token };
      const response = await sandbox.recepcao(new Request(HOST + path, { headers }));
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    signP7s: async (file, content, at = clock.now()) => (await person(file)).signP7s(content, at),
    signPdf: async (file, pdf) => (await person(file)).signPdf(pdf, clock.now()),
  };
};
