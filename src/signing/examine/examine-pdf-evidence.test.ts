import { expect, it } from 'vitest';
import { icpChain, icpFile, icpKeys, icpTrust } from '../../../test/support/icp.ts';
import {
  makeCms,
  onePage,
  replaced,
  signReplaced,
  tablePdf,
  withRevision,
} from '../../../test/support/pdfs.ts';
import { stampDocument } from '../../../test/support/timestamps.ts';
import type { Bytes } from '../../base/bytes.ts';
import { signDetachedForPdf } from '../cms/sign.ts';
import { examinePdf } from './examine-pdf.ts';

// What a PDF brings along to prove its signatures, and what its first signature forbids.

const SIGNED = Date.UTC(2030, 0, 1);
/** `ecpf` ended in November 2051. */
const AFTER_ITS_END = Date.UTC(2051, 11, 1);

const sign = (pdf: Bytes, make = makeCms) => signReplaced(pdf, '/Sig', '/Sig', make);

const bare = tablePdf(onePage());

it('a time stamp on the whole document proves when it was signed', async () => {
  const stamped = await stampDocument(await sign(bare), SIGNED + 60_000);
  const { verdict, signatures } = await examinePdf(stamped, icpTrust, { now: SIGNED + 90_000 });
  expect(verdict).toBe('valid-revocation-unchecked');
  expect(signatures).toMatchObject([
    { kind: 'signature', judgedAt: SIGNED + 60_000, covers: { change: 'signatures-only' } },
    {
      kind: 'document-timestamp',
      signer: { kind: 'timestamp-authority' },
      timestamp: { time: SIGNED + 60_000 },
      covers: { of: 'whole-file' },
    },
  ]);
});

it('a time stamp on the document whose authority ended proves nothing', async () => {
  const once = await stampDocument(await sign(bare), SIGNED + 60_000);
  const late = await examinePdf(once, icpTrust, { now: AFTER_ITS_END });
  expect(late.signatures[0]?.reasons).toContain('expired-no-proof-of-time');
  expect(late.signatures[0]?.judgedAt).toBe(AFTER_ITS_END);
});

it('a document that was changed bears no time stamp', async () => {
  const stamped = await stampDocument(await sign(bare), SIGNED);
  const { signatures } = await examinePdf(replaced(stamped, '/MediaBox', '/MediaBax'), icpTrust, {
    now: SIGNED,
  });
  expect(signatures[1]?.reasons).toContain('digest-mismatch');
  expect(signatures[0]?.timestamp).toBeUndefined();
});

it('a document that bears nothing but a time stamp was signed by nobody', async () => {
  const stamped = await stampDocument(bare, SIGNED);
  expect(await examinePdf(stamped, icpTrust, { now: SIGNED })).toMatchObject({
    fault: 'no-signature',
    verdict: 'invalid',
    signatures: [{ signer: { kind: 'timestamp-authority' } }],
  });
});

it('a time stamp speaks for nobody who signed before a change', async () => {
  const changed = withRevision(await sign(tablePdf([...onePage(), '(x)'])), 4, '(y)');
  const stamped = await stampDocument(changed, SIGNED);
  const { verdict, signatures } = await examinePdf(stamped, icpTrust, { now: SIGNED });
  expect(verdict).toBe('invalid');
  expect(signatures[0]?.reasons).toContain('pdf-not-fully-covered');
});

it('certificates and lists that the DSS keeps are used, and not trusted for being there', async () => {
  const fillers = ['x', 'y', 'z'];
  const evidence = [...icpChain, await icpFile('revocation/ac2.crl')];
  const texts = evidence.map(({ length }, i) => (fillers[i] ?? '').repeat(length));
  const streams = texts.map((text) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`);
  const text = tablePdf([
    ...onePage({ catalog: '/DSS << /Certs [4 0 R 5 0 R] /CRLs [6 0 R] >>' }),
    ...streams,
  ]);
  const kept = evidence.reduce((pdf, der, i) => replaced(pdf, texts[i] ?? '', der), text);

  const keys = await icpKeys('ecpf');
  const options = { now: SIGNED, level: 'BES' } as const;
  const signAlone = (pdf: Bytes) =>
    sign(pdf, (bytes) => signDetachedForPdf(bytes, keys, [], options));
  const without = await examinePdf(await signAlone(bare), icpTrust, { now: SIGNED });
  expect(without.signatures[0]?.reasons).toContain('chain-incomplete');
  const own = await examinePdf(await signAlone(kept), icpTrust, { now: SIGNED });
  expect(own.signatures).toMatchObject([{ reasons: ['revocation-unchecked'], revocation: 'good' }]);
  const nobody = { anchors: [], intermediates: [] };
  const untrusted = await examinePdf(await signAlone(kept), nobody, { now: SIGNED });
  expect(untrusted.signatures[0]?.reasons).toContain('chain-incomplete');
});

it('after a certification that forbids every change even a signature is one', async () => {
  const certified = tablePdf([
    ...onePage({ catalog: '/Perms << /DocMDP 4 0 R >>' }),
    '<< /Type /Sig /Reference [<< /TransformMethod /DocMDP /TransformParams << /P 2 >> >>] >>',
  ]);
  const open = await sign(await sign(certified));
  expect(await examinePdf(open, icpTrust, { now: SIGNED })).toMatchObject({
    verdict: 'valid-revocation-unchecked',
  });
  const first = await signReplaced(certified, '/P 2', '/P 1', makeCms);
  const later = await examinePdf(withRevision(first, 40, '(x)'), icpTrust, { now: SIGNED });
  expect(later.signatures[0]?.reasons).toContain('changed-afterwards');
});
