import { describe, expect, test } from 'vitest';
import { icpChain, icpKeys, icpTrust } from '../../../test/support/icp.ts';
import {
  makeCms,
  onePage,
  pdfFile,
  tablePdf,
  verifyIcpPdf,
  withRevision,
} from '../../../test/support/pdfs.ts';
import {
  makeTimestamp,
  stampDocument,
  stampDocumentWith,
} from '../../../test/support/timestamps.ts';
import { type Bytes, concat, fromUtf8, toHex, utf8 } from '../../base/bytes.ts';
import { err } from '../../base/result.ts';
import { signAttached, signDetached, signDetachedForPdf } from '../cms/sign.ts';
import { readPdfSignatures } from './read-signatures.ts';
import { signPdf } from './sign.ts';
import { verifyPdf } from './verify.ts';

const original = tablePdf([...onePage(), '(an object)']);

const signingTime = Date.UTC(2030, 4, 21, 15);

const sign = async (pdf: Bytes, make = makeCms, at = signingTime): Promise<Bytes> => {
  const signed = await signPdf(pdf, { signingTime: at, name: 'Maria' }, make);
  if (!signed.ok) throw new Error(signed.error);
  return signed.value;
};

const signed = await sign(original);
const signedTwice = await sign(signed);

const faultOf = async (pdf: Bytes): Promise<string> => {
  const verified = await verifyIcpPdf(pdf);
  return verified.ok ? 'none' : verified.error;
};

const signersOf = async (pdf: Bytes): Promise<number | undefined> => {
  const verified = await verifyIcpPdf(pdf);
  return verified.ok ? verified.value.signers.length : undefined;
};

const readFaultOf = async (pdf: Bytes): Promise<string> => {
  const read = await readPdfSignatures(pdf);
  return read.ok ? 'none' : read.error;
};

const change = (pdf: Bytes, from: string | RegExp, to: string): Bytes => {
  const text = fromUtf8(pdf);
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return utf8(changed);
};

/** Writes another first ByteRange of the same length, so that every offset stays right. */
const withByteRange = (pdf: Bytes, make: (range: number[]) => (number | string)[]): Bytes =>
  utf8(
    fromUtf8(pdf).replace(/(?<=ByteRange )\[(0 \d+ \d+ \d+)\] */, (place, numbers: string) =>
      `[${make(numbers.split(' ').map(Number)).join(' ')}]`.padEnd(place.length),
    ),
  );

test('every byte outside the gap is signed', async () => {
  expect(await faultOf(signed)).toBe('none');
  const { start, end } = await gapOf(signed);
  for (const at of [9, original.length - 30, start - 1, end, signed.length - 1]) {
    const changed = signed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await faultOf(changed), `byte ${at}`).not.toBe('none');
  }
  expect(await faultOf(change(signed, '(an object)', '(AN object)'))).toBe('digest-mismatch');
});

const flipLast = (bytes: Bytes): Bytes => bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1);

/** By a person under the EC root. */
const makeEcCms = async (bytes: Bytes): Promise<Bytes> =>
  signDetachedForPdf(bytes, await icpKeys('ecleaf'), [], { now: signingTime, level: 'BES' });

const gapOf = async (pdf: Bytes): Promise<{ start: number; end: number }> => {
  const read = await readPdfSignatures(pdf);
  const range = read.ok ? read.value[0]?.byteRange : undefined;
  return { start: range?.[1] ?? 0, end: range?.[2] ?? 0 };
};

test('the CMS is read without the zeros that fill its place', async () => {
  let made: Bytes = new Uint8Array(0);
  const pdf = await sign(original, async (signedBytes) => {
    made = await makeCms(signedBytes);
    return made;
  });
  const read = await readPdfSignatures(pdf);
  expect(read.ok && toHex(read.value[0]?.cms ?? new Uint8Array(0))).toBe(toHex(made));
});

test('a CMS that envelops a content of its own does not sign the file', async () => {
  const keys = await icpKeys('ecpf');
  const other = await sign(original, async () => {
    const p7s = await signAttached(new Blob(['another content']), keys, icpChain, {
      now: signingTime,
      level: 'BES',
    });
    return new Uint8Array(await p7s.arrayBuffer());
  });
  expect(await faultOf(other)).toBe('digest-mismatch');
});

