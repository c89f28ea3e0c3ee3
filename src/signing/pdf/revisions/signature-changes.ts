import type { PdfDocument } from '../../../pdf/document.ts';
import { type Comparison, compare, explainOwned } from './comparison.ts';
import { explainForm } from './form-changes.ts';
import { explainPages } from './page-changes.ts';
import { isCrossReference } from './references.ts';
import { differingKeys, sameObject } from './same-object.ts';

/**
 * Whether everything that came after a signature is what further signatures bring: fields with their values and
 * appearances, the DSS (ETSI EN 319 142-1 §5.4), metadata. Whatever is not known to be that counts as another change.
 * Throws `PdfRefusal`.
 */
export const addsSignaturesOnly = async (
  before: PdfDocument,
  after: PdfDocument,
): Promise<boolean> => {
  if (!sameObject(before.root, after.root)) return false;
  const comparison = await compare(before, after);
  const { changed, added, removed, references, explained } = comparison;
  // A reference that led nowhere when it was signed may not lead somewhere now.
  if (removed.size > 0 || [...added].some((number) => references.has(number))) return false;
  return (
    (await explainCatalog(comparison)) &&
    (await explainPages(comparison)) &&
    [...changed.keys()].every(
      (number) => explained.has(number) || isRewrittenSection(comparison, number),
    )
  );
};

/** Some writers give each of their cross-reference streams the same number; no page may draw one. */
const isRewrittenSection = ({ before, after, references }: Comparison, number: number): boolean =>
  isCrossReference(before, number) && isCrossReference(after, number) && !references.has(number);

const CATALOG_KEYS = new Set(['AcroForm', 'DSS', 'Metadata', 'Extensions', 'Version']);

const explainCatalog = async (comparison: Comparison): Promise<boolean> => {
  const { before, after, explained } = comparison;
  const [old, young] = [await before.catalog(), await after.catalog()];
  if (!differingKeys(old, young).every((key) => CATALOG_KEYS.has(key))) return false;
  explained.add(before.root.number);
  for (const key of ['DSS', 'Metadata', 'Extensions'])
    await explainOwned(comparison, old.entries.get(key));
  await explainOwned(comparison, before.xref.trailer.entries.get('Info'));
  return explainForm(comparison, old.entries.get('AcroForm'), young.entries.get('AcroForm'));
};
