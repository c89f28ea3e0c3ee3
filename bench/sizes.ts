import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import type { Outcome } from './outcome.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** 1 kB is 1000 bytes here. */
const MOST_OF_FIRST_LOAD = 60_000;

/** Builds the app as `npm run build` does, and gives Vite's list of what the page is made of. */
const buildApp = async (outDir: string): Promise<Manifest> => {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--manifest'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the app does not build\n${stderr.trim()}`);
  return JSON.parse(await readFile(join(outDir, '.vite/manifest.json'), 'utf8'));
};

/** The files of the entry and of all it imports statically: what `index.html` has loaded before anything shows. */
const firstLoadOf = (manifest: Manifest): Set<string> => {
  const keys = new Set(Object.keys(manifest).filter((key) => manifest[key]?.isEntry));
  // A set that grows while it is walked: what is added comes up in turn.
  for (const key of keys) for (const imported of manifest[key]?.imports ?? []) keys.add(imported);
  return new Set([...keys].map((key) => manifest[key]?.file ?? ''));
};

interface Size {
  file: string;
  kind: 'first load' | 'lazy' | 'worker' | 'service worker' | 'style';
  plain: number;
  gzip: number;
}

const sizesIn = async (folder: string, manifest: Manifest): Promise<Size[]> => {
  const firstLoad = firstLoadOf(manifest);
  const lazy = new Set(Object.values(manifest).map(({ file }) => file));
  const kindOf = (file: string): Size['kind'] => {
    if (file.endsWith('.css')) return 'style';
    if (file === 'sw.js') return 'service worker';
    if (firstLoad.has(file)) return 'first load';
    // Workers are built apart from the page, so the page's manifest has none of them.
    return lazy.has(file) ? 'lazy' : 'worker';
  };
  const files = (await readdir(folder, { recursive: true }))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(js|css)$/.test(file));
  const sizes = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(folder, file));
      const gzip = gzipSync(bytes, { level: 9 }).length;
      return { file, kind: kindOf(file), plain: bytes.length, gzip };
    }),
  );
  return sizes.sort((a, b) => a.kind.localeCompare(b.kind) || b.gzip - a.gzip);
};

const tableRow = (what: string, plain: number, gzip: number): string =>
  `${what.padEnd(56)}${[plain, gzip].map((bytes) => (bytes / 1000).toFixed(1).padStart(9)).join('')}`;

/** Builds the app and weighs its scripts and styles, gzip level 9. */
export const benchSizes = async (): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-sizes-'));
  try {
    const sizes = await sizesIn(folder, await buildApp(folder));
    const firstLoad = sizes.filter(({ kind }) => kind === 'first load');
    const sum = (of: 'plain' | 'gzip') => firstLoad.reduce((total, size) => total + size[of], 0);
    const lines = [
      `${'size, kB = 1000 bytes'.padEnd(56)}${'plain'.padStart(9)}${'gzip'.padStart(9)}`,
      ...sizes.map(({ kind, file, plain, gzip }) =>
        tableRow(`${kind.padEnd(16)}${file}`, plain, gzip),
      ),
      tableRow('first load, all scripts', sum('plain'), sum('gzip')),
    ];
    const met = sum('gzip') > 0 && sum('gzip') <= MOST_OF_FIRST_LOAD;
    return { lines, targets: [{ name: 'first load ≤ 60 kB gzip of script', met }] };
  } finally {
    await rm(folder, { recursive: true });
  }
};
