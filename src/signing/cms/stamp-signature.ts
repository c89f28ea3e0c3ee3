import type { Bytes } from '../../base/bytes.ts';
import { readCertificates } from '../certificate/certificate.ts';
import { addTimestamp } from './add-timestamp.ts';
import { signedContent } from './check-signer.ts';
import { openP7s } from './open-p7s.ts';
import {
  readTimestampAnswer,
  type TimestampAnswerFault,
  type TimestampQuestion,
  writeTimestampRequest,
} from './timestamp-request.ts';
import { checkTimestampToken, readTimestampToken } from './timestamp-token.ts';

/** Carries a TimeStampReq to an authority and its answer back, both DER; `undefined` where nobody answered. */
export type AskTimestamp = (request: Bytes) => Promise<Bytes | undefined>;

export type TimestampFault = TimestampAnswerFault | 'timestamp-unreachable' | 'timestamp-invalid';

/** No time stamp was to be had, and why. */
export class TimestampError extends Error {
  readonly fault: TimestampFault;
  constructor(fault: TimestampFault) {
    super(fault);
    this.fault = fault;
  }
}

const NONCE_BYTES = 16;

/**
 * Has an authority stamp the last signature of a file and puts the token beside it (RFC 3161, ETSI EN 319 122-1 §5.3). The token is checked; whether its authority is to be trusted is not asked.
 * Throws `TimestampError`.
 */
export const stampLastSignature = async (p7s: Blob, ask: AskTimestamp): Promise<Blob> => {
  const signers = (await openP7s(p7s))?.signers ?? [];
  const signer = signers.at(-1);
  if (!signer) throw new Error('there is no signature to stamp');
  const signature = signedContent(signer.signature);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const question: TimestampQuestion = {
    hash: 'SHA-256',
    digest: await signature.digest('SHA-256'),
    nonce,
  };
  const answer = await ask(writeTimestampRequest(question));
  if (!answer) throw new TimestampError('timestamp-unreachable');
  const token = readTimestampAnswer(answer, question);
  if (!token.ok) throw new TimestampError(token.error);
  const read = readTimestampToken(token.value);
  const checked =
    read &&
    (await checkTimestampToken(read, signature, readCertificates(read.signedData.certificates)));
  if (checked?.faults.length !== 0) throw new TimestampError('timestamp-invalid');
  const stamped = await addTimestamp(p7s, signers.length - 1, token.value);
  if (!stamped.ok) throw new Error(`own signature is not found again: ${stamped.error}`);
  return stamped.value;
};
