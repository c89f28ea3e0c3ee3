import type { PdfSigner } from './session.ts';
import type { RecepcaoEntry } from './types.ts';

/** The step that asks for the person's consent. */
export const CONSENT = 'consent';

/** The means of a consent to sign with another program. */
export const ELSEWHERE = 'elsewhere';

/** What the person last agreed to sign the court's PDF with: a certificate's fingerprint, or `ELSEWHERE`. */
export const agreedMeans = ({ consents }: Pick<RecepcaoEntry, 'consents'>): string | undefined =>
  consents.findLast(({ step }) => step === CONSENT)?.means;

/** Whether the person agreed to this very signer; who brings a signed file back has agreed to it by that. */
export const isAgreed = (
  entry: Pick<RecepcaoEntry, 'consents'>,
  { means, summary }: PdfSigner,
): boolean => means === ELSEWHERE || agreedMeans(entry) === summary.fingerprint;

/** The step that asks whether the extra deliveries are to be deleted; the means are `delete` or `keep`. */
export const EXTRA = 'extra';

/** The step that asks whether a delivery is to be deleted. */
export const CONSENT_DELETE = 'consent-delete';
