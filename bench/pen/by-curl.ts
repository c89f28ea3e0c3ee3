import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isJsonObject } from '../../src/base/json.ts';
import { penProcess } from '../../test/support/pen.ts';

interface Parts {
  hash: string;
  size: number;
  parts: { from: number; to: number; path: string }[];
}

const MB = 1024 * 1024;

/** A file cut into parts that lie beside it, and its hash. */
const cut = async (path: string, partMb: number): Promise<Parts> => {
  const { size } = await stat(path);
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  const file = await open(path);
  const parts: Parts['parts'] = [];
  for (let from = 0; from < size; from += partMb * MB) {
    const to = Math.min(size, from + partMb * MB);
    const { buffer } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
    const part = `${path}.${from}`;
    await writeFile(part, buffer);
    parts.push({ from, to, path: part });
  }
  await file.close();
  return { hash: hash.digest('base64'), size, parts };
};

const PEER = 'curl';

/** Sends a process of these files with curl, in the same parts and through the same gateway; gives the milliseconds of its parts and signals. */
export const sendByCurl = async (
  url: string,
  folder: string,
  paths: readonly string[],
  { partMb, protocolo }: { partMb: number; protocolo: string },
): Promise<number> => {
  const base = `${url}/gateway/simulado/pen`;
  const headers = ['-H', 'x-estafeta: 1', '-H', `origin: ${url}`];
  const curl = (args: string[]): string => {
    const { status, error, stdout } = spawnSync(
      PEER,
      ['-sS', '--fail-with-body', ...headers, ...args],
      {
        encoding: 'utf8',
      },
    );
    if (error) throw new Error(`${PEER} is missing`);
    if (status !== 0) throw new Error(`${PEER}: ${stdout}`);
    return stdout;
  };
  const post = async (path: string, json: object): Promise<unknown> => {
    const body = join(folder, 'curl.json');
    await writeFile(body, JSON.stringify(json));
    const said = curl([
      '-H',
      'content-type: application/json',
      '-d',
      `@${body}`,
      `${base}/${path}`,
    ]);
    return JSON.parse(said);
  };
  const session = await post('entrar', { usuario: 'protocolo', senha: 'senha123' });
  if (!isJsonObject(session)) throw new Error('no session');
  headers.push('-H', `authorization: Bearer ${session.sessao}`);
  const files = await Promise.all(paths.map((path) => cut(path, partMb)));
  const registered = await post('v3/tramites/processo', await processOf(files, protocolo));
  if (!isJsonObject(registered)) throw new Error('no trâmite');
  const ticket = String(registered.ticketParaEnvioDeComponentesDigitais);
  const uploads = `v3/tickets-de-envio-de-componente/${ticket}/protocolos/componentes-a-enviar/partes`;
  const start = performance.now();
  for (const { hash, parts } of files) {
    const names = ['-F', `hashDoComponenteDigital=${hash}`, '-F', `protocolo=${protocolo}`];
    for (const { from, to, path } of parts) {
      curl(['-X', 'PUT', ...names, '-F', `conteudo=@${path}`, `${base}/${uploads}/${from}-${to}`]);
    }
    await post(`${uploads}/sinalizacao-termino-envio`, {
      hashDoComponenteDigital: hash,
      protocolo,
    });
  }
  const took = performance.now() - start;
  await Promise.all(files.flatMap(({ parts }) => parts.map(({ path }) => rm(path))));
  return took;
};

/** The metadata of a process with these files. */
const processOf = async (files: readonly Parts[], protocolo: string): Promise<object> => {
  const body = await penProcess(
    files.map(() => new Uint8Array(1)),
    {},
    protocolo,
  );
  const processo = isJsonObject(body.processo) ? body.processo : {};
  const documentos = Array.isArray(processo.documentos) ? processo.documentos : [];
  return {
    ...body,
    processo: {
      ...processo,
      documentos: documentos.map((documento, n) => ({
        ...(isJsonObject(documento) && documento),
        componentesDigitais: [
          {
            ...{ ordem: 1, nome: `${n}.bin`, tamanhoEmBytes: files[n]?.size },
            hash: { algoritmo: 'SHA256', conteudo: files[n]?.hash },
            ...{ mimeType: 'outro', tipoDeConteudo: 'out' },
            dadosComplementaresDoTipoDeArquivo: 'application/octet-stream',
          },
        ],
      })),
    },
  };
};
