import { contentOf } from '../../../app/processes/shown-content.ts';
import type { Component } from '../../../app/processes/types.ts';
import { download } from '../../parts/download.ts';

/** Hands a file, as it is, to the person's disk; whether it was here. */
export const saveComponent = async ({ sha256, nome }: Component): Promise<boolean> => {
  const content = await contentOf(sha256);
  if (!content) return false;
  // Without its type: the browser saves it, whatever it is.
  download(content.slice(0, content.size, 'application/octet-stream'), nome);
  return true;
};
