import type { FileReport } from '../../signing/report.ts';
import type { FrozenContent } from './content.ts';
import type { Watch } from './digest.ts';
import { NAMES, sentName } from './members.ts';
import type { MemberSignatures } from './report.ts';
import type { ZipMember } from './write-zip.ts';

/** Finds out everything about a signed file: in a worker of the app, or in the page of the dossier itself. */
export type Examine = (content: Blob, kind: 'p7s' | 'pdf') => Promise<FileReport>;

/** The signatures on what was sent and on the PDFs; files without any (pictures, the court's own PDF) are passed over. */
export const examineSigned = async (
  zipped: readonly ZipMember[],
  frozen: FrozenContent | undefined,
  examine: Examine,
  { signal }: Watch,
): Promise<MemberSignatures[]> => {
  const forms = formsOf(frozen);
  const found: MemberSignatures[] = [];
  for (const { name, content } of zipped) {
    const form = forms.get(name);
    if (!form) continue;
    signal?.throwIfAborted();
    const report = await examine(content, form);
    if (report.fault !== 'no-signature') found.push({ name, report });
  }
  return found;
};

/** Which files may bear signatures, by their names in the ZIP. */
const formsOf = (frozen: FrozenContent | undefined): Map<string, 'p7s' | 'pdf'> => {
  const forms = new Map<string, 'p7s' | 'pdf'>([
    [NAMES['court-pdf'], 'pdf'],
    [NAMES['signed-pdf'], 'pdf'],
  ]);
  for (const [index, { name, kind }] of (frozen?.files ?? []).entries())
    if (kind === 'p7s' || kind === 'pdf') forms.set(sentName(index, name), kind);
  return forms;
};