test('the certificate is judged at the time that the dictionary claims', async () => {
  const afterItsEnd = Date.UTC(2052, 0, 1);
  expect(await verifyPdf(signed, icpTrust, afterItsEnd)).toMatchObject({ ok: true });
  expect(await faultOf(await sign(original, makeCms, afterItsEnd))).toBe('certificate-expired');
});

test('a time in the CMS comes before the one of the dictionary', async () => {
  const now = Date.UTC(2031, 0, 1);
  const keys = await icpKeys('ecpf');
  const timed = await sign(original, (bytes) =>
    signDetached(new Blob([bytes]), keys, icpChain, { now, level: 'BES' }),
  );
  expect(await verifyIcpPdf(timed)).toMatchObject({
    ok: true,
    value: { signers: [{ signingTime: now }] },
  });
});

describe('a time stamp on the document', () => {
  test('is verified with the signatures and is none', async () => {
    const stamped = await stampDocument(signed, signingTime);
    expect(await signersOf(stamped)).toBe(1);
    expect(await signersOf(await sign(stamped))).toBe(2);
  });

  test('alone signs nothing', async () => {
    expect(await faultOf(await stampDocument(original, signingTime))).toBe('no-signature');
  });

  test('speaks for nobody who signed before a change', async () => {
    const stamped = await stampDocument(withRevision(signed, 4, '(another)'), signingTime);
    expect(await faultOf(stamped)).toBe('pdf-not-fully-covered');
  });

  const stampOf = (bytes: Bytes) => makeTimestamp(bytes, signingTime);

  test.each<[string, string, (bytes: Bytes) => Promise<Bytes>]>([
    ['over something else', 'digest-mismatch', (bytes) => stampOf(bytes.subarray(1))],
    [
      'by a person',
      'certificate-not-for-signing',
      (bytes) => makeTimestamp(bytes, signingTime, 'ecpf'),
    ],
    [
      'after the end of its authority',
      'certificate-expired',
      (bytes) => makeTimestamp(bytes, Date.UTC(2052, 0, 1)),
    ],
    ['that was changed', 'signature-mismatch', async (bytes) => flipLast(await stampOf(bytes))],
    ['that is a signature', 'not-signed-data', makeCms],
  ])('%s is refused', async (_, fault, make) => {
    expect(await faultOf(await stampDocumentWith(signed, make))).toBe(fault);
  });

  test('is refused where nobody vouches for its authority', async () => {
    const byEc = await sign(original, makeEcCms);
    const [, ecRoot] = icpTrust.anchors;
    const trust = { anchors: ecRoot ? [ecRoot] : [], intermediates: [] };
    expect(await verifyPdf(byEc, trust, signingTime)).toMatchObject({ ok: true });
    const stamped = await stampDocument(byEc, signingTime);
    expect(await verifyPdf(stamped, trust, signingTime)).toEqual(err('chain-incomplete'));
  });
});

describe('what came after the last signature is not covered', () => {
  test.each<[string, Bytes]>([
    ['a line end', concat(signed, utf8('\n'))],
    ['an update that changes an object', withRevision(signed, 4, '(another)')],
    ['an update after two signatures', withRevision(signedTwice, 4, '(another)')],
  ])('%s', async (_, pdf) => {
    expect(await faultOf(pdf)).toBe('pdf-not-fully-covered');
  });

  test('a signature after such an update covers it', async () => {
    expect(await faultOf(await sign(withRevision(signed, 4, '(another)')))).toBe('none');
  });
});

describe('a range that leaves out more than the signature is not covering', () => {
  test.each<[string, (range: number[]) => number[]]>([
    ['the first byte', ([, b = 0, c = 0, d = 0]) => [1, b, c, d]],
    ['the beginning', ([, b = 0, c = 0, d = 0]) => [1, b - 1, c, d]],
    ['a byte before the gap', ([a = 0, b = 0, c = 0, d = 0]) => [a, b - 1, c, d]],
    ['a byte after the gap', ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c + 1, d - 1]],
    ['the end', ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d - 1]],
    ['everything', () => [0, 0, 0, 0]],
    ['another place than /Contents', ([a = 0, b = 0, c = 0, d = 0]) => [a, b - 9, c - 9, d + 9]],
    ['nothing', ([a = 0, b = 0, c = 0, d = 0]) => [a, b, b, c - b + d]],
  ])('%s', async (_, make) => {
    expect(await faultOf(withByteRange(signed, make))).toBe('pdf-not-fully-covered');
  });

  test('also where a later signature covers the whole file', async () => {
    const cut = withByteRange(signedTwice, ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d - 9]);
    expect(await faultOf(cut)).toBe('pdf-not-fully-covered');
  });
});

