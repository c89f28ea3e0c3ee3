import { HEAD_BYTES, kindOf } from '../../attachment/kind.ts';
import { bytesOf } from '../../base/bytes.ts';
import { contentOf } from '../signing/verifying-client.ts';
import type { FileToSign } from './files.ts';

/** The document inside a P7S, as far as it can be shown without letting it do anything. */
export interface WrappedContent {
  file: File;
  shown: { as: 'text'; text: string } | { as: 'picture' } | undefined;
}

/** More than this is read in a program of its own. Bytes. */
const MOST_TEXT = 256 * 1024;

/** Takes the document out of a P7S; nothing where there is none in it. */
export const unwrap = async ({ file }: FileToSign): Promise<WrappedContent | undefined> => {
  const content = await contentOf(file);
  if (!content) return undefined;
  const kind = kindOf(await bytesOf(content.slice(0, HEAD_BYTES)));
  const isPicture = kind === 'png' || kind === 'jpeg';
  const type = isPicture ? `image/${kind}` : 'application/octet-stream';
  return {
    file: new File([content], nameInside(file.name, kind === 'pdf'), { type }),
    shown: isPicture ? { as: 'picture' } : await asText(content),
  };
};

const nameInside = (name: string, isPdf: boolean): string => {
  const inside = name.replace(/\.p7[sm]$/i, '') || 'documento';
  return isPdf && !/\.pdf$/i.test(inside) ? `${inside}.pdf` : inside;
};

const asText = async (content: Blob): Promise<WrappedContent['shown']> => {
  if (content.size > MOST_TEXT) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await content.arrayBuffer());
    // A document in a format of its own may be UTF-8 by accident.
    return text.includes('\0') || text.startsWith('%PDF-') ? undefined : { as: 'text', text };
  } catch {
    return undefined;
  }
};
