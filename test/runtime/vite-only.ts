import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

// What only Vite resolves: `./x.worker.ts?worker&url`, style sheets, modules and lists of its plug-ins, its env,
// and ajv-draft-04, a CommonJS class whose declarations claim to be an ES module's default.
const VITE_WORD =
  /from '[^']*\?[a-z&]+'|['"][^'"]+\.css['"]|['"]virtual:|__WB_MANIFEST|import\.meta\.env|from 'ajv-draft-04'/;
const IMPORTED = /(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g;

const sources = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true }))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path));

/** The sources under the folders that neither are Vite-only nor import, at any depth, one that is. */
export const checkableSources = async (...folders: string[]): Promise<string[]> => {
  const files = (await Promise.all(folders.filter(existsSync).map(sources))).flat();
  const texts = new Map<string, string>();
  for (const file of files) texts.set(resolve(file), await readFile(file, 'utf8'));
  const viteOnly = new Set<string>();
  const isOut = (file: string, text: string) =>
    VITE_WORD.test(text) ||
    [...text.matchAll(IMPORTED)].some(([, path = '']) =>
      viteOnly.has(resolve(dirname(file), path)),
    );
  for (let before = -1; before !== viteOnly.size; ) {
    before = viteOnly.size;
    for (const [file, text] of texts) if (isOut(file, text)) viteOnly.add(file);
  }
  return [...texts.keys()].filter((file) => !viteOnly.has(file));
};
