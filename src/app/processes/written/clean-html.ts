/**
 * The HTML of a document written here: headings, paragraphs, lists, quotations and tables, with bold and italic in them,
 * no attributes but those of a table. Whatever stands in the editor or came with a paste is put into these few words,
 * always in the same way: the same document gives the same bytes.
 */

const HEADINGS: Record<string, string> = { H1: 'h1', H2: 'h2' };
for (const deeper of ['H3', 'H4', 'H5', 'H6']) HEADINGS[deeper] = 'h3';

/** What holds no text of the document. */
const SKIPPED = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD META LINK TITLE IFRAME OBJECT EMBED SVG MATH SELECT TEXTAREA BUTTON'.split(
    ' ',
  ),
);

const BLOCKS =
  'address,article,aside,blockquote,dd,div,dl,dt,fieldset,figure,figcaption,footer,form,h1,h2,h3,h4,h5,h6,header,hr,li,main,nav,ol,p,pre,section,table,ul';

/** `text` as HTML text. */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** What stands within a node, in the words of a written document. */
export const cleanHtml = (within: Node): string => blocksOf(within).join('\n');

const isBlock = (element: Element): boolean => element.matches(BLOCKS);
const holdsBlocks = (element: Element): boolean => element.querySelector(BLOCKS) !== null;

const blocksOf = (parent: Node): string[] => {
  const blocks: string[] = [];
  let line = '';
  const endLine = () => {
    if (line.trim() !== '') blocks.push(`<p>${line.trim()}</p>`);
    line = '';
  };
  for (const node of parent.childNodes) {
    if (!(node instanceof Element)) line += inlineOf(node);
    else if (SKIPPED.has(node.nodeName.toUpperCase())) continue;
    else if (isBlock(node) || holdsBlocks(node)) {
      endLine();
      blocks.push(...blockOf(node));
    } else line += inlineOf(node);
  }
  endLine();
  return blocks;
};

const blockOf = (element: Element): string[] => {
  const heading = HEADINGS[element.nodeName];
  if (heading) return filled(heading, lineOf(element));
  switch (element.nodeName) {
    case 'UL':
    case 'OL':
      return listOf(element);
    case 'TABLE':
      return tableOf(element);
    case 'BLOCKQUOTE': {
      const quoted = blocksOf(element);
      return quoted.length > 0 ? [`<blockquote>\n${quoted.join('\n')}\n</blockquote>`] : [];
    }
    case 'P':
    case 'DIV':
      // An empty line that a person left is hers.
      return holdsBlocks(element) ? blocksOf(element) : [`<p>${lineOf(element) || '<br>'}</p>`];
    default:
      return blocksOf(element);
  }
};

const filled = (name: string, line: string): string[] =>
  line === '' ? [] : [`<${name}>${line}</${name}>`];

/** All text of an element as one line. */
const lineOf = (element: Element): string =>
  inlinesOf(element)
    .trim()
    .replace(/(?:<br>)+$/, '');

const inlinesOf = (element: Element): string => [...element.childNodes].map(inlineOf).join('');

const inlineOf = (node: Node): string => {
  if (node.nodeType === Node.TEXT_NODE) {
    return escapeHtml((node.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' '));
  }
  if (!(node instanceof HTMLElement) || SKIPPED.has(node.nodeName)) return '';
  if (node.nodeName === 'BR') return '<br>';
  let text = inlinesOf(node);
  if (/^(?:<br>|\s)*$/.test(text)) return text;
  if (isItalic(node)) text = `<em>${text}</em>`;
  if (isBold(node)) text = `<strong>${text}</strong>`;
  return text;
};

const isBold = ({ nodeName, style }: HTMLElement): boolean => {
  const weight = style.fontWeight;
  if (weight !== '') return weight.startsWith('bold') || Number(weight) >= 600;
  return nodeName === 'B' || nodeName === 'STRONG';
};

const isItalic = ({ nodeName, style }: HTMLElement): boolean =>
  style.fontStyle === '' ? nodeName === 'I' || nodeName === 'EM' : style.fontStyle === 'italic';

const listOf = (list: Element): string[] => {
  const name = list.nodeName.toLowerCase();
  const items = [...list.children].flatMap((item) => {
    const inner = isList(item) ? listOf(item) : partsOf(item);
    return inner.length > 0 ? [`<li>${inner.join('\n')}</li>`] : [];
  });
  return items.length > 0 ? [`<${name}>\n${items.join('\n')}\n</${name}>`] : [];
};

const isList = ({ nodeName }: Element): boolean => nodeName === 'UL' || nodeName === 'OL';

/** What stands in an item or a cell: the paragraph around a single line says nothing there. */
const partsOf = (element: Element): string[] =>
  blocksOf(element).map((block, n) => {
    const [, line] = /^<p>(.*)<\/p>$/.exec(block) ?? [];
    return n === 0 && line !== undefined ? line : block;
  });

const tableOf = (table: Element): string[] => {
  const rows = [...table.querySelectorAll('tr')]
    .filter((row) => row.closest('table') === table)
    .map((row) => `<tr>${[...row.children].map(cellOf).join('')}</tr>`);
  return rows.length > 0 ? [`<table border="1">\n${rows.join('\n')}\n</table>`] : [];
};

const cellOf = (cell: Element): string => {
  const name = cell.nodeName === 'TH' ? 'th' : 'td';
  const spans = ['colspan', 'rowspan'].map((attribute) => {
    const span = Number(cell.getAttribute(attribute));
    return Number.isInteger(span) && span > 1 && span <= 1000 ? ` ${attribute}="${span}"` : '';
  });
  return `<${name}${spans.join('')}>${partsOf(cell).join('\n')}</${name}>`;
};
