import type { PdfDocument } from '../../pdf/document.ts';
import type { PdfDict } from '../../pdf/objects.ts';
import { nameAt } from './entries.ts';
import type { Contradiction, PdfAFlavour } from './types.ts';
import type { Found } from './walk.ts';

/** ISO 19005-1 §6.6.1, -2 §6.5.1, -4 §6.6.1. */
const FORBIDDEN_ACTIONS = new Set([
  'Launch',
  'Sound',
  'Movie',
  'ResetForm',
  'ImportData',
  'Hide',
  'Rendition',
  'Trans',
]);
const ONLY_FOR_ENGINEERING = new Set(['SetOCGState', 'GoTo3DView']);
const NAMED_ACTIONS = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);

/** ISO 19005-1 §6.5.2, -2 §6.3.1, -4 §6.3.1 and Annex B. */
const MULTIMEDIA = new Set(['Sound', 'Movie', 'Screen']);
const ENGINEERING_MEDIA = new Set(['3D', 'RichMedia']);
const NEEDS_NO_APPEARANCE = new Set(['Popup', 'Link', 'Projection']);

/** What happens, at a click or by itself. */
export const actionContradictions = async (
  document: PdfDocument,
  { role, dict }: Found,
  { part, level }: PdfAFlavour,
): Promise<Contradiction[]> => {
  const type = await nameAt(document, dict, 'Type');
  const kind = await nameAt(document, dict, 'S');
  if (kind === 'JavaScript' && dict.entries.has('JS')) return part === 4 ? [] : ['javascript'];
  if (role === 'action' || type === 'Action') {
    const named = kind === 'Named' && !NAMED_ACTIONS.has(await nameAt(document, dict, 'N'));
    const forEngineering = level !== 'e' && ONLY_FOR_ENGINEERING.has(kind);
    return named || forEngineering || FORBIDDEN_ACTIONS.has(kind) ? ['forbidden-action'] : [];
  }
  if (part === 4) return [];
  const isField =
    role === 'annotation'
      ? (await nameAt(document, dict, 'Subtype')) === 'Widget'
      : dict.entries.has('FT');
  const mayNotStart = type === 'Catalog' || isField || (type === 'Page' && part !== 1);
  if (mayNotStart && dict.entries.has('AA')) return ['automatic-action'];
  return isField && dict.entries.has('A') ? ['forbidden-action'] : [];
};

export const annotationContradictions = async (
  document: PdfDocument,
  annotation: PdfDict,
  { part, level }: PdfAFlavour,
): Promise<Contradiction[]> => {
  const kind = await nameAt(document, annotation, 'Subtype');
  const isMedia = MULTIMEDIA.has(kind) || (level !== 'e' && ENGINEERING_MEDIA.has(kind));
  const wantsAppearance = part === 1 ? kind === 'Widget' : !NEEDS_NO_APPEARANCE.has(kind);
  const found: Contradiction[] = [];
  if (isMedia) found.push('multimedia');
  if (part === 1 && kind === 'FileAttachment') found.push('embedded-file');
  if (wantsAppearance && !annotation.entries.has('AP') && !(await isPoint(document, annotation)))
    found.push('annotation-without-appearance');
  return found;
};

/** Whether the rectangle has no extent: nothing to draw. */
const isPoint = async (document: PdfDocument, annotation: PdfDict): Promise<boolean> => {
  const rectangle = await document.resolve(annotation.entries.get('Rect'));
  if (!Array.isArray(rectangle)) return false;
  const [left, bottom, right, top] = rectangle;
  return left === right && bottom === top;
};
