import { join } from 'node:path';
import { check, finish } from './checks.ts';
import type { SignedCms } from './signed-cms.ts';
import type { SignedPdf } from './signed-pdf.ts';
import { run } from './tools.ts';
import { trust } from './trusted.ts';

const SIGNED = 'test-results/signed';

/** Runs the browser test of the main job; gives the files that a person signed and saved in it. */
export const filesOfTheBrowser = (): { p7s: SignedCms; pdf: SignedPdf } => {
  const story = run(
    'npx',
    'vitest',
    'run',
    '--project',
    'browser',
    'test/browser/main-job.test.ts',
  );
  check('the browser test signs its files', story.status === 0, story.output);
  if (story.status !== 0) finish();
  const file = (name: string) => join(SIGNED, name);
  trust('sandbox', file('raiz.pem'));
  return {
    p7s: {
      title: 'the P7S saved from the browser',
      path: file('edital.pdf.p7s'),
      content: file('edital.pdf'),
      signers: 1,
      counterSigners: 0,
      cades: true,
    },
    pdf: {
      title: 'the PDF saved from the browser',
      path: file('homologacao-assinado.pdf'),
      signatures: 1,
    },
  };
};
