import { expect, it, test } from 'vitest';
import type { TimestampReport } from '../../app/files-to-sign/report.ts';
import { claimedSentence, sayOfStamp, stampName, stampSentence } from './timestamp-report.ts';

const time = Date.UTC(2030, 0, 1, 15);
const stamp = (verdict: TimestampReport['verdict']): TimestampReport => ({
  verdict,
  reasons: [],
  time,
});

test.each(['valid', 'valid-revocation-unchecked'] as const)(
  'a stamp that is %s proves the time, and then no proof is said to be missing',
  (verdict) => {
    expect(stampName(stamp(verdict))).toBe('Hora provada');
    expect(claimedSentence(time, stamp(verdict))).not.toContain('nada a prova');
  },
);

test.each(['indeterminate', 'invalid'] as const)(
  'a stamp that is %s is not shown as proof',
  (verdict) => {
    expect(stampName(stamp(verdict))).toBe('Carimbo do tempo que não confere');
    expect(stampSentence(stamp(verdict))).toContain('não prova');
    expect(claimedSentence(time, stamp(verdict))).toContain('nada a prova');
  },
);

it('a stamp over something else is not said to be a document that was changed', () => {
  expect(sayOfStamp('digest-mismatch')).toContain('O carimbo foi feito sobre outra coisa');
  expect(sayOfStamp('revocation-unchecked')).toContain('revogado');
});
