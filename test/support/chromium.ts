import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** How the tests start a real Chromium. */
export interface ChromiumLaunch {
  executablePath: string;
  args: string[];
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  'msedge',
  'chrome.exe',
  'msedge.exe',
];
const PLACES = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Microsoft Edge.app/Contents/MacOS',
  join(process.env.PROGRAMFILES ?? '', 'Google/Chrome/Application'),
  join(process.env['PROGRAMFILES(X86)'] ?? '', 'Microsoft/Edge/Application'),
];
const MAC_NAMES = ['Google Chrome', 'Microsoft Edge'];

// Root cannot use Chromium's sandbox; everybody else keeps it.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const installed = (): string | undefined =>
  PLACES.flatMap((place) => [...NAMES, ...MAC_NAMES].map((name) => join(place, name))).find(
    (path) => existsSync(path),
  );

// Its own list of font folders knows /tmp only; without any font every text is invisible.
const useItsFonts = async (): Promise<void> => {
  const list = join(tmpdir(), 'estafeta-fonts.conf');
  const folders = `<dir>${join(tmpdir(), 'fonts')}</dir><cachedir>${join(tmpdir(), 'fonts-cache')}</cachedir>`;
  await writeFile(list, `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>`);
  process.env.FONTCONFIG_FILE ??= list;
};

const fromNpm = async (): Promise<string | undefined> => {
  // The package brings the libraries that a bare system lacks (NSS, NSPR, expat), but unpacks them and puts them
  // on the library path only where it is told that it runs on the cloud it was made for.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  try {
    const { default: sparticuz } = await import('@sparticuz/chromium');
    await useItsFonts();
    return await sparticuz.executablePath();
  } catch {
    return undefined;
  }
};

/**
 * The browser for the tests: `CHROMIUM_PATH`, then an installed Chromium, Chrome or Edge, then the one from npm.
 * Throws where there is none: a browser test is never skipped.
 */
export const findChromium = async (): Promise<ChromiumLaunch> => {
  const executablePath = process.env.CHROMIUM_PATH ?? installed() ?? (await fromNpm());
  if (!executablePath || !existsSync(executablePath)) {
    throw new Error(
      'No browser for the tests. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to one; ' +
        'on Linux x64 `npm ci` without --omit=optional brings one.',
    );
  }
  return { executablePath, args };
};
