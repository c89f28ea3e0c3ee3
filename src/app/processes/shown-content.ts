import type { Component } from '../../process/types.ts';
import { stores } from '../stores.ts';
import { writtenDocument } from './written/written-document.ts';

/** How a file of a stranger's may be shown. */
export type ShownContent =
  | { kind: 'page'; content: Blob }
  | { kind: 'picture'; content: Blob }
  | { kind: 'text'; text: string; isCut: boolean }
  /** Only saved: a PDF or a program's file would run in the page's own origin. */
  | { kind: 'other' }
  | { kind: 'missing' };

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/bmp', 'image/svg+xml']);
const TEXTS = new Set(['text/plain', 'text/csv', 'text/xml']);

/** Most of a text that is shown, bytes. */
const TEXT_BYTES = 200_000;

/** First in a page: whatever it holds, nothing runs, is fetched or sent. */
const PAGE_POLICY =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; style-src \'unsafe-inline\'">';

export const contentOf = async (sha256: string): Promise<Blob | undefined> =>
  stores.files.get(sha256);

/** What of a file may be shown inside the page, and how. */
export const shownContent = async ({
  sha256,
  mimeType,
}: Pick<Component, 'sha256' | 'mimeType'>): Promise<ShownContent> => {
  const content = await stores.files.get(sha256);
  if (!content) return { kind: 'missing' };
  if (mimeType === 'text/html') return { kind: 'page', content: await asPage(content) };
  if (PICTURES.has(mimeType))
    return { kind: 'picture', content: content.slice(0, content.size, mimeType) };
  if (TEXTS.has(mimeType)) {
    const text = await content.slice(0, TEXT_BYTES).text();
    return { kind: 'text', text, isCut: content.size > TEXT_BYTES };
  }
  return { kind: 'other' };
};

/** A text that is still being written, as the file it will be. */
export const shownDraft = (title: string, body: string): Blob =>
  new Blob([PAGE_POLICY, writtenDocument(title, body)], { type: 'text/html;charset=utf-8' });

/** Programs of other bodies write ISO-8859-1 and say so within; what is UTF-8 by its bytes is UTF-8. */
const asPage = async (content: Blob): Promise<Blob> => {
  const bytes = await content.arrayBuffer();
  const type = isUtf8(bytes) ? 'text/html;charset=utf-8' : 'text/html';
  return new Blob([PAGE_POLICY, bytes], { type });
};

const isUtf8 = (bytes: ArrayBuffer): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};
