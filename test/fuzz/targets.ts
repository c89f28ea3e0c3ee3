import { certificateReader, cmsReader, derWalker } from './der-targets.ts';
import { pdfSigner, pdfVerifier } from './pdf-targets.ts';
import { pfxReader } from './pfx-target.ts';
import type { Target } from './target.ts';

/** Everything that reads what strangers wrote; the inputs of a run go to them in turn. */
export const targets: Target[] = [
  derWalker,
  certificateReader,
  pfxReader,
  cmsReader,
  pdfVerifier,
  pdfSigner,
];
