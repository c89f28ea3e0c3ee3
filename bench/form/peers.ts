import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BrowserContext } from 'playwright';
import { build } from 'vite';
import { startStaticServer } from '../../test/support/static-server.ts';
import { installKeyClock, type KeyTimes, throttle, timeKeys } from './key-clock.ts';

const FOLDER = fileURLToPath(new URL('../peers', import.meta.url));

export type PeerName = 'rjsf' | 'jsonforms';

declare global {
  /** `given`: JSON text of the schema and the rows. */
  var mountPeer: (name: PeerName, given: string) => Promise<number>;
}

/** The other form generators, each in a page of its own. */
export interface Peers {
  /** Mounts the rows and types in the middle of them. */
  time(
    context: BrowserContext,
    name: PeerName,
    rate: number,
    given: string,
  ): Promise<{ mount: number; letter: KeyTimes }>;
  stop(): Promise<void>;
}

/** Gets the peers where they are not there yet, and builds their page. Throws where there is no network for it. */
export const openPeers = async (): Promise<Peers> => {
  if (!existsSync(join(FOLDER, 'node_modules'))) {
    await promisify(execFile)('npm', ['ci', '--prefix', FOLDER], { cwd: FOLDER });
  }
  const outDir = await mkdtemp(join(tmpdir(), 'estafeta-bench-peers-'));
  await build({
    configFile: false,
    root: FOLDER,
    base: './',
    build: { outDir, emptyOutDir: true, target: 'es2023' },
    logLevel: 'error',
  });
  const host = await startStaticServer(outDir);
  return {
    time: async (context, name, rate, given) => {
      const page = await context.newPage();
      await installKeyClock(page);
      await page.goto(`${host.url}/index.html`);
      await page.waitForFunction(() => 'mountPeer' in globalThis);
      await throttle(page, rate);
      const mount = await page.evaluate(([peer, all]) => globalThis.mountPeer(peer, all), [
        name,
        given,
      ] as const);
      const inputs = page.locator('input[type="text"]');
      await inputs.nth(Math.floor((await inputs.count()) / 2)).focus();
      const letter = await timeKeys(page, 'a');
      await page.close();
      return { mount, letter };
    },
    stop: async () => {
      await host.stop();
      await rm(outDir, { recursive: true });
    },
  };
};
