import { expose } from 'comlink';
import { bytesOf, sha256Hex } from '../../base/bytes.ts';
import type { JsonObject } from '../../base/json.ts';
import type { Result } from '../../base/result.ts';
import { type Examination, examine } from '../../draft/intake/examine.ts';
import {
  type PayloadFault,
  type PayloadReading,
  readPayload,
} from '../../draft/intake/read-payload.ts';

/** What a file holds, and the SHA-256 of its bytes (lower-case hexadecimal). */
export interface FileReading {
  sha256: string;
  payload: Result<PayloadReading, PayloadFault>;
}

type KnownLayout = Parameters<typeof examine>[1];

/** Layouts by the SHA-256 of their schema: made ready once for all their documents. */
const known = new Map<string, KnownLayout>();

const service = {
  /** `undefined` where the file is gone: of an error, a worker tells little more than that there was one. */
  async read(file: Blob, onProgress: (share: number) => void): Promise<FileReading | undefined> {
    const bytes = await bytesOf(file).catch(() => undefined);
    return bytes && { sha256: await sha256Hex(bytes), payload: readPayload(bytes, onProgress) };
  },

  examine(
    document: JsonObject,
    layout: KnownLayout & { sha256: string },
    path: string,
    paths: readonly string[],
  ): Examination {
    const same = known.get(layout.sha256) ?? layout;
    known.set(layout.sha256, same);
    return examine(document, same, path, paths);
  },
};

/** What the worker answers; wrap it with comlink's `Remote`. */
export type IntakeService = typeof service;

expose(service);
