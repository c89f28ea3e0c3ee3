import { fromUtf8 } from '../../base/bytes.ts';
import { isJsonObject, parseJson } from '../../base/json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { TrustStore } from '../../signing/verification.ts';
import { digestOf, type Watch } from '../dossier/digest.ts';
import { type ListedMember, listedOfTramite } from '../dossier/manifest.ts';
import { readZip } from '../dossier/read-zip.ts';
import type { DossierFault, MemberReport } from '../dossier/report.ts';
import type { ZipMember } from '../dossier/write-zip.ts';
import type { ReceiptKind } from './read-receipt.ts';
import { RECEIPT_FILE_NAMES, receiptXml } from './receipt-xml.ts';
import type { ReceiptVerdict } from './tramite.ts';
import { verifyReceipt } from './verify-receipt.ts';

/** What was found out about the dossier of a trâmite. */
export interface TramiteDossierReport {
  /** `sound`: what is there agrees. `incomplete`: so it does, but files that the metadata announce are not there. */
  verdict: 'sound' | 'incomplete' | 'broken';
  /** What it says it is about; absent where that cannot be read. */
  about?: { protocolo: string; idt: number; nre: string };
  members: MemberReport[];
  /** `isCopied`: the file under the manual's name says what the receipt says. */
  receipts: { kind: ReceiptKind; verdict: ReceiptVerdict; isCopied: boolean }[];
  /** Names of files that the metadata announce and that are not there, or otherwise. */
  lacking: string[];
  /** Files of the process that the metadata do not announce. */
  foreign: string[];
}

/** How the metadata are read, and what certificates are judged by at an instant (epoch ms). */
export interface TramiteChecking {
  announcedIn(metadata: string): { nome: string; sha256: string; hash: string }[];
  trust: Pick<TrustStore, 'anchors' | 'intermediates'>;
  at: number;
}

const FILES = 'arquivos/';
/** The list, and the page, which the list cannot name. */
const UNLISTED = ['manifesto.json', 'index.html'];

/** No metadata or receipt comes near it; what is longer is not read into memory (bytes). */
const LONGEST_TEXT = 64 * 1024 * 1024;

/**
 * Finds out whether the dossier of a trâmite is whole: every file as its list says, the process's files those that the
 * metadata announce, and what may be said of each receipt. Whoever makes another dossier in which all agrees still has no
 * receipt signed over other files.
 */
export const checkTramiteDossier = async (
  file: Blob,
  { announcedIn, trust, at }: TramiteChecking,
  watch: Watch = {},
): Promise<Result<TramiteDossierReport, DossierFault>> => {
  const read = await readZip(file);
  if (!read.ok) return read;
  const texts = await textsOf(read.value);
  const listed = listedOfTramite(parseJson(texts('manifesto.json')));
  if (!listed) return err('no-manifest');
  const members = await membersOf(read.value, listed, watch);
  const about = aboutIn(texts('tramite.json'));
  const announced = announcedIn(texts('metadados.json'));
  const files = members.filter(
    ({ name, verdict }) => name.startsWith(FILES) && verdict !== 'missing',
  );
  const there = new Set(files.map(({ sha256 }) => sha256));
  const meant = new Set(announced.map(({ sha256 }) => sha256));
  const lacking = announced.filter(({ sha256 }) => !there.has(sha256)).map(({ nome }) => nome);
  const foreign = files.filter(({ sha256 }) => !meant.has(sha256)).map(({ name }) => name);
  const known = announced.map(({ hash }) => hash);
  const receipts = await Promise.all(
    KINDS.filter((kind) => texts(rawName(kind)) !== '').map(async (kind) => {
      const raw = texts(rawName(kind));
      const expected = { idt: about?.idt ?? 0, nre: about?.nre ?? '', known };
      const verdict = await verifyReceipt(kind, raw, expected, trust, at);
      const isCopied =
        (receiptXml(kind, raw) ?? '') === texts(`recibos/${RECEIPT_FILE_NAMES[kind]}`);
      return { kind, verdict, isCopied };
    }),
  );
  const findings = { members, receipts, lacking, foreign };
  return ok({ verdict: verdictOf(findings, about), ...(about && { about }), ...findings });
};

const KINDS: readonly ReceiptKind[] = ['envio', 'conclusao'];

const rawName = (kind: ReceiptKind): string => `recibos/${kind}.json`;

/** The texts of the dossier by their names; empty where there is none. */
const textsOf = async (zipped: readonly ZipMember[]): Promise<(name: string) => string> => {
  const texts = new Map<string, string>();
  for (const { name, content, size } of zipped) {
    if (/\.(json|xml)$/.test(name) && !name.startsWith(FILES) && size <= LONGEST_TEXT) {
      texts.set(name, fromUtf8(new Uint8Array(await content.arrayBuffer())));
    }
  }
  return (name) => texts.get(name) ?? '';
};

const membersOf = async (
  zipped: readonly ZipMember[],
  listed: readonly ListedMember[],
  watch: Watch,
): Promise<MemberReport[]> => {
  const byName = new Map(listed.map((each) => [each.name, each]));
  const members: MemberReport[] = [];
  for (const { name, content, size, crc } of zipped) {
    const digest = await digestOf(content, watch);
    if (UNLISTED.includes(name) && digest.crc === crc) continue;
    const wanted = byName.get(name);
    const isWanted = wanted?.sha256 === digest.sha256 && wanted.size === size && digest.crc === crc;
    const isKnown = wanted !== undefined || UNLISTED.includes(name);
    const verdict = isWanted ? 'intact' : isKnown ? 'changed' : 'not-listed';
    members.push({ name, size, sha256: digest.sha256, verdict });
  }
  const there = new Set(zipped.map(({ name }) => name));
  const missing = listed.filter(({ name }) => !there.has(name));
  return [...members, ...missing.map((each) => ({ ...each, verdict: 'missing' as const }))];
};

const aboutIn = (tramite: string): TramiteDossierReport['about'] => {
  const json = parseJson(tramite);
  if (!isJsonObject(json)) return undefined;
  const { protocolo, idt, nre } = json;
  return typeof protocolo === 'string' && typeof idt === 'number' && typeof nre === 'string'
    ? { protocolo, idt, nre }
    : undefined;
};

const verdictOf = (
  {
    members,
    receipts,
    foreign,
    lacking,
  }: Pick<TramiteDossierReport, 'members' | 'receipts' | 'foreign' | 'lacking'>,
  about: TramiteDossierReport['about'],
): TramiteDossierReport['verdict'] => {
  const isBroken =
    !about ||
    foreign.length > 0 ||
    members.some(({ verdict }) => verdict !== 'intact') ||
    receipts.some(({ verdict, isCopied }) => verdict.kind === 'invalid' || !isCopied);
  if (isBroken) return 'broken';
  return lacking.length > 0 ? 'incomplete' : 'sound';
};
