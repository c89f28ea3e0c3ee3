import { sha256Hex } from '../../base/bytes.ts';
import type { FileReport } from '../../signing/report.ts';
import { verdictOf } from '../../signing/verdict.ts';
import { verifySigned } from '../signing/verifying-client.ts';
import { clock } from '../stores.ts';
import { trustOf } from '../trust/trust.ts';

/** Until the full examination is there: what the gate says. */
export const examine = async (
  file: Blob,
  kind: 'p7s' | 'pdf',
  _options?: { content?: Blob },
): Promise<FileReport> => {
  const verified = await verifySigned(file, kind, await trustOf());
  const shared = {
    kind,
    detached: !verified.ok && verified.error === 'detached',
    file: { size: file.size, sha256: await sha256Hex(file) },
  };
  if (!verified.ok) {
    return {
      ...shared,
      fault: verified.error,
      verdict: verdictOf([verified.error]).verdict,
      signatures: [],
    };
  }
  return {
    ...shared,
    verdict: 'valid-revocation-unchecked',
    signatures: verified.value.map(({ certificate, signingTime }) => ({
      verdict: 'valid-revocation-unchecked',
      reasons: ['revocation-unchecked'],
      signer: {
        ...certificate,
        serialNumber: '',
        kind: 'person',
        key: '',
        policies: [],
        usages: [],
        crlAddresses: [],
        ocspAddresses: [],
        issuerAddresses: [],
      },
      chain: [],
      level: 'BES',
      ...(signingTime !== undefined && { claimedTime: signingTime }),
      judgedAt: clock.now(),
      revocation: 'unchecked',
      covers: { of: 'content', size: file.size },
      countersignatures: [],
      ignoredAttributes: [],
    })),
  };
};
