import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utf8 } from '../../src/base/bytes.ts';
import { readSignedData, type SignerInfo } from '../../src/signing/cms/signed-data.ts';
import { check } from './checks.ts';
import { keep, keepChanged, scratch } from './scratch.ts';
import { BOUNCY_CASTLE_CLASSES, type Outcome, run } from './tools.ts';
import { rootsFile } from './trusted.ts';

/** A CMS file to be judged by OpenSSL and BouncyCastle. */
export interface SignedCms {
  title: string;
  path: string;
  /** Path of what was signed. */
  content: string;
  detached?: boolean;
  signers: number;
  counterSigners: number;
  /** Whether every signer names its certificate (ESS), as `openssl cms -cades` demands; the files of others may not. */
  cades: boolean;
}

const opensslVerify = (file: SignedCms): Outcome => {
  const content = join(scratch, 'openssl-content');
  const outcome = run(
    ...(['openssl', 'cms', '-verify', '-binary', '-inform', 'DER', '-in', file.path] as const),
    ...['-CAfile', rootsFile, '-purpose', 'any', '-out', content],
    ...(file.cades ? ['-cades'] : []),
    ...(file.detached ? ['-content', file.content] : []),
  );
  if (outcome.status !== 0 || readFileSync(content).equals(readFileSync(file.content))) {
    return outcome;
  }
  return { ...outcome, status: 1, output: 'the content is another one' };
};

/** What BouncyCastle says of each file, in their order; one Java machine for all of them. */
const bouncyCastleVerify = (files: readonly SignedCms[]): string[] => {
  const lines = files.map(({ path, content, detached }) =>
    [path, content, detached ? 'detached' : 'attached'].join('\t'),
  );
  const list = keep('bouncycastle.tsv', utf8(`${lines.join('\n')}\n`));
  const source = fileURLToPath(new URL('VerifyCms.java', import.meta.url));
  const { status, stdout, output } = run('java', '-cp', BOUNCY_CASTLE_CLASSES, source, list);
  const opinions = stdout.trim().split('\n');
  if (status !== 0 || opinions.length !== files.length) throw new Error(`BouncyCastle: ${output}`);
  return opinions;
};

interface Damaged extends SignedCms {
  /** OpenSSL does not look at counter-signatures. */
  onlyBouncyCastle?: boolean;
}

/** The same file with a byte changed: of its content, of its first signature, of the first that counter-signs this. */
const damaged = (file: SignedCms, number: number): Damaged[] => {
  const cms = new Uint8Array(readFileSync(file.path));
  const [signer] = readSignedData(cms)?.signers ?? [];
  if (!signer) throw new Error(`${file.title}: no signer found`);
  const inSignature = ({ signature }: SignerInfo, name: string): string =>
    keepChanged(file.path, signature.byteOffset + signature.length - 10, name);
  const start = readFileSync(file.content).subarray(0, 64);
  const inContent = Buffer.from(cms).indexOf(start) + 10;
  const copies: Damaged[] = [
    {
      ...file,
      title: `${file.title}, a byte of the content changed`,
      ...(file.detached
        ? { content: keepChanged(file.content, 10, `changed-content-${number}`) }
        : { path: keepChanged(file.path, inContent, `changed-${number}`) }),
    },
    {
      ...file,
      title: `${file.title}, a byte of the signature changed`,
      path: inSignature(signer, `changed-signature-${number}`),
    },
  ];
  const [counterSigner] = signer.countersignatures;
  if (counterSigner) {
    copies.push({
      ...file,
      title: `${file.title}, a byte of the counter-signature changed`,
      path: inSignature(counterSigner, `changed-counter-signature-${number}`),
      onlyBouncyCastle: true,
    });
  }
  return copies;
};

/** Above this size a damaged copy would prove nothing that the smaller files have not. */
const DAMAGED_UP_TO = 100_000;

/** Checks that both verifiers accept every file with all its signers, and refuse it once a byte is changed. */
export const judgeCms = (files: readonly SignedCms[]): void => {
  const small = files.filter(
    ({ path, content }) => statSync(path).size + statSync(content).size <= DAMAGED_UP_TO,
  );
  const broken = small.flatMap((file, number) => damaged(file, number));
  const opinions = bouncyCastleVerify([...files, ...broken]);
  files.forEach((file, number) => {
    const openssl = opensslVerify(file);
    check(`OpenSSL accepts ${file.title}`, openssl.status === 0, openssl.output);
    const expected = `accepted\t${file.signers}\t${file.counterSigners}`;
    const opinion = opinions[number] ?? '';
    check(`BouncyCastle accepts ${file.title}`, opinion === expected, `${opinion} (${expected})`);
  });
  broken.forEach((file, number) => {
    if (!file.onlyBouncyCastle) {
      const openssl = opensslVerify(file);
      check(`OpenSSL refuses ${file.title}`, openssl.status > 0, openssl.output);
    }
    const opinion = opinions[files.length + number] ?? '';
    check(`BouncyCastle refuses ${file.title}`, opinion.startsWith('refused'), opinion);
  });
};
