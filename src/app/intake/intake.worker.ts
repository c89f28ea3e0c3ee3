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
import type { ObjectField } from '../../layout/types.ts';

/** What a file holds, and the SHA-256 of its bytes (lower-case hexadecimal). */
export interface FileReading {
  sha256: string;
  payload: Result<PayloadReading, PayloadFault>;
}

const service = {
  /** Rejects where the file cannot be read. */
  async read(file: Blob, onProgress: (share: number) => void): Promise<FileReading> {
    const bytes = await bytesOf(file);
    return { sha256: await sha256Hex(bytes), payload: readPayload(bytes, onProgress) };
  },

  examine(
    document: JsonObject,
    layout: { schema: JsonObject; form: ObjectField },
    path: string,
    paths: readonly string[],
  ): Examination {
    return examine(document, layout, path, paths);
  },
};

/** What the worker answers; wrap it with comlink's `Remote`. */
export type IntakeService = typeof service;

expose(service);
