import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const exists = (path: string): boolean => {
  const found = statSync(new URL(path, root), { throwIfNoEntry: false });
  return path.endsWith('/') ? found?.isDirectory() === true : found?.isFile() === true;
};

const SCREENS = [...read('src/ui/router.ts').matchAll(/^ {2}'(\w+)',$/gm)].map(([, name]) => name);
const frame = read('src/ui/app.tsx') + read('src/ui/processes/processes-routes.tsx');
const shelves = read('src/ui/processes/list/shelves.tsx');

/** Whether the frame shows something of its own under an address such as `#/ajustes/consulta`. */
const isShown = (address: string): boolean => {
  const [, screen, part] = address.split('/');
  const isPart = part === undefined || frame.includes(`id === '${part}'`);
  const isShelf = screen === 'processos' && shelves.includes(`${part}': text.shelves`);
  const isNamed = screen === 'processos' && shelves.includes(` ${part}: text.shelves`);
  return SCREENS.includes(screen) && (isPart || isShelf || isNamed);
};

describe.each([
  { file: 'docs/functions.md', least: 40 },
  { file: 'docs/functions-pen.md', least: 50 },
])('$file', ({ file, least }) => {
  const table = read(file);
  const rows = table.split('\n').filter((line) => /^\| (?!function|---)/.test(line));
  const named = [...table.matchAll(/`([^`]+)`/g)].flatMap(([, text]) => text ?? []);

  it('names only files and screens that are there', () => {
    const files = named.filter((text) => /^(src|server|docs)\//.test(text));
    const screens = named.filter((text) => text.startsWith('#/'));
    expect(files.filter((path) => !exists(path))).toEqual([]);
    expect(screens.filter((address) => !isShown(address))).toEqual([]);
    expect([files.length > 40, screens.length > 30]).toEqual([true, true]);
  });

  it('has a screen for every function, or says why not', () => {
    expect(rows.length).toBeGreaterThan(least);
    const silent = rows.filter((row) => {
      const [, , screen = '', , remarks = ''] = row.split('|').map((cell) => cell.trim());
      return screen === '–' && remarks === '';
    });
    expect(silent).toEqual([]);
  });
});
