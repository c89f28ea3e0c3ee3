import { describe, expect, it, test } from 'vitest';
import { icpTrust } from '../../../test/support/icp.ts';
import { makeCms, onePage, tablePdf, withRevision } from '../../../test/support/pdfs.ts';
import { type Bytes, concat, utf8 } from '../../base/bytes.ts';
import { signPdf } from '../pdf/sign.ts';
import type { FileReport } from '../report.ts';
import { examinePdf } from './examine-pdf.ts';

const NOW = Date.UTC(2030, 5, 1);
const signingTime = Date.UTC(2030, 4, 21, 15);

const sign = async (pdf: Bytes): Promise<Bytes> => {
  const signed = await signPdf(pdf, { signingTime, name: 'Maria' }, makeCms);
  if (!signed.ok) throw new Error(signed.error);
  return signed.value;
};

const examine = (pdf: Bytes): Promise<FileReport> => examinePdf(pdf, icpTrust, { now: NOW });

const original = tablePdf([...onePage(), '(an object)']);
const once = await sign(original);
const twice = await sign(once);
const thrice = await sign(twice);

it('a signature that covers the whole file is told with its time and its signer', async () => {
  const report = await examine(once);
  expect(report).toMatchObject({ kind: 'pdf', verdict: 'valid-revocation-unchecked' });
  expect(report.signatures).toMatchObject([
    {
      covers: { of: 'whole-file', size: once.length },
      claimedTime: signingTime,
      judgedAt: NOW,
      signer: { holder: { cpf: '12345678909' } },
      reasons: ['revocation-unchecked'],
    },
  ]);
});

it('each further signature leaves those before it as they were', async () => {
  const report = await examine(thrice);
  expect(report.verdict).toBe('valid-revocation-unchecked');
  expect(report.signatures.map(({ covers }) => covers)).toEqual([
    {
      of: 'revision',
      size: once.length,
      added: thrice.length - once.length,
      change: 'signatures-only',
    },
    {
      of: 'revision',
      size: twice.length,
      added: thrice.length - twice.length,
      change: 'signatures-only',
    },
    { of: 'whole-file', size: thrice.length },
  ]);
});

describe('what came after a signature', () => {
  test.each<[string, Bytes]>([['another value of an object', withRevision(once, 4, '(another)')]])(
    '%s is told',
    async (_, pdf) => {
      const { verdict, signatures } = await examine(pdf);
      expect(verdict).toBe('indeterminate');
      expect(signatures[0]).toMatchObject({ covers: { change: 'other' } });
      expect(signatures[0]?.reasons).toContain('changed-afterwards');
    },
  );

  test('a line end is nothing', async () => {
    const { signatures } = await examine(concat(once, utf8('\n')));
    expect(signatures[0]).toMatchObject({ covers: { added: 1, change: 'signatures-only' } });
  });
});

it('a file without a signature says so', async () => {
  expect(await examine(original)).toMatchObject({ fault: 'no-signature', verdict: 'invalid' });
});
