/**
 * Sends a process of 1 GB in parts of 50 MB through the built app, kills the browser in the middle, opens it again:
 * `npm run pen:large`, or with `-- --files 20 --megabytes 50 --part 50`. Ends with one line, and 0 only if all arrived once.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildApp } from '../support/build.ts';
import { startServer } from '../support/server-process.ts';
import { testDoor } from '../support/test-door.ts';
import { sendLarge } from './sending.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '4' },
    megabytes: { type: 'string', default: '256' },
    part: { type: 'string', default: '50' },
  },
});
const [files, megabytes, partMb] = [values.files, values.megabytes, values.part].map(Number);
if (!files || !megabytes || !partMb) throw new Error('numbers from 1 are wanted');

await buildApp();
const folder = await mkdtemp(join(tmpdir(), 'estafeta-pen-large-'));
const server = await startServer({
  env: { ESTAFETA_DATA: join(folder, 'data'), ESTAFETA_TEST: '1' },
});
const needed = files * Math.ceil(megabytes / partMb);
const { situacao, tramites, came } = await sendLarge({
  ...{ url: server.url, folder, door: testDoor(() => server), files, megabytes, partMb },
  killAfter: Math.ceil(needed / 2),
  tell: (line) => console.log(line),
});
await server.kill();
await rm(folder, { recursive: true, force: true, maxRetries: 3 });
// The part that was under way when the browser was killed comes once more.
const isWhole =
  situacao !== undefined && situacao >= 2 && tramites === 1 && [needed, needed + 1].includes(came);
console.log(
  `${files * megabytes} MB in parts of ${partMb} MB: ${tramites} trâmite, situação ${situacao}, ${came} parts for ${needed}`,
);
process.exit(isWhole ? 0 : 1);
