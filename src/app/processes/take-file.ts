import { HEAD_BYTES, kindOf } from '../../attachment/kind.ts';
import { bytesOf } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { componentType } from '../../process/mime-types.ts';
import type { Component } from '../../process/types.ts';
import type { StorageFault } from '../../store/database.ts';
import { sha256Of } from '../pen/hashing.ts';
import { stores } from '../stores.ts';

export type TakeFault = StorageFault | 'empty' | 'unreadable' | 'stopped';

/** Types that a file has by its first bytes, whatever its name says. */
const BY_CONTENT: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
};

/**
 * A chosen file with its bytes kept by their SHA-256, which is computed while they are read. `tell`: the share read so
 * far, from 0 to 1.
 */
export const takeFile = async (
  file: File,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<Result<Omit<Component, 'ordem'>, TakeFault>> => {
  if (file.size === 0) return err('empty');
  try {
    const content = await copyOf(file, signal);
    const head = await bytesOf(content.slice(0, HEAD_BYTES));
    const sha256 = await sha256Of(content, { onProgress: tell, signal });
    const kept = await stores.files.put(content, sha256);
    if (!kept.ok) return kept;
    return ok({
      nome: file.name,
      sha256,
      size: file.size,
      ...componentType({ type: BY_CONTENT[kindOf(head)] ?? file.type, name: file.name }),
      signatures: [],
    });
  } catch (error) {
    if (signal.aborted) return err('stopped');
    if (error instanceof DOMException) return err('unreadable');
    throw error;
  }
};

/** Bytes that are read at a time. */
const PIECE = 8 * 1024 * 1024;

/**
 * The bytes as they are now, in the browser's own keeping: a `File` is read from the person's disk whenever it is used, even
 * out of the database, and may have changed or gone away by then.
 */
const copyOf = async (file: File, signal: AbortSignal): Promise<Blob> => {
  const pieces: Blob[] = [];
  for (let at = 0; at < file.size; at += PIECE) {
    signal.throwIfAborted();
    pieces.push(new Blob([await bytesOf(file.slice(at, at + PIECE))]));
  }
  return new Blob(pieces, { type: file.type });
};
