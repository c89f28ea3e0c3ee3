import { err, ok, type Result } from '../../base/result.ts';
import type { Component } from '../../process/types.ts';
import type { StorageFault } from '../../store/database.ts';
import { stores } from '../stores.ts';

export type TakeFault = StorageFault | 'empty' | 'unreadable' | 'stopped';

/** A chosen file with its bytes kept by their SHA-256. `tell`: the bytes read so far. */
export const takeFile = async (
  file: File,
  tell: (read: number) => void,
  signal: AbortSignal,
): Promise<Result<Omit<Component, 'ordem'>, TakeFault>> => {
  if (file.size === 0) return err('empty');
  try {
    const kept = await stores.files.put(new Blob([await file.arrayBuffer()], { type: file.type }));
    if (signal.aborted) return err('stopped');
    if (!kept.ok) return kept;
    tell(file.size);
    return ok({
      nome: file.name,
      sha256: kept.value,
      size: file.size,
      mimeType: file.type || 'outro',
      signatures: [],
    });
  } catch (error) {
    if (error instanceof DOMException) return err('unreadable');
    throw error;
  }
};
