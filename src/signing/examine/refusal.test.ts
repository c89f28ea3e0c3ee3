import { expect, it } from 'vitest';
import { icpCertificate, icpChain, icpFile, icpKeys, icpTrust } from '../../../test/support/icp.ts';
import { type P7sRegion, p7sRegions } from '../../../test/support/p7s-regions.ts';
import { makeTimestamp } from '../../../test/support/timestamps.ts';
import { type Bytes, bytesOf, sameBytes, utf8 } from '../../base/bytes.ts';
import { addTimestamp } from '../cms/add-timestamp.ts';
import { addSignature } from '../cms/co-sign.ts';
import { signAttached } from '../cms/sign.ts';
import { contentOf, readSignedData } from '../cms/signed-data.ts';
import type { FileReport, Verdict } from '../report.ts';
import { examineP7s } from './examine-p7s.ts';

// One byte changed, over and over, in every part of a P7S.

const NOW = Date.UTC(2030, 0, 1);
const options = { now: NOW, level: 'AD-RB' } as const;
const content = new Blob([utf8('Prestação de contas de junho. '.repeat(20))]);

const adRb = await signAttached(content, await icpKeys('ecpf'), icpChain, options);

const cosigned = async (p7s: Blob): Promise<Bytes> => {
  const both = await addSignature(p7s, await icpKeys('ecpf-ps'), icpChain, options);
  if (!both.ok) throw new Error(both.error);
  return bytesOf(both.value);
};

const stamped = async (p7s: Blob): Promise<Bytes> => {
  const [signer] = readSignedData(await bytesOf(p7s))?.signers ?? [];
  const token = await makeTimestamp(signer?.signature ?? new Uint8Array(0), NOW);
  const made = await addTimestamp(p7s, 0, token);
  if (!made.ok) throw new Error(made.error);
  return bytesOf(made.value);
};

const FILES: [name: string, file: Bytes, signers: string[]][] = [
  ['AD-RB, RSA', await bytesOf(adRb), ['ecpf']],
  ['AD-RB, co-signed', await cosigned(adRb), ['ecpf', 'ecpf-ps']],
  ['AD-RT', await stamped(adRb), ['ecpf']],
  ['openssl, RSA', await icpFile('cms/attached.p7s'), ['ecpf']],
  ['openssl, streamed BER', await icpFile('cms/streamed.p7s'), ['ecpf']],
  ['openssl, EC', await icpFile('cms/ec.p7s'), ['ecp256']],
];

/** A change of these is a change of what was signed, by whom, or of the signature. */
const SIGNED: readonly P7sRegion[] = [
  'content',
  'signed attributes',
  'signature value',
  "signer's certificate",
];

const PER_REGION = 40;

/** Places spread evenly over a region. */
const spread = (regions: readonly P7sRegion[], region: P7sRegion): number[] => {
  const places = regions.flatMap((each, at) => (each === region ? [at] : []));
  const step = Math.max(1, places.length / PER_REGION);
  return Array.from(
    { length: Math.min(PER_REGION, places.length) },
    (_, i) => places[Math.floor(i * step)] ?? 0,
  );
};

const changed = (file: Bytes, at: number): Bytes => {
  const copy = file.slice();
  copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8));
  return copy;
};

const FROM_BEST: readonly Verdict[] = [
  'valid',
  'valid-revocation-unchecked',
  'indeterminate',
  'invalid',
];

const examine = (file: Bytes): Promise<FileReport> => examineP7s(file, icpTrust, { now: NOW });

const isRefused = ({ verdict, signatures }: FileReport): boolean =>
  verdict === 'invalid' ||
  // The certificate that was changed is not the one that is named, and the named one is not there.
  signatures.some(({ reasons }) => reasons.includes('signer-certificate-missing'));

/** How many changes of a region were refused, left the verdict worse, and left it as it was. */
type Row = Record<'refused' | 'worse' | 'harmless', number>;

it('no single byte of what is signed can be changed, and no other change makes a file look better', async () => {
  const table = new Map<P7sRegion, Row>();
  for (const [name, file, signers] of FILES) {
    const certificates = await Promise.all(signers.map(icpCertificate));
    const regions = p7sRegions(
      file,
      certificates.map(({ der }) => der),
    );
    const { verdict: whole } = await examine(file);
    expect([name, whole]).toEqual([name, 'valid-revocation-unchecked']);
    const original = contentOf(file) ?? new Uint8Array(0);
    for (const region of new Set(regions)) {
      const row = table.get(region) ?? { refused: 0, worse: 0, harmless: 0 };
      table.set(region, row);
      for (const at of spread(regions, region)) {
        const hostile = changed(file, at);
        const report = await examine(hostile);
        const what = `${name}: ${region}, byte ${at}`;
        if (SIGNED.includes(region)) expect([what, isRefused(report)]).toEqual([what, true]);
        const [was, is] = [whole, report.verdict].map((each) => FROM_BEST.indexOf(each));
        expect(is, what).toBeGreaterThanOrEqual(was ?? 0);
        if (report.verdict !== 'invalid' && !report.fault)
          expect(sameBytes(contentOf(hostile) ?? new Uint8Array(0), original), what).toBe(true);
        row[isRefused(report) ? 'refused' : is === was ? 'harmless' : 'worse']++;
      }
    }
  }
  expect(Object.fromEntries(table)).toMatchInlineSnapshot(`
    {
      "algorithms": {
        "harmless": 6,
        "refused": 27,
        "worse": 144,
      },
      "content": {
        "harmless": 0,
        "refused": 240,
        "worse": 0,
      },
      "other certificates": {
        "harmless": 0,
        "refused": 0,
        "worse": 240,
      },
      "signature value": {
        "harmless": 0,
        "refused": 240,
        "worse": 0,
      },
      "signed attributes": {
        "harmless": 0,
        "refused": 240,
        "worse": 0,
      },
      "signer identifier": {
        "harmless": 0,
        "refused": 240,
        "worse": 0,
      },
      "signer's certificate": {
        "harmless": 0,
        "refused": 240,
        "worse": 0,
      },
      "structure": {
        "harmless": 47,
        "refused": 193,
        "worse": 0,
      },
      "unsigned attributes": {
        "harmless": 25,
        "refused": 0,
        "worse": 15,
      },
    }
  `);
});
