/**
 * Second opinions on the files the browser test signed: OpenSSL on the P7S, poppler on the PDF.
 * Runs that test first, so that the files are its own. Ends with `N passed, N failed`; a missing tool is a failure.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNED = 'test-results/signed';
const scratch = mkdtempSync(join(tmpdir(), 'estafeta-external-'));
let passed = 0;
let failed = 0;

const run = (command: string, ...args: string[]) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  return { status: error ? -1 : status, output: `${stdout ?? ''}${stderr ?? ''}` };
};

const check = (title: string, holds: boolean, output: string): void => {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${title}`);
  if (!holds) console.log(output.trim());
};

const finish = (): never => {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
};

const missing = [
  ['openssl', 'version', 'openssl'],
  ['pdfsig', '-v', 'poppler-utils'],
  ['certutil', '-H', 'libnss3-tools'],
].filter(([tool = '', flag = '']) => run(tool, flag).status === -1);
for (const [tool, , pack] of missing) {
  check(`${tool} is installed`, false, `missing: ${tool} (Debian package ${pack})`);
}
if (missing.length > 0) finish();

const story = run('npx', 'vitest', 'run', '--project', 'browser', 'test/browser/main-job.test.ts');
check('the browser test signs its files', story.status === 0, story.output);
if (story.status !== 0) finish();

const file = (name: string) => join(SIGNED, name);
const temp = (name: string) => join(scratch, name);

const damaged = (name: string, at: (bytes: Buffer) => number): string => {
  const bytes = readFileSync(file(name));
  const index = at(bytes);
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  const path = temp(`damaged-${name}`);
  writeFileSync(path, bytes);
  return path;
};

const opensslVerify = (p7s: string, content: string) =>
  run(
    ...(['openssl', 'cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', p7s] as const),
    ...['-CAfile', file('raiz.pem'), '-purpose', 'any', '-out', content],
  );

const cades = opensslVerify(file('edital.pdf.p7s'), temp('content'));
check('openssl cms -verify -cades accepts the P7S', cades.status === 0, cades.output);
check(
  'the content inside the P7S is the file that was chosen, byte for byte',
  cades.status === 0 && readFileSync(temp('content')).equals(readFileSync(file('edital.pdf'))),
  'content differs',
);
const changed = opensslVerify(
  damaged('edital.pdf.p7s', (bytes) => bytes.indexOf('%PDF') + 100),
  temp('changed'),
);
check(
  'openssl refuses the P7S once a byte of its content is changed',
  changed.status !== 0,
  changed.output,
);

const nss = `sql:${scratch}`;
run('certutil', '-N', '-d', nss, '--empty-password');
run('certutil', '-A', '-d', nss, '-n', 'raiz', '-t', 'CT,C,C', '-a', '-i', file('raiz.pem'));

const pdfsig = (pdf: string) => run('pdfsig', '-no-ocsp', '-nssdir', nss, pdf).output;

const pdf = pdfsig(file('homologacao-assinado.pdf'));
check('pdfsig: the signature is valid', pdf.includes('Signature is Valid'), pdf);
check('pdfsig: the certificate is trusted', pdf.includes('Certificate is Trusted'), pdf);
check('pdfsig: the whole document is signed', pdf.includes('Total document signed'), pdf);
check('pdfsig: the type is ETSI.CAdES.detached', pdf.includes('ETSI.CAdES.detached'), pdf);
const broken = pdfsig(damaged('homologacao-assinado.pdf', () => 200));
check(
  'pdfsig refuses the PDF once a byte is changed',
  !broken.includes('Signature is Valid'),
  broken,
);

finish();
