import { readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const table = read('docs/functions.md');
const rows = table.split('\n').filter((line) => /^\| (?!function|---)/.test(line));
const named = [...table.matchAll(/`([^`]+)`/g)].flatMap(([, text]) => text ?? []);

const exists = (path: string): boolean => {
  const found = statSync(new URL(path, root), { throwIfNoEntry: false });
  return path.endsWith('/') ? found?.isDirectory() === true : found?.isFile() === true;
};

const SCREENS = [...read('src/ui/router.ts').matchAll(/^ {2}'(\w+)',$/gm)].map(([, name]) => name);
const app = read('src/ui/app.tsx');

/** Whether the frame shows something of its own under an address such as `#/ajustes/consulta`. */
const isShown = (address: string): boolean => {
  const [, screen, part] = address.split('/');
  return SCREENS.includes(screen) && (part === undefined || app.includes(`id === '${part}'`));
};

it('every file and every screen that the table of functions names is there', () => {
  const files = named.filter((text) => /^(src|server|docs)\//.test(text));
  const screens = named.filter((text) => text.startsWith('#/'));
  expect(files.filter((path) => !exists(path))).toEqual([]);
  expect(screens.filter((address) => !isShown(address))).toEqual([]);
  expect([files.length > 40, screens.length > 30]).toEqual([true, true]);
});

it('every function has a screen or says why not', () => {
  expect(rows.length).toBeGreaterThan(40);
  const silent = rows.filter((row) => {
    const [, , screen = '', , remarks = ''] = row.split('|').map((cell) => cell.trim());
    return screen === '–' && remarks === '';
  });
  expect(silent).toEqual([]);
});
