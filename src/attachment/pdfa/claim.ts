import type { Bytes } from '../../base/bytes.ts';
import type { Result } from '../../base/result.ts';
import { openPdf, type PdfDocument } from '../../pdf/document.ts';
import { isStream, type PdfDict } from '../../pdf/objects.ts';
import { type PdfReadFault, settle } from '../../pdf/refusal.ts';
import { decodeStream } from '../../pdf/stream-data.ts';
import { colourContradiction } from './colour.ts';
import type { Work } from './content.ts';
import { namesOfMissing } from './fonts.ts';
import { objectContradictions } from './objects.ts';
import { useOfPages } from './pages.ts';
import { structureContradictions } from './structure.ts';
import type { Contradiction, PdfAClaim, PdfAFlavour } from './types.ts';
import { reachable } from './walk.ts';
import { flavourIn } from './xmp.ts';

/** What looking at one file may cost; what lies beyond is not looked at. */
const MAX_INFLATED = 32 * 1024 * 1024;
const MAX_TOKENS = 2_000_000;

/**
 * Which part and level of PDF/A (ISO 19005) a file claims to be, and what contradicts it. No validation: that takes
 * fonts, profiles and glyphs apart. An encrypted file is none (§6.1.3); of a broken one nothing can be said.
 */
export const claimOf = (pdf: Bytes): Promise<Result<PdfAClaim, PdfReadFault>> =>
  settle(async () => {
    const document = await openPdf(pdf);
    const work = { budget: { left: MAX_INFLATED }, tokens: MAX_TOKENS };
    const metadata = await document.resolve((await document.catalog()).entries.get('Metadata'));
    if (!isStream(metadata)) return { contradictions: [], fonts: [] };
    const claims = flavourIn(await decodeStream(metadata, work.budget));
    if (!claims) return { contradictions: [], fonts: [] };
    return { claims, ...(await lookAgainst(claims, document, metadata.dict, work)) };
  });

const lookAgainst = async (
  claims: PdfAFlavour,
  document: PdfDocument,
  metadata: PdfDict,
  work: Work,
): Promise<{ contradictions: Contradiction[]; fonts: string[] }> => {
  const found = new Set(await structureContradictions(document, claims, metadata));
  for await (const object of reachable(document))
    for (const each of await objectContradictions(document, object, claims, work.budget))
      found.add(each);
  const use = await useOfPages(document, work);
  if (use.lzw) found.add('lzw');
  const colour = await colourContradiction(document, use.devices);
  if (colour) found.add(colour);
  const fonts = await namesOfMissing(document, use.fonts);
  if (fonts.length > 0) found.add('fonts-not-embedded');
  return { contradictions: [...found], fonts };
};
