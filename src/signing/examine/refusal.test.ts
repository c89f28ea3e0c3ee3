import { expect, it } from 'vitest';
import { icpCertificate, icpChain, icpFile, icpKeys, icpTrust } from '../../../test/support/icp.ts';
import { type P7sRegion, p7sRegions } from '../../../test/support/p7s-regions.ts';
import { makeCms, onePage, tablePdf } from '../../../test/support/pdfs.ts';
import {
  changeBytes,
  type Outcomes,
  type SignedFile,
} from '../../../test/support/single-byte-changes.ts';
import { makeTimestamp } from '../../../test/support/timestamps.ts';
import { type Bytes, bytesOf, utf8 } from '../../base/bytes.ts';
import { addTimestamp } from '../cms/add-timestamp.ts';
import { addSignature } from '../cms/co-sign.ts';
import { signAttached } from '../cms/sign.ts';
import { readSignedData } from '../cms/signed-data.ts';
import { readPdfSignatures } from '../pdf/read-signatures.ts';
import { signPdf } from '../pdf/sign.ts';
import { examineP7s } from './examine-p7s.ts';
import { examinePdf } from './examine-pdf.ts';

// One byte changed, over and over, in every part of signed files. The tables list what became of the changes.

const NOW = Date.UTC(2030, 0, 1);
const NOTHING: Bytes = new Uint8Array(0);

const signersOf = async (names: string[]): Promise<Bytes[]> =>
  (await Promise.all(names.map(icpCertificate))).map(({ der }) => der);

const flipBit = (byte: number, at: number): number => byte ^ (1 << (at % 8));

const p7s = async (
  name: string,
  bytes: Bytes,
  signers: string[],
): Promise<SignedFile<P7sRegion>> => ({
  name,
  bytes,
  regions: p7sRegions(bytes, await signersOf(signers)),
  change: flipBit,
});

const options = { now: NOW, level: 'AD-RB' } as const;

const sign = async (): Promise<Blob> => {
  const content = new Blob([utf8('Prestação de contas de junho. '.repeat(20))]);
  return signAttached(content, await icpKeys('ecpf'), icpChain, options);
};

const coSign = async (file: Blob): Promise<Blob> => {
  const both = await addSignature(file, await icpKeys('ecpf-ps'), icpChain, options);
  if (!both.ok) throw new Error(both.error);
  return both.value;
};

const stamp = async (file: Blob): Promise<Blob> => {
  const [signer] = readSignedData(await bytesOf(file))?.signers ?? [];
  const token = await makeTimestamp(signer?.signature ?? NOTHING, NOW);
  const made = await addTimestamp(file, 0, token);
  if (!made.ok) throw new Error(made.error);
  return made.value;
};

const own = await sign();

const countOf = (outcomes: Outcomes<string>): number =>
  Object.values(outcomes)
    .flatMap((outcome) => Object.values(outcome ?? {}))
    .reduce((sum, count) => sum + count, 0);

