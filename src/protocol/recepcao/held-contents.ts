import { sha256Hex } from '../../base/bytes.ts';
import type { Blobs } from './session.ts';

/** What the steps of one move brought, from when it is made until a writing of the entry keeps it. */
export interface HeldContents {
  /** As the steps see it: what was brought is at hand at once, and not read again. */
  blobs: Blobs;
  /** What the next writing has to keep, by SHA-256. */
  unkept(): ReadonlyMap<string, Blob>;
  /** That writing is on the disk. */
  kept(): void;
}

/** `atRest`: the contents that were kept before. */
export const heldContents = (atRest: Pick<Blobs, 'get'>): HeldContents => {
  const brought = new Map<string, Blob>();
  let unkept = new Map<string, Blob>();
  return {
    blobs: {
      get: async (sha256) => brought.get(sha256) ?? atRest.get(sha256),
      put: async (content, type) => {
        const sha256 = await sha256Hex(content);
        const blob = new Blob([content], { type });
        brought.set(sha256, blob);
        unkept.set(sha256, blob);
        return sha256;
      },
    },
    unkept: () => unkept,
    kept: () => {
      unkept = new Map();
    },
  };
};
