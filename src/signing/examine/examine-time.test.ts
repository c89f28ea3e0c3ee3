import { describe, expect, it } from 'vitest';
import { icpChain, icpFile, icpKeys, icpTrust } from '../../../test/support/icp.ts';
import { makeTimestamp } from '../../../test/support/timestamps.ts';
import { type Bytes, bytesOf, utf8 } from '../../base/bytes.ts';
import { addTimestamp } from '../cms/add-timestamp.ts';
import { signAttached } from '../cms/sign.ts';
import { readSignedData } from '../cms/signed-data.ts';
import type { SignatureReport } from '../report.ts';
import type { TrustStore } from '../verification.ts';
import { examineP7s } from './examine-p7s.ts';

// Everything that depends on when a signature was made, and on what is known of revocation.

const CLAIMED = Date.UTC(2030, 0, 1);
/** `ecpf` ended in November 2051, its authorities did not. */
const AFTER_ITS_END = Date.UTC(2051, 11, 1);

const sign = async (who = 'ecpf', now = CLAIMED): Promise<Blob> =>
  signAttached(new Blob([utf8('ato')]), await icpKeys(who), icpChain, { now, level: 'AD-RB' });

const stamp = async (p7s: Blob, at: number, by?: string, over?: Bytes): Promise<Blob> => {
  const [signer] = readSignedData(await bytesOf(p7s))?.signers ?? [];
  const token = await makeTimestamp(over ?? signer?.signature ?? utf8(''), at, by);
  const made = await addTimestamp(p7s, 0, token);
  if (!made.ok) throw new Error(made.error);
  return made.value;
};

const examine = async (
  p7s: Blob,
  now: number,
  trust: TrustStore = icpTrust,
): Promise<SignatureReport> => {
  const { signatures } = await examineP7s(await bytesOf(p7s), trust, { now });
  const [signature] = signatures;
  if (!signature) throw new Error('no signature');
  return signature;
};

describe('without a time stamp', () => {
  it('a certificate that ended since leaves the signature undecided', async () => {
    expect(await examine(await sign(), AFTER_ITS_END)).toMatchObject({
      verdict: 'indeterminate',
      reasons: ['expired-no-proof-of-time', 'revocation-unchecked'],
      claimedTime: CLAIMED,
      judgedAt: AFTER_ITS_END,
    });
  });

  it('nobody is said to have signed with an ended certificate who tells no time', async () => {
    const untimed = new Blob([await icpFile('cms/no-attributes.p7s')]);
    const { reasons, verdict } = await examine(untimed, AFTER_ITS_END);
    expect(verdict).toBe('indeterminate');
    expect(reasons).toContain('expired-no-proof-of-time');
    expect(reasons).not.toContain('certificate-expired');
  });

  it('a claimed time at which the certificate was not valid is not believed', async () => {
    const later = await examine(await sign('ecpf', AFTER_ITS_END), CLAIMED);
    expect(later.reasons).toContain('certificate-expired');
    const before = await examine(await sign('ecpf', Date.UTC(2020, 0, 1)), CLAIMED);
    expect(before.reasons).toContain('certificate-not-yet-valid');
  });
});

describe('a time stamp', () => {
  it('proves the time, as long as its own certificate is valid', async () => {
    const stamped = await stamp(await sign(), CLAIMED + 5000);
    expect(await examine(stamped, CLAIMED + 9000)).toMatchObject({
      verdict: 'valid-revocation-unchecked',
      level: 'AD-RT',
      timestamp: { time: CLAIMED + 5000, authority: { kind: 'timestamp-authority' } },
      judgedAt: CLAIMED + 5000,
    });
    const ended = await examine(stamped, AFTER_ITS_END);
    expect(ended.reasons).toEqual([
      'expired-no-proof-of-time',
      'timestamp-invalid',
      'revocation-unchecked',
    ]);
    expect(ended.timestamp?.reasons).toContain('expired-no-proof-of-time');
  });

  it('made after the certificate ended does not prove that the signature is as young', async () => {
    // `expired` was valid in 2020.
    const late = await stamp(await sign('expired', Date.UTC(2020, 5, 1)), CLAIMED);
    const { reasons, judgedAt } = await examine(late, CLAIMED + 9000);
    expect(judgedAt).toBe(CLAIMED);
    expect(reasons).toContain('expired-no-proof-of-time');
    expect(reasons).not.toContain('certificate-expired');
  });

  it('over another signature proves nothing', async () => {
    const other = await examine(await stamp(await sign(), CLAIMED, 'tsa', utf8('x')), CLAIMED);
    expect(other).toMatchObject({ verdict: 'indeterminate', judgedAt: CLAIMED, level: 'AD-RB' });
    expect(other.reasons).toContain('timestamp-invalid');
    expect(other.timestamp?.reasons).toContain('digest-mismatch');
  });

  it('by a certificate that is for something else proves nothing', async () => {
    const { reasons, timestamp } = await examine(
      await stamp(await sign(), CLAIMED, 'ecpf-ps'),
      CLAIMED,
    );
    expect(reasons).toContain('timestamp-invalid');
    expect(timestamp?.reasons).toContain('certificate-not-for-signing');
  });
});

describe('revocation', () => {
  const files = (...names: string[]) =>
    Promise.all(names.map((name) => icpFile(`revocation/${name}`)));

  const trusting = async (crls: string[], ocsp: string[] = []): Promise<TrustStore> => ({
    ...icpTrust,
    revocation: { crls: await files(...crls), ocspResponses: await files(...ocsp) },
  });

  /** An instant at which the lists of the set are current: it was made on that day. */
  const LISTED = Date.UTC(2026, 10, 22, 12);

  it('a signature is valid once all of its chain was found not to be revoked', async () => {
    const all = await trusting(['raiz.crl', 'ac1.crl', 'ac2.crl']);
    const p7s = await sign('ecpf', LISTED);
    expect(await examine(p7s, LISTED, all)).toMatchObject({
      verdict: 'valid',
      reasons: [],
      revocation: 'good',
    });
    const own = await trusting(['ac2.crl']);
    expect(await examine(p7s, LISTED, own)).toMatchObject({
      verdict: 'valid-revocation-unchecked',
      revocation: 'good',
    });
  });

  it('who says to have signed after the revocation is refused, who says before is not believed', async () => {
    const lists = await trusting(['ac2.crl']);
    const after = await examine(await sign('revoked', LISTED), LISTED, lists);
    expect(after).toMatchObject({ verdict: 'invalid', revocation: 'revoked' });
    expect(after.reasons[0]).toBe('revoked');
    const before = await examine(await sign('revoked', Date.UTC(2026, 10, 22)), LISTED, lists);
    expect(before.reasons).toContain('revoked-no-proof-of-time');
  });
});

it('the policy that a signature names is told', async () => {
  expect(await examine(await sign(), CLAIMED)).toMatchObject({
    level: 'AD-RB',
    policy: { oid: '2.16.76.1.7.1.1.2.4', name: 'PA_AD_RB_v2_4' },
  });
});
