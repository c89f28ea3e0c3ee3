import { foldedName } from '../../base/text-comparison.ts';

/** Names of files, by their ids, as they can lie side by side in a ZIP: safe, and each once whatever its capitals. */
export const bundleNames = (
  files: readonly { id: string; name: string }[],
): Map<string, string> => {
  const taken = new Set([PAYLOAD_NAME]);
  const names = new Map<string, string>();
  for (const { id, name } of files) {
    const free = freeName(safeName(name), taken);
    taken.add(foldedName(free));
    names.set(id, free);
  }
  return names;
};

/** The name of the payload beside its files. */
export const PAYLOAD_NAME = 'payload.json';

const LONGEST = 120;

/** A name that no system takes for a path. */
const safeName = (name: string): string => {
  const safe = name.replace(/[\p{Cc}\\/:*?"<>|]/gu, '_').replace(/^\.+$/, '_');
  const [stem, extension] = split(safe);
  return stem.slice(0, LONGEST) + extension;
};

const split = (name: string): [string, string] => {
  const extension = /(\.[^.]{1,10}){1,2}$/.exec(name)?.[0] ?? '';
  return [name.slice(0, name.length - extension.length), extension];
};

const freeName = (name: string, taken: ReadonlySet<string>): string => {
  const [stem, extension] = split(name);
  let free = name;
  for (let count = 2; taken.has(foldedName(free)); count++) free = `${stem} (${count})${extension}`;
  return free;
};
