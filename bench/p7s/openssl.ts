import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toPem } from '../../src/signing/certificate/pem.ts';
import { icpFile } from '../../test/support/icp.ts';
import type { KeyFiles } from './worker.ts';

const PEER = 'openssl';

const openssl = (...args: string[]): void => {
  const { status, error, stderr } = spawnSync(PEER, args, { encoding: 'utf8' });
  if (error) throw new Error(`${PEER} is missing`);
  if (status !== 0) throw new Error(`${PEER} refuses: ${stderr.trim()}`);
};

/** OpenSSL as a process of its own, from file to file in one folder. */
export interface Openssl {
  /** Signs `content` as the page does; gives the milliseconds of the whole process. */
  sign(): number;
  /** Throws where openssl does not accept `own.p7s`, or finds other content in it. */
  verifyOwn(): Promise<void>;
}

/** Puts the key and its certificates where openssl reads them. Throws where there is no openssl. */
export const prepareOpenssl = async (
  folder: string,
  { pkcs8, certificates }: KeyFiles,
): Promise<Openssl> => {
  openssl('version');
  const at = (name: string) => join(folder, name);
  const pems = certificates.map((der) => toPem(der));
  await writeFile(at('key.pem'), toPem(pkcs8, 'PRIVATE KEY'));
  await writeFile(at('leaf.pem'), pems.slice(0, 1).join(''));
  await writeFile(at('chain.pem'), pems.slice(1).join(''));
  await writeFile(at('root.pem'), toPem(await icpFile('certs/raiz.der')));
  const signArgs = [
    ...['cms', '-sign', '-binary', '-nodetach', '-outform', 'DER', '-md', 'sha256', '-cades'],
    ...['-signer', at('leaf.pem'), '-inkey', at('key.pem'), '-certfile', at('chain.pem')],
    ...['-in', at('content'), '-out', at('openssl.p7s')],
  ];
  const verifyArgs = [
    ...['cms', '-verify', '-cades', '-binary', '-CAfile', at('root.pem'), '-purpose', 'any'],
    ...['-inform', 'DER', '-in', at('own.p7s'), '-out', at('verified')],
  ];
  return {
    sign() {
      const start = performance.now();
      openssl(...signArgs);
      return performance.now() - start;
    },
    async verifyOwn() {
      openssl(...verifyArgs);
      const [verified, content] = await Promise.all(
        ['verified', 'content'].map((name) => readFile(at(name))),
      );
      if (!content || !verified?.equals(content)) throw new Error('the P7S holds other content');
    },
  };
};
