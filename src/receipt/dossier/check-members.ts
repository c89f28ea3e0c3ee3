import { digestOf, type Watch } from './digest.ts';
import type { ListedMember } from './manifest.ts';
import { kindOfMember } from './members.ts';
import type { MemberReport } from './report.ts';
import type { ZipMember } from './write-zip.ts';

/** Holds every file of the ZIP against the manifest, which is its first; whether that itself is right, `checkLinks` tells. */
export const checkMembers = async (
  zipped: readonly ZipMember[],
  listed: readonly ListedMember[],
  watch: Watch,
): Promise<MemberReport[]> => {
  const reports: MemberReport[] = [];
  for (const [place, member] of zipped.entries()) {
    reports.push(await checkMember(member, place === 0 ? undefined : listed[place - 1], watch));
  }
  const there = new Set(zipped.map(({ name }) => name));
  const missing = listed.filter(({ name }) => !there.has(name));
  return [...reports, ...missing.map((member) => told(member, 'missing'))];
};

const checkMember = async (
  { name, content, size, crc }: ZipMember,
  listed: ListedMember | undefined,
  watch: Watch,
): Promise<MemberReport> => {
  const { sha256, crc: actualCrc } = await digestOf(content, watch);
  const found = { name, size, sha256 };
  const kind = kindOfMember(name);
  const isInPlace = kind === 'manifest' ? listed === undefined : listed?.name === name;
  if (!isInPlace || !kind) return told(found, 'not-listed');
  const isAsListed = !listed || (listed.sha256 === sha256 && listed.size === size);
  return told(found, isAsListed && crc === actualCrc ? 'intact' : 'changed');
};

const told = (member: ListedMember, verdict: MemberReport['verdict']): MemberReport => {
  const kind = kindOfMember(member.name);
  return { ...member, ...(kind && { kind }), verdict };
};
