import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** `FIREFOX_PATH`, or the Firefox that is installed. Throws where there is none. */
export const findFirefox = (): string => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = folders.flatMap((folder) => [
    join(folder, 'firefox'),
    join(folder, 'firefox-esr'),
  ]);
  const path = process.env.FIREFOX_PATH ?? installed.find((candidate) => existsSync(candidate));
  if (!path) throw new Error('Firefox is missing');
  return path;
};
