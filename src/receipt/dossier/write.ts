import { err, ok, type Result } from '../../base/result.ts';
import { MOST_BYTES } from '../../base/zip/limits.ts';
import { digestOf, type Watch } from './digest.ts';
import type { DossierPlan } from './plan.ts';
import { writeZip, type ZipMember } from './write-zip.ts';

export type WriteFault =
  | 'too-large'
  /** A kept file is not what its hash says any more. */
  | 'file-damaged';

/** Makes the ZIP, once every file in it has been read and is what the manifest says. */
export const writeDossier = async (
  { members }: DossierPlan,
  watch: Watch = {},
): Promise<Result<Blob, WriteFault>> => {
  if (sizeOf({ members }) > MOST_BYTES) return err('too-large');
  const read: ZipMember[] = [];
  for (const { name, content, sha256 } of members) {
    const digest = await digestOf(content, watch);
    if (digest.sha256 !== sha256) return err('file-damaged');
    read.push({ name, content, size: content.size, crc: digest.crc });
  }
  return ok(writeZip(read));
};

/** Bytes of all files of a dossier. */
export const sizeOf = ({ members }: Pick<DossierPlan, 'members'>): number =>
  members.reduce((sum, { content }) => sum + content.size, 0);
