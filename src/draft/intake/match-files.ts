import type { Pointer } from '../../base/json-pointer.ts';
import { foldedName } from '../../base/text-comparison.ts';

/** A file field that holds the name or path of a file. */
export interface FileReference {
  pointer: Pointer;
  name: string;
}

/** `path`: of the file it means; `several`: more than one may be meant. */
export interface MatchedReference extends FileReference {
  path?: string;
  several?: true;
}

/**
 * Finds the files that a payload names, among the `paths` of all that were brought: the one at that place from the payload's
 * folder, else the only one of that name. Capitals do not count; `x.pdf.p7s` does for `x.pdf` where that is missing.
 */
export const matchFiles = (
  references: readonly FileReference[],
  payloadPath: string,
  paths: readonly string[],
): MatchedReference[] => {
  const byPlace = new Map(paths.map((path) => [foldedName(path), path]));
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    const name = baseName(foldedName(path));
    byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  const folder = payloadPath.slice(0, payloadPath.lastIndexOf('/') + 1);

  const find = (name: string): Pick<MatchedReference, 'path' | 'several'> | undefined => {
    const there = byPlace.get(foldedName(resolved(folder, name)));
    if (there !== undefined) return { path: there };
    const [only, ...others] = byName.get(baseName(foldedName(name))) ?? [];
    if (only === undefined) return undefined;
    return others.length === 0 ? { path: only } : { several: true };
  };

  return references.map((reference) => {
    const name = reference.name.replaceAll('\\', '/');
    return { ...reference, ...(find(name) ?? find(`${name}.p7s`)) };
  });
};

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A path from a folder on, without `.` and `..`. */
const resolved = (folder: string, name: string): string => {
  const parts: string[] = [];
  for (const part of (folder + name).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
};
