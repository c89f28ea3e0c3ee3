import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { buildPage, type Office, openOffice } from '../../bench/outbox/office.ts';
import { clerkAt } from '../support/clerk.ts';
import { startNewOffice } from '../support/office-server.ts';
import { testDoor } from '../support/test-door.ts';

// The app's own queue in real windows of one browser, without its screens.

const UPLOAD = '/upload$';
const SEND = '^/recepcao/LIC/REG_LICITACAO/2/2019$';
const PATIENCE = { timeout: 120_000 };

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estafeta-sender-'));
  await buildPage(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sitDown = async () => {
  const office = await openOffice(folder, { start: startNewOffice });
  onTestFinished(() => office.stop());
  return { office, door: testDoor(() => office.server) };
};

type Door = ReturnType<typeof testDoor>;

const queues = ({ page, representacao }: Office, count: number) =>
  page.evaluate(([n, of]) => globalThis.outboxBench.seed(0, n, of), [
    count,
    representacao,
  ] as const);

const states = (page: Page) => page.evaluate(() => globalThis.outboxBench.states());
const starts = (page: Page) =>
  page.evaluate(() => globalThis.outboxBench.startSender(async () => undefined));
const asked = async (page: Page, what: string) =>
  (await page.evaluate(() => globalThis.outboxBench.asked()))[what] ?? 0;

/** The court takes what the page sends, and no answer comes. */
const neverHears = (page: Page) =>
  page.route(
    ({ pathname }) => pathname.endsWith('/recepcao/LIC/REG_LICITACAO/2/2019'),
    async (route) => {
      await (route.request().method() === 'POST' ? route.fetch() : route.continue());
    },
  );

/** Every delivery was sent once, by whoever did it. */
const expectOnce = async (door: Door, count: number) => {
  expect(await door.deliveries()).toHaveLength(count);
  expect(await door.count('POST', new RegExp(SEND))).toBe(count);
};

it('sends three deliveries at a time, and asks once for all whether the court is there', async () => {
  const { office, door } = await sitDown();
  await queues(office, 6);
  await door.plan('POST', UPLOAD, { kind: 'delay', ms: 2_000 }, 3);
  await starts(office.page);
  await expect.poll(() => states(office.page), PATIENCE).toEqual({ 'needs-person': 6 });
  expect(await office.page.evaluate(() => globalThis.outboxBench.mostAtOnce())).toBe(3);
  // What was heard counts for some seconds; a slow machine may take longer.
  expect(await asked(office.page, 'GET schema')).toBeLessThan(6);
  await expectOnce(door, 6);
});

it('goes on with the others where one entry throws, and with one that failed when its time has come', async () => {
  const { office, door } = await sitDown();
  await queues(office, 1);
  await office.page.evaluate(() => globalThis.outboxBench.seedPoison());
  await queues(office, 4);
  await door.plan('POST', UPLOAD, { kind: 'refuse', status: 500 }, 2);
  await starts(office.page);
  await expect.poll(() => states(office.page), PATIENCE).toEqual({ ready: 1, 'needs-person': 5 });
  await expectOnce(door, 5);
});

it('goes on in another window when the one that sends dies, and sends nothing twice', async () => {
  const { office, door } = await sitDown();
  const other = await office.newWindow();
  await queues(office, 5);
  await neverHears(office.page);
  await starts(office.page);
  await starts(other);
  await expect.poll(() => door.deliveries(), PATIENCE).toHaveLength(3);
  const dead = office.page.waitForEvent('crash');
  office.devtools.send('Page.crash').catch(() => undefined);
  await dead;
  // What was being sent is found by asking; the rest is delivered.
  await expect.poll(() => states(other), PATIENCE).toEqual({ 'needs-person': 5 });
  expect(await asked(other, 'POST number')).toBe(2);
  await expectOnce(door, 5);
});

it('hands over between two steps, however long the one under way takes', async () => {
  const { office, door } = await sitDown();
  const other = await office.newWindow();
  await queues(office, 5);
  // Longer than a silent window is waited for.
  await door.plan('POST', SEND, { kind: 'delay', ms: 5_000 });
  await starts(office.page);
  await starts(other);
  await expect.poll(() => asked(office.page, 'POST number'), PATIENCE).toBeGreaterThan(0);
  await other.evaluate(() => globalThis.outboxBench.sendFromHere());
  expect((await states(other)).uncertain).toBeUndefined();
  const sentThere = await asked(office.page, 'POST number');
  await expect.poll(() => states(other), PATIENCE).toEqual({ 'needs-person': 5 });
  expect(await asked(office.page, 'POST number')).toBe(sentThere);
  expect(sentThere + (await asked(other, 'POST number'))).toBe(5);
  await expectOnce(door, 5);
});

it('sends from the window that was asked to, even where that was before its sender had started', async () => {
  const { office, door } = await sitDown();
  const other = await office.newWindow();
  await starts(office.page);
  await other.evaluate(() => globalThis.outboxBench.sendFromHere());
  await starts(other);
  await queues({ ...office, page: other }, 2);
  await expect.poll(() => states(other), PATIENCE).toEqual({ 'needs-person': 2 });
  expect(await asked(other, 'POST number')).toBe(2);
  await expectOnce(door, 2);
});

/** Chromium freezes no page in front of a test, and Playwright's keeps none that was left: the test says it in its place. */
const hears = (page: Page, type: string) =>
  page.evaluate((name) => {
    if (name.startsWith('page')) dispatchEvent(new PageTransitionEvent(name, { persisted: true }));
    else document.dispatchEvent(new Event(name));
  }, type);

it('lets another window send when the browser freezes or leaves this one, and stands in line again afterwards', async () => {
  const { office, door } = await sitDown();
  const { page } = office;
  const other = await office.newWindow();
  await queues(office, 4);
  await door.plan('POST', UPLOAD, { kind: 'delay', ms: 2_000 }, 3);
  await starts(page);
  await expect.poll(() => asked(page, 'POST upload'), PATIENCE).toBe(3);
  await hears(page, 'freeze');
  await starts(other);
  await expect.poll(() => states(other), PATIENCE).toEqual({ 'needs-person': 4 });
  expect(await asked(page, 'POST number')).toBe(0);

  await queues(office, 1);
  await hears(page, 'resume');
  await hears(other, 'pagehide');
  await expect.poll(() => states(page), PATIENCE).toEqual({ 'needs-person': 5 });
  expect(await asked(page, 'POST number')).toBe(1);

  await queues(office, 1);
  await hears(other, 'pageshow');
  await hears(page, 'pagehide');
  await expect.poll(() => states(other), PATIENCE).toEqual({ 'needs-person': 6 });
  await expectOnce(door, 6);
});

it('wakes every window where the browser calls its service worker, once there is network or now and then', async () => {
  const { office } = await sitDown();
  const windows = await Promise.all([1, 2].map(() => office.page.context().newPage()));
  for (const window of windows) {
    await window.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      navigator.serviceWorker.addEventListener('message', ({ data }) => heard.push(data.type));
    });
    const clerk = clerkAt(window, office.server.url);
    await clerk.open();
    await clerk.waitsUntilReadyOffline();
  }
  const heard = () =>
    Promise.all(windows.map((window) => window.evaluate(() => Reflect.get(globalThis, 'heard'))));
  const [window] = windows;
  if (!window) throw new Error('no window');
  const devtools = await office.page.context().newCDPSession(window);
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const call = {
    origin: office.server.url,
    registrationId: await registered,
    tag: 'estafeta-fila',
  };
  await devtools.send('ServiceWorker.dispatchPeriodicSyncEvent', call);
  await expect.poll(heard).toEqual([['WAKE'], ['WAKE']]);
  await devtools.send('ServiceWorker.dispatchSyncEvent', { ...call, lastChance: false });
  await expect.poll(heard).toEqual([
    ['WAKE', 'WAKE'],
    ['WAKE', 'WAKE'],
  ]);
});
