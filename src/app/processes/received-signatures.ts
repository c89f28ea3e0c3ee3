import type { Bytes } from '../../base/bytes.ts';
import type { JsonObject } from '../../base/json.ts';
import { signaturesIn } from '../../process/received-signatures.ts';
import type { Component } from '../../process/types.ts';
import type { FileReport } from '../../signing/report.ts';
import { examine } from '../signing/verifying-client.ts';
import { stores } from '../stores.ts';

/** What is found of a signature that came with a file. `place`: among those of the file, from 1; `razao`: the sender's words. */
export type FoundSignature = { place: number; razao?: string } & Finding;

type Finding =
  | { kind: 'examined'; report: FileReport }
  /** `password`: made with user and password elsewhere, which nothing here can check. */
  | { kind: 'password' | 'unreadable' | 'file-missing' | 'too-large' };

/** A longer file is not read into memory for its signatures (bytes). */
const LONGEST = 200 * 1024 * 1024;

/**
 * Holds each signature that came with a file of a received document against that file, by what is trusted now. Throws
 * `signal.reason` where it was ended.
 */
export const examineReceived = async (
  { sha256, size }: Component,
  wire: JsonObject,
  signal: AbortSignal,
): Promise<FoundSignature[]> => {
  const found: FoundSignature[] = [];
  for (const [n, signature] of signaturesIn(wire, sha256).entries()) {
    const { razao } = signature;
    const finding =
      signature.kind !== 'p7s'
        ? signature
        : size > LONGEST
          ? ({ kind: 'too-large' } as const)
          : await examined(signature.p7s, sha256, signal);
    found.push({ ...finding, place: n + 1, ...(razao !== undefined && { razao }) });
  }
  return found;
};

const examined = async (p7s: Bytes, sha256: string, signal: AbortSignal): Promise<Finding> => {
  const content = await stores.files.get(sha256);
  if (!content) return { kind: 'file-missing' };
  const report = await examine(new Blob([p7s]), 'p7s', { content, signal });
  return { kind: 'examined', report };
};
