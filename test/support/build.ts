import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');

/**
 * Builds the app as `npm run build` does. In a process of its own: the environment of a test run is not production's.
 * `ambientes` names the JSON file of a static host's environments.
 */
export const buildApp = async (outDir = 'dist', ambientes = ''): Promise<void> => {
  const args = [VITE, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  const env = { ...process.env, NODE_ENV: 'production', ESTAFETA_AMBIENTES: ambientes };
  await promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
};
