import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bytes } from '../../src/base/bytes.ts';
import { toPem } from '../../src/signing/certificate/pem.ts';

const PEER = 'openssl';

/** OpenSSL as processes of its own, from file to file in one folder; times are milliseconds of whole processes. */
export interface Openssl {
  sign(content: string): number;
  /** A shell loop, a process for each file. */
  signEach(contents: readonly string[]): number;
  /** Verifies the P7S that `sign` made last. */
  verify(): number;
  /** Throws where openssl does not accept `own.p7s`, or finds another content in it. */
  checkOwn(content: string): Promise<void>;
}

/** Puts the key and its certificates, the signer's first and the root last, where openssl reads them. Throws without openssl. */
export const prepareOpenssl = async (
  folder: string,
  pkcs8: Bytes,
  certificates: readonly Bytes[],
): Promise<Openssl> => {
  const run = (command: string, args: string[]): number => {
    const start = performance.now();
    const { status, error, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    if (error) throw new Error(`${command} is missing`);
    if (status !== 0) throw new Error(`${PEER} refuses: ${stderr.trim()}`);
    return performance.now() - start;
  };
  run(PEER, ['version']);
  const pems = certificates.map((der) => toPem(der));
  await writeFile(join(folder, 'key.pem'), toPem(pkcs8, 'PRIVATE KEY'));
  await writeFile(join(folder, 'leaf.pem'), pems.slice(0, 1).join(''));
  await writeFile(join(folder, 'chain.pem'), pems.slice(1, -1).join(''));
  await writeFile(join(folder, 'root.pem'), pems.slice(-1).join(''));
  const signing = [
    ...['cms', '-sign', '-binary', '-nodetach', '-outform', 'DER', '-md', 'sha256', '-cades'],
    ...['-signer', 'leaf.pem', '-inkey', 'key.pem', '-certfile', 'chain.pem'],
  ];
  const verifying = [
    ...['cms', '-verify', '-cades', '-binary', '-CAfile', 'root.pem', '-purpose', 'any'],
    ...['-inform', 'DER', '-out', 'verified'],
  ];
  return {
    sign: (content) => run(PEER, [...signing, '-in', content, '-out', 'openssl.p7s']),
    signEach: (contents) => {
      const loop = `for f in ${contents.join(' ')}; do ${PEER} ${signing.join(' ')} -in $f -out $f.p7s || exit 1; done`;
      return run('sh', ['-c', loop]);
    },
    verify: () => run(PEER, [...verifying, '-in', 'openssl.p7s']),
    async checkOwn(content) {
      run(PEER, [...verifying, '-in', 'own.p7s']);
      const [verified, original] = [
        await readFile(join(folder, 'verified')),
        await readFile(join(folder, content)),
      ];
      if (!verified.equals(original)) throw new Error('the P7S holds another content');
    },
  };
};
