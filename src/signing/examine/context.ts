import type { Bytes } from '../../base/bytes.ts';
import { type Certificate, readCertificates } from '../certificate/certificate.ts';
import type { TrustStore } from '../verification.ts';

/** What the examination of every signature of one file shares. */
export interface Context {
  anchors: readonly Certificate[];
  /** Certificates a chain may be built of: the file's own first; none is trusted for being here. */
  certificates: readonly Certificate[];
  /** Epoch ms. */
  now: number;
}

/** What a file brings along for its own examination, DER. */
export interface Brought {
  certificates: readonly Bytes[];
}

export const contextOf = (trust: TrustStore, now: number): Context => {
  const anchors = readCertificates(trust.anchors);
  return { anchors, certificates: [...readCertificates(trust.intermediates), ...anchors], now };
};

export const withBrought = (context: Context, { certificates }: Brought): Context => ({
  ...context,
  certificates: [...readCertificates(certificates), ...context.certificates],
});
