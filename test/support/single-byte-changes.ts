import { expect } from 'vitest';
import type { Bytes } from '../../src/base/bytes.ts';
import type { FileReport, Verdict } from '../../src/signing/report.ts';

/** A signed file of which every byte belongs to a region. */
export interface SignedFile<Region extends string> {
  name: string;
  bytes: Bytes;
  regions: readonly Region[];
  /** Another value of the byte at this place that is not read as the same. */
  change(byte: number, at: number): number;
}

/** What changes of single bytes of a region led to, by number. */
export type Outcome = Record<'refused' | 'worse' | 'harmless', number>;
export type Outcomes<Region extends string> = Partial<Record<Region, Outcome>>;

/** A change of these is a change of what was signed, by whom, or of the signature. */
const SIGNED: readonly string[] = [
  'content',
  'covered bytes',
  'signed attributes',
  'signature value',
  "signer's certificate",
];

const FROM_BEST: readonly Verdict[] = [
  'valid',
  'valid-revocation-unchecked',
  'indeterminate',
  'invalid',
];

/** Evenly over the region. */
const spread = (places: number[], most: number): number[] => {
  const step = Math.max(1, places.length / most);
  const count = Math.min(most, places.length);
  return Array.from({ length: count }, (_, i) => places[Math.floor(i * step)] ?? 0);
};

const withChange = <Region extends string>(file: SignedFile<Region>, at: number): Bytes => {
  const copy = file.bytes.slice();
  copy[at] = file.change(copy[at] ?? 0, at);
  return copy;
};

/** Said to be wrong, or of a kind that nobody can read: no signer is told of. */
const isRefused = ({ verdict, signatures }: FileReport): boolean =>
  verdict === 'invalid' || signatures.some(({ signer }) => signer === undefined);

/**
 * Changes single bytes all over a file and holds each outcome against the rule: what is signed cannot be changed, and no
 * change makes the file look better or show another content, by its hash. Adds up the outcomes by region.
 */
export const changeBytes = async <Region extends string>(
  file: SignedFile<Region>,
  perRegion: number,
  examine: (bytes: Bytes) => Promise<FileReport>,
  outcomes: Outcomes<Region>,
): Promise<void> => {
  const whole = await examine(file.bytes);
  expect([file.name, whole.verdict]).toEqual([file.name, 'valid-revocation-unchecked']);
  for (const region of new Set(file.regions)) {
    const places = file.regions.flatMap((each, at) => (each === region ? [at] : []));
    const outcome = outcomes[region] ?? { refused: 0, worse: 0, harmless: 0 };
    outcomes[region] = outcome;
    for (const at of spread(places, perRegion)) {
      const hostile = withChange(file, at);
      const report = await examine(hostile);
      const what = `${file.name}: ${region}, byte ${at}`;
      if (SIGNED.includes(region)) expect(isRefused(report), what).toBe(true);
      const isWorse = FROM_BEST.indexOf(report.verdict) - FROM_BEST.indexOf(whole.verdict);
      expect(isWorse, what).toBeGreaterThanOrEqual(0);
      // What a PDF shows is the file, and the gap is no part of that.
      if (!isRefused(report) && report.kind === 'p7s' && report.content)
        expect(report.content.sha256, what).toBe(whole.content?.sha256);
      outcome[isRefused(report) ? 'refused' : isWorse > 0 ? 'worse' : 'harmless']++;
    }
  }
};
