import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** `server/node.ts` (or `server/deno.ts`) running as a process of its own. */
export interface ServerProcess {
  /** Address to open, such as `http://127.0.0.1:40123`. */
  url: string;
  /** Origin of the sandbox's Passaporte; absent where the sandbox is off. */
  passaporteUrl: string | undefined;
  /** What opens the test door; absent unless `ESTAFETA_TEST=1`. */
  testSecret: string | undefined;
  /** Everything printed so far. */
  output(): string;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as in a power cut. */
  kill(): Promise<void>;
}

export interface ServerStart {
  /** Added to free ports; `ESTAFETA_DATA` should be a folder of the test's own. */
  env: Record<string, string>;
  /** Program and arguments; Node with tsx unless given. */
  command?: [string, ...string[]];
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NODE: [string, ...string[]] = [process.execPath, '--import', 'tsx', 'server/node.ts'];

/** Starts the server and waits for the line that says it is ready. Throws with its output where it ends before. */
export const startServer = async ({ env, command = NODE }: ServerStart): Promise<ServerProcess> => {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', PASSAPORTE_PORT: '0', PEN_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const exited = once(child, 'exit').then(([code, signal]: (number | null)[]) => {
    printed += `(ended with ${code ?? signal})\n`;
    return code ?? null;
  });
  child.stderr.on('data', (part) => {
    printed += part;
  });
  const found = (pattern: RegExp) => pattern.exec(printed)?.[1];
  const ready = new Promise<string>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      printed += `${line}\n`;
      const url = /^Abra (\S+)/.exec(line)?.[1];
      if (url) resolve(url);
    });
  });
  const url = await Promise.race([
    ready,
    exited.then((code) => {
      throw new Error(`the server ended with ${code} before it was ready:\n${printed}`);
    }),
  ]);
  return {
    url,
    passaporteUrl: found(/^Passaporte do simulador em (\S+)/m),
    testSecret: found(/^Porta de testes aberta, segredo (\S+)/m),
    output: () => printed,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
};
