import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportMonth } from '../bulk/month.ts';
import { runMonth } from '../bulk/run.ts';
import { useOffice } from '../support/office.ts';

// Twenty-five of the deliveries that `npm run bulk` brings five hundred of.

const { sitDown, demo, door, url } = useOffice('bulk');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estafeta-bulk-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('reports of every file exactly what became of it, whatever went wrong with its delivery', async () => {
  const { browser, clerk } = await sitDown({ reducedMotion: 'reduce' });
  const { page } = browser;
  await clerk.comesToWork(demo('joao.pfx'));
  const month = await exportMonth(25, await readFile(demo('edital.pdf')));
  const verdict = await runMonth({ page, url: url(), door, folder }, month);
  expect(verdict.faults).toEqual([]);
});
