import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The rules of `.dependency-cruiser.cjs` are tried on a small tree of their own; that the real one keeps them is
// what `npm run check:arrows` says.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** Who imports what, and the rule that forbids it. */
const WRONG: [from: string, to: string, rule: string][] = [
  ['src/base/bytes.ts', '../draft/types.ts', 'src-base-arrows'],
  ['src/layout/fields.ts', '../store/open.ts', 'src-layout-arrows'],
  ['src/validation/report.ts', '../draft/types.ts', 'src-validation-arrows'],
  ['src/outbox/machine.ts', '../protocol/steps.ts', 'src-outbox-arrows'],
  ['src/store/drafts.ts', '../draft/types.ts', 'src-store-types-only'],
  ['src/store/entries.ts', '../app/start.ts', 'src-store-arrows'],
  ['src/app/queue.ts', '../ui/screen.tsx', 'src-app-arrows'],
  ['src/ui/field.tsx', '../store/open.ts', 'src-ui-arrows'],
  ['src/sw/sw.ts', '../app/start.ts', 'src-sw-arrows'],
  ['src/receipt/delivery.ts', 'idb', 'io-stays-out-of-the-core'],
  ['src/ui/verdict.tsx', 'ajv', 'ajv-stays-in-its-worker'],
  ['src/base/files.ts', 'node:fs', 'browser-code-knows-no-runtime'],
  ['src/app/court.ts', '../../server/sandbox/court.ts', 'app-never-imports-server'],
  ['server/gateway/relay.ts', '../sandbox/court.ts', 'gateway-arrows'],
  ['server/gateway/rules.ts', '../../src/validation/words.ts', 'gateway-arrows'],
  ['server/sandbox/queue.ts', '../../src/app/start.ts', 'sandbox-arrows'],
  ['server/sandbox/serve.ts', '@hono/node-server', 'only-two-files-name-a-runtime'],
  ['src/layout/one.ts', './other.ts', 'no-circular'],
];

const RIGHT: [from: string, to: string][] = [
  ['src/ui/screen.tsx', '../app/start.ts'],
  ['src/app/start.ts', '../store/open.ts'],
  ['src/store/open.ts', 'idb'],
  ['src/layout/other.ts', './one.ts'],
  ['server/sandbox/court.ts', '../../src/validation/words.ts'],
  ['server/node.ts', '@hono/node-server'],
];

const ENDS = ['src/draft/types.ts', 'src/protocol/steps.ts', 'src/validation/words.ts'];
const PACKAGES = ['idb', 'ajv', '@hono/node-server'];

interface Violation {
  from: string;
  rule: { name: string };
}

let tree: string;
let violations: Violation[];

const write = async (path: string, content: string): Promise<void> => {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), content);
};

const cruise = (): Promise<Violation[]> =>
  new Promise((resolve) => {
    const config = join(ROOT, '.dependency-cruiser.cjs');
    const args = [CRUISER, '--config', config, '--output-type', 'json', 'src', 'server'];
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 1e8 }, (_, stdout) => {
      resolve(JSON.parse(stdout).summary.violations);
    });
  });

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'estafeta-arrows-'));
  await copyFile(join(ROOT, 'tsconfig.json'), join(tree, 'tsconfig.json'));
  await write('package.json', '{"type":"module","dependencies":{"idb":"*","ajv":"*"}}');
  for (const name of PACKAGES) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    await write(`node_modules/${name}/index.js`, 'export const it = 1;');
  }
  for (const end of ENDS) await write(end, 'export const it = 1;');
  for (const [from, to] of [...WRONG, ...RIGHT]) {
    await write(from, `import { it } from '${to}';\nexport const use = it;\n`);
  }
  violations = await cruise();
});

afterAll(() => rm(tree, { recursive: true, force: true }));

describe('the rules of the architecture', () => {
  it.each(WRONG)('forbid %s to import %s (%s)', (from, _, rule) => {
    const broken = violations.filter((each) => each.from === from).map((each) => each.rule.name);
    expect(broken).toContain(rule);
  });

  it('forbid nothing else', () => {
    const expected = new Set(WRONG.map(([from]) => from));
    // A circle is told at each of its members.
    expected.add('src/layout/other.ts');
    expect(violations.filter(({ from }) => !expected.has(from))).toEqual([]);
  });
});
