import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sendLarge } from '../pen-large/sending.ts';
import { useOffice } from '../support/office.ts';

const { door, url } = useOffice('pen-send');

it('a process of 60 MB goes on after its browser was killed, with the part that was under way', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-pen-send-'));
  const came = await sendLarge({
    ...{ url: url(), folder, door, files: 1, megabytes: 60, partMb: 5, killAfter: 6 },
  });
  await rm(folder, { recursive: true, force: true });
  expect(came).toMatchObject({ tramites: 1, needed: 12 });
  expect(came.situacao).toBeGreaterThanOrEqual(2);
  expect([12, 13]).toContain(came.came);
});
