import {
  certificateReader,
  cmsReader,
  cmsSigner,
  derWalker,
  revocationReader,
  timestampReader,
} from './der-targets.ts';
import { claimReader, pdfSigner, pdfVerifier } from './pdf-targets.ts';
import { pfxReader } from './pfx-target.ts';
import type { Target } from './target.ts';

const quick: Target[] = [
  derWalker,
  certificateReader,
  revocationReader,
  timestampReader,
  pfxReader,
  pdfSigner,
  claimReader,
];

/** These calculate a signature or a few for each input. */
const slow: Target[] = [cmsReader, cmsSigner, pdfVerifier];

/** Everything that reads what strangers wrote; the inputs of a run go to them in turn. */
export const targets: Target[] = [...quick, ...slow, ...quick];