test('a gap at another string than /Contents is not covering', async () => {
  const forged = tablePdf([
    ...onePage({ catalog: '/AcroForm << /Fields [<< /FT /Sig /V 5 0 R >>] >>' }),
    '<3000>',
    '<< /Contents <3001> /ByteRange [0 11111 22222 33333] >>',
  ]);
  const start = fromUtf8(forged).indexOf('<3000>');
  const end = start + '<3000>'.length;
  const pdf = withByteRange(forged, () => [0, start, end, forged.length - end]);
  expect(await faultOf(pdf)).toBe('pdf-not-fully-covered');
});

describe('hostile ranges are refused', () => {
  test.each<[string, (range: number[]) => (number | string)[]]>([
    ['beyond the end of the file', ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d + 1]],
    ['negative', ([, b = 0, c = 0, d = 0]) => [-5, b, c, d]],
    ['overlapping', ([a = 0, , c = 0, d = 0]) => [a, c + 1, c, d]],
    ['fractions', ([a = 0, b = 0, c = 0]) => [a, b, c, 10.5]],
    ['three numbers', ([a = 0, b = 0, c = 0]) => [a, b, c]],
    ['six numbers', ([a = 0, b = 0, c = 0]) => [a, b, c, 1, 9, 9]],
    ['names', ([a = 0, b = 0, c = 0]) => [a, b, c, '/A']],
    ['numbers without measure', ([a = 0, b = 0, c = 0]) => [a, b, c, '9'.repeat(17)]],
  ])('%s', async (_, make) => {
    expect(await readFaultOf(withByteRange(signed, make))).toBe('pdf-broken');
  });
});

describe('other files', () => {
  const withSignatures = (...signatures: string[]) => {
    const fields = signatures.map((body) => `<< /FT /Sig /V << ${body} >> >>`);
    return tablePdf(onePage({ catalog: `/AcroForm << /Fields [${fields.join(' ')}] >>` }));
  };

  test('without a form, or with an empty signature field only, nothing is signed', async () => {
    expect(await faultOf(original)).toBe('no-signature');
    const empty = onePage({ catalog: '/AcroForm << /Fields [<< /FT /Sig >>] >>' });
    expect(await faultOf(tablePdf(empty))).toBe('no-signature');
  });

  test.each<[string, Bytes]>([
    ['a signature without /Contents', withSignatures('/ByteRange [0 1 2 3]')],
    ['a signature without /ByteRange', withSignatures('/Contents <00>')],
    ['a signature that is no dictionary', change(signed, /\/V \d+ 0 R/, '/V 9    ')],
    [
      'more signatures than anyone makes',
      withSignatures(...Array(65).fill('/ByteRange [0 1 2 3] /Contents <00>')),
    ],
    ['something else than a PDF', utf8('<html>')],
    ['a PDF cut off', signed.subarray(0, -30)],
  ])('%s is broken', async (_, pdf) => {
    expect(await faultOf(pdf)).toBe('pdf-broken');
  });

  test('an encrypted one is told apart', async () => {
    expect(await faultOf(await pdfFile('encrypted.pdf'))).toBe('pdf-encrypted');
  });

  test('a kind of signature without CMS is not supported', async () => {
    const other = change(signed, '/ETSI.CAdES.detached', '/adbe.x509.rsa_sha1 ');
    expect(await faultOf(other)).toBe('unsupported-algorithm');
  });

  test('signatures are found below nested fields with an inherited type, each once', async () => {
    const signature = '<< /ByteRange [0 1 2 3] /Contents <3000> >>';
    const pdf = tablePdf([
      ...onePage({ catalog: '/AcroForm << /Fields [4 0 R 5 0 R 5 0 R] >>' }),
      '<< /FT /Sig /Kids [5 0 R 4 0 R] >>',
      '<< /V 6 0 R >>',
      signature,
    ]);
    const read = await readPdfSignatures(pdf);
    expect(read.ok && read.value.map(({ byteRange }) => byteRange)).toEqual([[0, 1, 2, 3]]);
  });
});
