import { expect, it } from 'vitest';
import { icpChain, icpFile, icpKeys, icpTrust } from '../../../test/support/icp.ts';
import { makeCms, onePage, pdfFile, tablePdf, withRevision } from '../../../test/support/pdfs.ts';
import { stampDocument } from '../../../test/support/timestamps.ts';
import { type Bytes, bytesOf, concat, fromUtf8, utf8 } from '../../base/bytes.ts';
import { addSignature } from '../../signing/cms/co-sign.ts';
import { signAttached } from '../../signing/cms/sign.ts';
import { signPdf } from '../../signing/pdf/sign.ts';
import type { Stamp } from '../../signing/pdf/stamp.ts';
import { verifySignedElsewhere } from './verify-elsewhere.ts';

const NOW = Date.UTC(2030, 0, 1);
const document = tablePdf(onePage());
const other = tablePdf(onePage({ page: '/Rotate 90' }));

const p7sOf = async (content: Bytes, name = 'ecpf'): Promise<Bytes> =>
  bytesOf(
    await signAttached(new Blob([content]), await icpKeys(name), icpChain, {
      now: NOW,
      level: 'AD-RB',
    }),
  );

const pdfOf = async (pdf: Bytes, stamp?: Stamp): Promise<Bytes> => {
  const options = { signingTime: NOW, name: 'Maria', ...(stamp && { stamp }) };
  const signed = await signPdf(pdf, options, makeCms);
  if (!signed.ok) throw new Error(signed.error);
  return signed.value;
};

const faultOf = async (original: Bytes, signed: Bytes) => {
  const verified = await verifySignedElsewhere(original, signed, icpTrust, NOW);
  return verified.ok ? verified.value.length : verified.error;
};

it('accepts a P7S that holds exactly the bytes that were handed out', async () => {
  expect(await faultOf(document, await p7sOf(document))).toBe(1);
  expect(await faultOf(await icpFile('content.txt'), await icpFile('cms/attached.p7s'))).toBe(1);
});

it('accepts a PDF that begins with exactly those bytes and is signed as a whole', async () => {
  const signed = await pdfOf(document);
  expect(await faultOf(document, signed)).toBe(1);
  expect(await faultOf(signed, await pdfOf(signed))).toBe(2);
});

it('accepts a signature that is seen on the page', async () => {
  const stamp: Stamp = { page: 0, box: [10, 10, 120, 40], lines: ['Assinado por Maria'] };
  expect(await faultOf(document, await pdfOf(document, stamp))).toBe(1);
});

it('accepts what another program signed in the field that waited for it', async () => {
  const signed = await pdfFile('signed-by-poppler.pdf');
  const endOfOriginal = fromUtf8(signed).indexOf('%%EOF\n') + '%%EOF\n'.length;
  expect(await faultOf(signed.slice(0, endOfOriginal), signed)).toBe(1);
});

it('accepts a time stamp on the document that came with the signature, and not alone', async () => {
  const signed = await pdfOf(document);
  const stamped = await stampDocument(signed, NOW);
  expect(await faultOf(document, stamped)).toBe(1);
  expect(await faultOf(document, await stampDocument(document, NOW))).toBe('no-signature');
  expect(await faultOf(signed, stamped)).toBe('not-signed');
});

it('refuses a PDF that was changed by an update before it was signed', async () => {
  const [, , page = ''] = onePage({ page: '/Contents 4 0 R' });
  const content = '<< /Length 12 >>\nstream\n0 0 9 9 re f \nendstream';
  const painted = withRevision(withRevision(document, 4, content), 3, page);
  expect(await faultOf(document, await pdfOf(painted))).toBe('other-content');
  const turned = withRevision(document, 3, onePage({ page: '/Rotate 90' })[2] ?? '');
  expect(await faultOf(document, await pdfOf(turned))).toBe('other-content');
});

it('accepts a P7S that came back with one more signature beside all it had, and nothing less', async () => {
  const coSign = async (p7s: Bytes): Promise<Bytes> => {
    const options = { now: NOW, level: 'AD-RB' } as const;
    const signed = await addSignature(new Blob([p7s]), await icpKeys('ecp256'), icpChain, options);
    if (!signed.ok) throw new Error(signed.error);
    return bytesOf(signed.value);
  };
  const [one, otherContent] = [await p7sOf(document), await p7sOf(other)];
  const two = await coSign(one);
  expect(await faultOf(one, two)).toBe(2);
  expect(await faultOf(one, await coSign(otherContent))).toBe('other-content');
  expect(await faultOf(two, one)).toBe('other-content');
  expect(await faultOf(one, await p7sOf(document, 'ecp256'))).toBe('other-content');
  expect(await faultOf(one, await p7sOf(one))).toBe(1);
  const streamed = await icpFile('cms/streamed.p7s');
  expect(await faultOf(streamed, await coSign(streamed))).toBe(2);
});

it('refuses what is signed, but is not the document', async () => {
  expect(await faultOf(document, await p7sOf(other))).toBe('other-content');
  expect(await faultOf(document, await pdfOf(other))).toBe('other-content');
});

it('refuses the document without a new signature', async () => {
  const signed = await pdfOf(document);
  expect(await faultOf(document, document)).toBe('not-signed');
  expect(await faultOf(signed, signed)).toBe('not-signed');
  expect(await faultOf(document, concat(document, utf8('\n')))).toBe('no-signature');
  expect(await faultOf(document, utf8('outra coisa'))).toBe('not-signed-file');
});

it('refuses a signature that does not verify, and a PDF that went on after it', async () => {
  const p7s = await p7sOf(document);
  p7s[p7s.length - 1] = (p7s[p7s.length - 1] ?? 0) ^ 1;
  expect(await faultOf(document, p7s)).toBe('signature-mismatch');
  const signed = await pdfOf(document);
  expect(await faultOf(document, concat(signed, utf8('\n% mais')))).toBe('pdf-not-fully-covered');
});

it('refuses a signature without the document, and one whose author nobody vouches for', async () => {
  const detached = await icpFile('cms/detached.p7s');
  expect(await faultOf(await icpFile('content.txt'), detached)).toBe('detached');
  const fake = await icpFile('cms/fake.p7s');
  expect(await faultOf(await icpFile('content.txt'), fake)).toBe('chain-untrusted');
});
