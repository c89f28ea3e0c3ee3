import type { FileReport } from '../../signing/report.ts';
import type { ZipFault } from './read-zip.ts';
import type { DossierRecord, MemberKind } from './types.ts';

/** What was found out about one file of a dossier. */
export interface MemberReport {
  name: string;
  /** Absent where a dossier has no such file. */
  kind?: MemberKind;
  /** Bytes. */
  size: number;
  sha256: string;
  verdict:
    | 'intact'
    /** Its bytes are not those that the manifest lists, or not those of the ZIP's own check sum. */
    | 'changed'
    /** Listed, but not there. */
    | 'missing'
    /** There, but not listed, or in another place than listed. */
    | 'not-listed';
}

/** What one file of a dossier says of others. */
export type LinkCode =
  /** The manifest says of the delivery what the record says. */
  | 'manifest'
  /** The log is one chain that begins with what was frozen and ends where the record says. */
  | 'log'
  /** The body is the one that the record names, and its hash was logged before it was sent. */
  | 'body'
  /** The body is what was frozen, with the court's ids in the place of local ones. */
  | 'body-of-frozen'
  /** The files are those that were frozen, and their uploads were logged. */
  | 'files'
  | 'layout'
  /** The court's PDF was logged as it came. */
  | 'court-pdf'
  /** The signed PDF begins with the court's, and was logged before it was sent. */
  | 'signed-pdf';

/** `missing`: the dossier holds too little to tell. */
export type LinkVerdict = 'holds' | 'broken' | 'missing';

/** A file with signatures, and what they are worth. */
export interface MemberSignatures {
  name: string;
  report: FileReport;
}

/** What was found out about a dossier; every finding is about the bytes of the ZIP that was looked at. */
export interface DossierReport {
  /** `sound`: all that is there agrees. `incomplete`: so it does, but something is not there. */
  verdict: 'sound' | 'incomplete' | 'broken';
  /** SHA-256 of the manifest, lower-case hexadecimal; to be compared with the printed receipt. */
  root: string;
  /** Absent where it cannot be read. */
  record?: DossierRecord;
  members: MemberReport[];
  links: { code: LinkCode; verdict: LinkVerdict }[];
  signatures: MemberSignatures[];
}

/** Why a file is no dossier at all. */
export type DossierFault =
  | ZipFault
  | 'no-manifest'
  /** The dossier of a trâmite of PEN, which has a check of its own (pen/check-dossier.ts). */
  | 'of-a-tramite';
