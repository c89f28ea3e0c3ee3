import { bytesOf } from '../../src/base/bytes.ts';
import type { Result } from '../../src/base/result.ts';
import { addSignature } from '../../src/signing/cms/co-sign.ts';
import { addCounterSignature } from '../../src/signing/cms/counter-sign.ts';
import { signAttached } from '../../src/signing/cms/sign.ts';
import { icpFile } from '../support/icp.ts';
import { keep } from './scratch.ts';
import type { SignedCms } from './signed-cms.ts';
import { curve, joao, maria, type Person } from './signers.ts';

const OPTIONS = { now: Date.now(), level: 'AD-RB' } as const;

/** A P7S of one or more signers, ours or another maker's, to be signed once more. */
interface Base {
  maker: string;
  p7s: Blob;
  signers: number;
  counterSigners: number;
  /** Whether its signers name their certificates. */
  cades: boolean;
}

const byOthers = async (maker: string, file: string, more: Partial<Base> = {}): Promise<Base> => {
  const p7s = new Blob([await icpFile(`cms/${file}.p7s`)]);
  return { maker, p7s, signers: 1, counterSigners: 0, cades: true, ...more };
};

const required = <T>(outcome: Result<T, string>): T => {
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
};

const coSign = async (p7s: Blob, { keys, chain }: Person): Promise<Blob> =>
  required(await addSignature(p7s, keys, chain, OPTIONS));

const counterSign = async (p7s: Blob, index: number, { keys, chain }: Person): Promise<Blob> =>
  required(await addCounterSignature(p7s, index, keys, chain, OPTIONS));

/** Co-signed and counter-signed P7S, on our own and on those of other makers, written to files. */
export const makeP7sOfSeveral = async (): Promise<SignedCms[]> => {
  const text = await icpFile('content.txt');
  const content = keep('content.txt', text);
  const own = await signAttached(new Blob([text]), joao.keys, joao.chain, OPTIONS);
  const bases: Base[] = [
    { maker: 'our own', p7s: own, signers: 1, counterSigners: 0, cades: true },
    await byOthers("openssl's", 'attached'),
    await byOthers("openssl's, streamed BER", 'streamed'),
    await byOthers("openssl's of two", 'cosigned', { signers: 2 }),
    await byOthers("BouncyCastle's", 'bouncycastle', { cades: false }),
    await byOthers("BouncyCastle's, counter-signed", 'countersigned', {
      counterSigners: 1,
      cades: false,
    }),
  ];
  const files: SignedCms[] = [];
  for (const { maker, p7s, signers, counterSigners, cades } of bases) {
    const write = async (
      what: string,
      blob: Blob,
      added: [signers: number, counterSigners: number],
    ) => {
      const title = `${what} on ${maker}`;
      files.push({
        title,
        path: keep(title.replaceAll(/\W+/g, '-'), await bytesOf(blob)),
        content,
        cades,
        signers: signers + added[0],
        counterSigners: counterSigners + added[1],
      });
    };
    const both = await coSign(p7s, curve);
    await write('a co-signature', both, [1, 0]);
    await write('a counter-signature', await counterSign(p7s, 0, curve), [0, 1]);
    await write(
      'a co-signature and a counter-signature of it',
      await counterSign(both, signers, maria),
      [1, 1],
    );
  }
  return files;
};
