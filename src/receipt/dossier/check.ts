import { fromUtf8 } from '../../base/bytes.ts';
import { parseJson } from '../../base/json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { checkLinks } from './check-links.ts';
import { checkMembers } from './check-members.ts';
import { readContent } from './content.ts';
import type { Watch } from './digest.ts';
import { type Examine, examineSigned } from './examine-signed.ts';
import { isOfTramite, listedIn } from './manifest.ts';
import { NAMES } from './members.ts';
import { readZip } from './read-zip.ts';
import type { DossierFault, DossierReport } from './report.ts';
import type { ZipMember } from './write-zip.ts';

/** Nobody reads a longer manifest into memory. Bytes. */
const LONGEST_MANIFEST = 4 * 1024 * 1024;

/**
 * Finds out everything about a dossier: whether the ZIP is byte for byte as it was written, every file as the manifest
 * lists it, and all of them agree with each other. Whether it is the very one that was made, the root hash alone tells.
 */
export const checkDossier = async (
  file: Blob,
  examine: Examine,
  watch: Watch = {},
): Promise<Result<DossierReport, DossierFault>> => {
  const read = await readZip(file);
  if (!read.ok) return read;
  const zipped = read.value;
  const [first] = zipped;
  if (await isTramiteDossier(zipped)) return err('of-a-tramite');
  if (first?.name !== NAMES.manifest || first.size > LONGEST_MANIFEST) return err('no-manifest');
  const manifest = fromUtf8(new Uint8Array(await first.content.arrayBuffer()));
  const listed = listedIn(parseJson(manifest));
  if (!listed) return err('no-manifest');

  const members = await checkMembers(zipped, listed, watch);
  const content = await readContent(zipped);
  const links = await checkLinks({ content, members, listed, manifest });
  const signatures = await examineSigned(zipped, content.frozen, examine, watch);
  const findings = { members, links, signatures };
  return ok({
    verdict: verdictOf(findings),
    root: members[0]?.sha256 ?? '',
    ...(content.record && { record: content.record }),
    ...findings,
  });
};

const isTramiteDossier = async (zipped: readonly ZipMember[]): Promise<boolean> => {
  const list = zipped.find(({ name }) => name === NAMES.manifest);
  return (
    list !== undefined &&
    list.size <= LONGEST_MANIFEST &&
    isOfTramite(parseJson(await list.content.text()))
  );
};

const verdictOf = ({
  members,
  links,
  signatures,
}: Pick<DossierReport, 'members' | 'links' | 'signatures'>): DossierReport['verdict'] => {
  const isBroken =
    members.some(({ verdict }) => verdict !== 'intact') ||
    links.some(({ verdict }) => verdict === 'broken') ||
    signatures.some(({ report }) => report.verdict === 'invalid');
  if (isBroken) return 'broken';
  return links.some(({ verdict }) => verdict === 'missing') ? 'incomplete' : 'sound';
};
