import { createReadStream, createWriteStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { getMimeType } from 'hono/utils/mime';
import type { Job, JobResult } from './jobs.ts';

/** The page of the benchmark with its files, on loopback, and what it is told to do. */
export interface JobServer {
  url: string;
  /** Has the page do something; gives the milliseconds as the page saw them. Throws where it fails or falls silent. */
  run(job: Job): Promise<number>;
  stop(): Promise<void>;
}

const SILENCE_MS = 120_000;

interface Waiting {
  resolve(ms: number): void;
  reject(reason: Error): void;
}

/** Serves the built page, and `folder` under `/files/`; what the page saves becomes `own.p7s` there. */
export const startJobServer = async (page: string, folder: string): Promise<JobServer> => {
  let idle: ServerResponse | undefined;
  let next: Job | undefined;
  let waiting: Waiting | undefined;

  const handOut = (): void => {
    if (!idle || !next) return;
    idle.end(JSON.stringify(next));
    idle = next = undefined;
  };

  const settle = (result: JobResult): void => {
    if ('ms' in result) waiting?.resolve(result.ms);
    else waiting?.reject(new Error(result.error));
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    if (path === '/job') {
      idle = response;
      return handOut();
    }
    if (path === '/result') {
      settle(JSON.parse(await text(request)));
    } else if (path === '/saved') {
      await pipeline(request, createWriteStream(join(folder, 'own.p7s')));
    } else {
      const own = path.startsWith('/files/')
        ? join(folder, basename(path))
        : join(page, path === '/' ? 'index.html' : path);
      response.setHeader('content-type', getMimeType(own) ?? 'application/octet-stream');
      return pipeline(createReadStream(own), response);
    }
    response.end();
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the job server got no port');

  const run = async (job: Job): Promise<number> => {
    const silence = AbortSignal.timeout(SILENCE_MS);
    return new Promise<number>((resolve, reject) => {
      silence.addEventListener('abort', () => reject(new Error(`${job.act}: no answer`)));
      waiting = { resolve, reject };
      next = job;
      handOut();
    });
  };
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${address.port}/`, run, stop };
};
