import { inertDocument } from '../../trusted-types.ts';
import { cleanHtml, escapeHtml } from './clean-html.ts';

/**
 * The document as a file of its own: UTF-8, nothing outside it is needed to read it. The same title and body give the
 * same text, whose bytes are signed.
 */
export const writtenDocument = (title: string, body: string): string =>
  `<!DOCTYPE html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
</head>
<body>
${body}
</body>
</html>
`;

/** The body of a document, or what a program copied, in the words of a written document. */
export const bodyOf = (html: string): string => cleanHtml(inertDocument(html).body);

/** Plain text, a paragraph for each line, in the words of a written document. */
export const bodyOfText = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => `<p>${escapeHtml(line.trim()) || '<br>'}</p>`)
    .join('\n');

/** The same as nodes of this page. */
export const nodesOf = (body: string): Node[] =>
  [...inertDocument(body).body.childNodes].map((node) => document.importNode(node, true));

/** Whether anything is written in it. */
export const isBlank = (body: string): boolean => body.replace(/<[^>]*>|&nbsp;|\s/g, '') === '';
