import { sha256Hex, utf8 } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { leiaMe } from './leia-me.ts';
import { manifestText } from './manifest.ts';
import { chosenName, NAMES, sentName } from './members.ts';
import { recordOf } from './record.ts';
import type { DossierRecord, DossierSource } from './types.ts';

interface PlannedMember {
  name: string;
  content: Blob;
  sha256: string;
}

/** A dossier as it will be; the same for the same revision of an entry and the same page. */
export interface DossierPlan {
  record: DossierRecord;
  /** In the order of the ZIP, the manifest first. */
  members: PlannedMember[];
  /** SHA-256 of the manifest, lower-case hexadecimal: it fixes every byte of the ZIP. */
  root: string;
}

/** Lists what goes into a dossier. Kept files are not read yet: their name is their hash. */
export const planDossier = async (source: DossierSource): Promise<DossierPlan> => {
  const record = recordOf(source);
  const members = [...(await writtenHere(source, record)), ...(await keptFiles(source))];
  const listed = members.map(({ name, content, sha256 }) => ({ name, size: content.size, sha256 }));
  const manifest = await written(NAMES.manifest, manifestText(record, listed));
  return { record, members: [manifest, ...members], root: manifest.sha256 };
};

const member = async (name: string, content: Blob): Promise<PlannedMember> => ({
  name,
  content,
  sha256: await sha256Hex(content),
});

const written = (name: string, text: string) => member(name, new Blob([utf8(text)]));

const writtenHere = (
  { frozenText, log, page, entry }: DossierSource,
  record: DossierRecord,
): Promise<PlannedMember[]> => {
  const { finalBody } = entry.progress;
  return Promise.all([
    written(NAMES['read-me'], leiaMe(record)),
    member(NAMES.page, page),
    written(NAMES.record, canonicalJson(record)),
    written(NAMES.frozen, frozenText),
    written(NAMES.log, log.map((row) => `${canonicalJson(row)}\n`).join('')),
    ...(finalBody ? [written(NAMES.body, finalBody.text)] : []),
  ]);
};

/** What lies here of the files; what is not here (any more) is left out, which the check of the dossier then says. */
const keptFiles = async ({ entry, fileOf }: DossierSource): Promise<PlannedMember[]> => {
  const { frozen, progress } = entry;
  const { pdfSha256, signedPdfSha256 } = progress.homologation ?? {};
  const wanted: [string, string | undefined][] = [
    [NAMES.layout, frozen.layoutSha256],
    ...frozen.files.flatMap(({ name, sha256, sentSha256 }, index): [string, string][] => [
      [sentName(index, name), sentSha256],
      ...(sha256 === sentSha256 ? [] : [[chosenName(index, name), sha256] as [string, string]]),
    ]),
    ...(frozen.keptFiles ?? []).map(({ name, sentSha256 }, index): [string, string] => [
      sentName(frozen.files.length + index, name),
      sentSha256,
    ]),
    [NAMES['court-pdf'], pdfSha256],
    [NAMES['signed-pdf'], signedPdfSha256],
  ];
  const found: PlannedMember[] = [];
  for (const [name, sha256] of wanted) {
    const content = sha256 === undefined ? undefined : await fileOf(sha256);
    if (sha256 !== undefined && content) found.push({ name, content, sha256 });
  }
  return found;
};