it('no byte of what a P7S signs can be changed, and no other change makes it look better', async () => {
  const outcomes: Outcomes<P7sRegion> = {};
  const files: [name: string, bytes: Bytes, signers: string[]][] = [
    ['AD-RB', await bytesOf(own), ['ecpf']],
    ['co-signed', await bytesOf(await coSign(own)), ['ecpf', 'ecpf-ps']],
    ['AD-RT', await bytesOf(await stamp(own)), ['ecpf']],
    ['openssl', await icpFile('cms/attached.p7s'), ['ecpf']],
    ['openssl, streamed', await icpFile('cms/streamed.p7s'), ['ecpf']],
    ['openssl, EC', await icpFile('cms/ec.p7s'), ['ecp256']],
  ];
  for (const [name, bytes, signers] of files) {
    const file = await p7s(name, bytes, signers);
    await changeBytes(file, 44, (each) => examineP7s(each, icpTrust, { now: NOW }), outcomes);
  }
  expect(countOf(outcomes)).toBeGreaterThan(2000);
  expect(outcomes).toMatchInlineSnapshot(`
    {
      "algorithms": {
        "harmless": 6,
        "refused": 27,
        "worse": 148,
      },
      "content": {
        "harmless": 0,
        "refused": 264,
        "worse": 0,
      },
      "other certificates": {
        "harmless": 0,
        "refused": 0,
        "worse": 264,
      },
      "signature value": {
        "harmless": 0,
        "refused": 264,
        "worse": 0,
      },
      "signed attributes": {
        "harmless": 0,
        "refused": 264,
        "worse": 0,
      },
      "signer identifier": {
        "harmless": 0,
        "refused": 264,
        "worse": 0,
      },
      "signer's certificate": {
        "harmless": 0,
        "refused": 264,
        "worse": 0,
      },
      "structure": {
        "harmless": 48,
        "refused": 215,
        "worse": 1,
      },
      "unsigned attributes": {
        "harmless": 28,
        "refused": 0,
        "worse": 16,
      },
    }
  `);
});

type PdfRegion = P7sRegion | 'covered bytes' | 'padding';

/** Covered bytes, and in each gap the parts of the CMS, two hexadecimal digits a byte, and what fills the rest. */
const pdf = async (name: string, bytes: Bytes): Promise<SignedFile<PdfRegion>> => {
  const regions: PdfRegion[] = new Array(bytes.length).fill('covered bytes');
  const read = await readPdfSignatures(bytes);
  for (const { byteRange, cms } of read.ok ? read.value : []) {
    const first = byteRange[1] + 1;
    regions.fill('padding', first, byteRange[2] - 1);
    p7sRegions(cms, await signersOf(['ecpf'])).forEach((region, at) => {
      regions.fill(region, first + 2 * at, first + 2 * at + 2);
    });
  }
  const change = (byte: number, at: number) =>
    regions[at] === 'covered bytes' ? flipBit(byte, at) : otherDigit(byte);
  return { name, bytes, regions, change };
};

const otherDigit = (byte: number): number => {
  const digit = Number.parseInt(String.fromCharCode(byte), 16) ^ 1;
  return digit.toString(16).charCodeAt(0);
};

const signInside = async (bytes: Bytes): Promise<Bytes> => {
  const signed = await signPdf(bytes, { signingTime: NOW, name: 'João', reserve: 7000 }, makeCms);
  if (!signed.ok) throw new Error(signed.error);
  return signed.value;
};

it('no byte of what a PDF signature covers can be changed, and no other change makes it look better', async () => {
  const outcomes: Outcomes<PdfRegion> = {};
  const once = await signInside(tablePdf(onePage()));
  const twice = await signInside(once);
  for (const file of [await pdf('signed once', once), await pdf('signed twice', twice)])
    await changeBytes(file, 22, (each) => examinePdf(each, icpTrust, { now: NOW }), outcomes);
  expect(outcomes).toMatchInlineSnapshot(`
    {
      "algorithms": {
        "harmless": 1,
        "refused": 15,
        "worse": 28,
      },
      "covered bytes": {
        "harmless": 0,
        "refused": 44,
        "worse": 0,
      },
      "other certificates": {
        "harmless": 0,
        "refused": 12,
        "worse": 32,
      },
      "padding": {
        "harmless": 33,
        "refused": 11,
        "worse": 0,
      },
      "signature value": {
        "harmless": 0,
        "refused": 44,
        "worse": 0,
      },
      "signed attributes": {
        "harmless": 0,
        "refused": 44,
        "worse": 0,
      },
      "signer identifier": {
        "harmless": 0,
        "refused": 44,
        "worse": 0,
      },
      "signer's certificate": {
        "harmless": 0,
        "refused": 44,
        "worse": 0,
      },
      "structure": {
        "harmless": 10,
        "refused": 34,
        "worse": 0,
      },
    }
  `);
});
