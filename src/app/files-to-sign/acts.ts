import type { FileKind } from '../../attachment/types.ts';

/** What can be made of a file that was chosen. */
export type ActKind =
  /** A signature inside the PDF. */
  | 'pdf'
  /** A P7S with the file in it. */
  | 'p7s'
  /** A P7S without the file. */
  | 'detached'
  /** One more signature beside those of a P7S. */
  | 'co-sign';

/** `place`: whose signature is signed, in the order of the file, from 0. */
export type SigningAct = { kind: ActKind } | { kind: 'counter-sign'; place: number };

/** Files for which the same can be chosen. */
export type KindGroup = 'pdf' | 'p7s' | 'other';

export const groupOf = (kind: FileKind): KindGroup =>
  kind === 'pdf' || kind === 'p7s' ? kind : 'other';

/** What can be made of the files of a group; the first is usual. A P7S goes into another one only if asked for. */
export const ACTS: Readonly<Record<KindGroup, readonly [ActKind, ...ActKind[]]>> = {
  pdf: ['pdf', 'p7s', 'detached'],
  p7s: ['co-sign', 'p7s'],
  other: ['p7s', 'detached'],
};
