import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { SETTLE_MS } from '../../src/protocol/recepcao/steps/step.ts';
import { clerkAt } from '../support/clerk.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { testDoor } from '../support/test-door.ts';
import type { Gate } from './gate.ts';
import { isMarked } from './judge.ts';
import { openMortalBrowser } from './mortal-browser.ts';
import { type Relay, startRelay } from './relay.ts';
import type { Court, Desk } from './story.ts';

/** A server, the relay before it, and the profile of a browser in which the app is installed; for one run at a time. */
export interface Office {
  folder: string;
  profile: string;
  relay: Relay;
  door: ReturnType<typeof testDoor>;
  court: Court;
  desk(page: Page, gate: Gate): Desk;
  close(): Promise<void>;
}

/** The court tells its time in whole seconds. */
const SETTLED_MS = SETTLE_MS + 1_000;

/** `start`: starts a server with its test door open, over the data of a folder that is still to be made. */
export const openOffice = async (
  start: (data: string) => Promise<ServerProcess>,
): Promise<Office> => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-crash-'));
  const data = join(folder, 'data');
  const server = await start(data);
  const relay = await startRelay(server.url);
  const door = testDoor(() => server);
  const pfx = join(data, 'demo', 'joao.pfx');
  const court: Court = {
    find: async (mark) => (await door.deliveries()).find((each) => isMarked(each, mark))?.id,
    settles: async () => void (await door.moveClock((await door.now()) + SETTLED_MS)),
  };
  const profile = join(folder, 'profile');
  await install(profile, relay.url);
  return {
    ...{ folder, profile, relay, door, court },
    desk: (page, gate) => ({
      ...{ page, url: relay.url, pfx, file: join(data, 'demo', 'edital.pdf'), court },
      did: async (what) => {
        gate.open();
        await gate.reach(what);
      },
    }),
    close: async () => {
      await relay.close();
      await server.kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};

const install = async (profile: string, url: string): Promise<void> => {
  const { page, close } = await openMortalBrowser(profile);
  const clerk = clerkAt(page, url);
  await clerk.open();
  await clerk.waitsUntilReadyOffline();
  await close();
};
