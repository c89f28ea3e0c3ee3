import type { PdfDocument } from '../../pdf/document.ts';
import { isDict, isRef, isStream, type PdfDict, type PdfTarget } from '../../pdf/objects.ts';

/** What a dictionary is, told by where it hangs: many have no `/Type`. */
export type Role =
  | 'action'
  | 'trigger-events'
  | 'annotation'
  | 'graphics-states'
  | 'graphics-state'
  | 'group'
  | 'form'
  | 'embedded-files'
  | 'other';

export interface Found {
  role: Role;
  dict: PdfDict;
  /** Whether it is the dictionary of a stream. */
  isStream: boolean;
}

/** More than any real attachment has; it bounds what a hostile one can cost. */
const MOST_OBJECTS = 200_000;

const ROLES: Record<string, Role> = {
  A: 'action',
  PA: 'action',
  OpenAction: 'action',
  Next: 'action',
  AA: 'trigger-events',
  Annots: 'annotation',
  ExtGState: 'graphics-states',
  Group: 'group',
  AcroForm: 'form',
  EF: 'embedded-files',
};

const roleOf = (owner: Role, key: string): Role => {
  if (owner === 'trigger-events') return 'action';
  if (owner === 'graphics-states') return 'graphics-state';
  return ROLES[key] ?? 'other';
};

/** Every dictionary that can be reached from the catalog, once; the structure of tagged text is left out. */
export async function* reachable(document: PdfDocument): AsyncGenerator<Found> {
  const open: { entry: PdfTarget; role: Role }[] = [{ entry: document.root, role: 'other' }];
  const seen = new Set<PdfTarget>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { role } = next;
    const object = isRef(next.entry) ? await document.resolve(next.entry) : next.entry;
    if (typeof object !== 'object' || object === null || seen.has(object)) continue;
    seen.add(object);
    if (seen.size > MOST_OBJECTS) return;
    if (Array.isArray(object)) {
      for (const entry of object) open.push({ entry, role });
      continue;
    }
    const dict = isStream(object) ? object.dict : object;
    if (!isDict(dict)) continue;
    yield { role, dict, isStream: isStream(object) };
    for (const [key, entry] of dict.entries)
      if (key !== 'StructTreeRoot') open.push({ entry, role: roleOf(role, key) });
  }
}
