import { contentOf } from '../../../app/processes/shown-content.ts';
import type { Component } from '../../../app/processes/types.ts';
import { download } from '../../parts/download.ts';

/** Hands a file, as it is, to the person's disk. */
export const saveComponent = async ({ sha256, nome }: Component): Promise<void> => {
  const content = await contentOf(sha256);
  // Without its type: the browser saves it, whatever it is.
  if (content) download(content.slice(0, content.size, 'application/octet-stream'), nome);
};
