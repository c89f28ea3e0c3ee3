import { bytesOf, sameBytes } from '../../base/bytes.ts';
import { sameJson } from '../../base/canonical-json.ts';
import { withTextsReplaced } from '../../base/json.ts';
import { valueAt, withValueAt } from '../../base/json-pointer.ts';
import { checkChain } from './check-chain.ts';
import type { Content } from './content.ts';
import { type ListedMember, manifestText } from './manifest.ts';
import { chosenName, NAMES, sentName } from './members.ts';
import type { DossierReport, LinkCode, LinkVerdict, MemberReport } from './report.ts';

interface Checked {
  content: Content;
  members: readonly MemberReport[];
  listed: readonly ListedMember[];
  /** Its text. */
  manifest: string;
}

/** Holds the files of a dossier against each other. */
export const checkLinks = async (checked: Checked): Promise<DossierReport['links']> => {
  const links: DossierReport['links'] = [];
  for (const code of CODES) {
    const verdict = await CHECKS[code](checked);
    if (verdict) links.push({ code, verdict });
  }
  return links;
};

const told = (holds: boolean): LinkVerdict => (holds ? 'holds' : 'broken');

/** The hash of a file of the dossier, as its bytes are. */
const hashOf = ({ members }: Checked, name: string): string | undefined =>
  members.find((member) => member.name === name && member.verdict !== 'missing')?.sha256;

/** Whether the log names a hash: of what was sent or answered, or in what it says of a step. */
const isLogged = ({ content: { log = [] } }: Checked, sha256: string): boolean =>
  log.some(
    ({ requestSha256, answerSha256, meaning }) =>
      requestSha256 === sha256 ||
      answerSha256 === sha256 ||
      (typeof meaning === 'string' && meaning.includes(sha256)),
  );

/** A file that must be there, with the hash that something else names. */
const held = (checked: Checked, name: string, sha256: string): LinkVerdict => {
  const actual = hashOf(checked, name);
  return actual === undefined ? 'missing' : told(actual === sha256);
};

const worst = (verdicts: readonly LinkVerdict[]): LinkVerdict =>
  (['broken', 'missing'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'holds';

type Check = (checked: Checked) => LinkVerdict | undefined | Promise<LinkVerdict | undefined>;

/** None where the delivery has not come so far. */
const CHECKS: Record<LinkCode, Check> = {
  manifest: ({ content: { record }, listed, manifest }) =>
    told(record !== undefined && manifestText(record, listed) === manifest),

  log: async (checked) => {
    const { record, log } = checked.content;
    const genesis = hashOf(checked, NAMES.frozen);
    if (!record || !log || genesis === undefined) return 'broken';
    return told(genesis === record.frozenSha256 && (await checkChain(log, record)));
  },

  body: (checked) => {
    const { record } = checked.content;
    if (!record) return 'broken';
    if (record.bodySha256 === null) return undefined;
    return worst([
      held(checked, NAMES.body, record.bodySha256),
      told(isLogged(checked, record.bodySha256)),
    ]);
  },

  'body-of-frozen': ({ content: { record, frozen, body } }) => {
    if (!record || !frozen) return 'broken';
    if (record.bodySha256 === null) return undefined;
    if (body === undefined) return 'broken';
    const ids = new Map(record.uploads.map(({ localId, courtId }) => [localId, courtId]));
    const expected = frozen.fills.reduce(
      (payload, pointer) => withValueAt(payload, pointer, valueAt(body, pointer)),
      withTextsReplaced(frozen.payload, ids),
    );
    return told(sameJson(expected, body));
  },

  files: (checked) => {
    const { frozen, record } = checked.content;
    if (!frozen || !record) return 'broken';
    const { files, keptFiles } = frozen;
    if (files.length + keptFiles.length === 0) return undefined;
    const stayed = keptFiles.map(({ name, sentSha256 }, index) =>
      held(checked, sentName(files.length + index, name), sentSha256),
    );
    const uploaded = new Set(record.uploads.map(({ localId }) => localId));
    const verdicts = files.flatMap(({ localId, name, sha256, sentSha256 }, index) => [
      held(checked, sentName(index, name), sentSha256),
      ...(sha256 === sentSha256 ? [] : [held(checked, chosenName(index, name), sha256)]),
      told(!uploaded.has(localId) || isLogged(checked, sentSha256)),
    ]);
    return worst([...verdicts, ...stayed]);
  },

  layout: (checked) => {
    const { frozen } = checked.content;
    return frozen ? held(checked, NAMES.layout, frozen.layoutSha256) : 'broken';
  },

  'court-pdf': (checked) => {
    const { pdfSha256 } = checked.content.record?.homologation ?? {};
    if (pdfSha256 === undefined) return undefined;
    return worst([
      held(checked, NAMES['court-pdf'], pdfSha256),
      told(isLogged(checked, pdfSha256)),
    ]);
  },

  'signed-pdf': async (checked) => {
    const { signedPdfSha256 } = checked.content.record?.homologation ?? {};
    if (!signedPdfSha256) return undefined;
    return worst([
      held(checked, NAMES['signed-pdf'], signedPdfSha256),
      told(isLogged(checked, signedPdfSha256)),
      await continues(checked.content),
    ]);
  },
};

const CODES = Object.keys(CHECKS) as LinkCode[];

/** Whether the signed PDF is the court's with something after it. */
const continues = async ({ courtPdf, signedPdf }: Content): Promise<LinkVerdict> => {
  if (!courtPdf || !signedPdf) return 'missing';
  const begin = await bytesOf(signedPdf.slice(0, courtPdf.size));
  return told(sameBytes(begin, await bytesOf(courtPdf)));
};
