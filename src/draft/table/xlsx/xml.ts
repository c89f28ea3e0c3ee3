/** What a scan of an XML text meets; names are without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** The attributes of an element, read only where they are asked for; by name without prefix. */
export type XmlAttributes = (name: string) => string | undefined;

/** The text is no XML that an office program writes. */
export class XmlError extends Error {}

const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
        if (!name.startsWith('#')) return NAMED.get(name) ?? whole;
        const hex = name[1] === 'x' || name[1] === 'X';
        const point = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
        return point <= 0x10ffff ? String.fromCodePoint(point) : '';
      })
    : text;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const patterns = new Map<string, RegExp>();

const patternOf = (name: string): RegExp => {
  const known = patterns.get(name);
  if (known) return known;
  const pattern = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, pattern);
  return pattern;
};

const attributesOf =
  (tag: string): XmlAttributes =>
  (name) => {
    const found = patternOf(name).exec(tag);
    return found ? unescaped(found[1] ?? found[2] ?? '') : undefined;
  };

/** How much text and unfinished tag may wait for its end, in characters: more than a cell can hold, escaped. */
const LONGEST_WAIT = 1 << 18;

/**
 * Scans XML that comes in pieces. A document type is refused: office programs write none, and entities could grow without
 * bound. What is inside comments and instructions is passed over.
 */
export const scanXml = async (
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): Promise<void> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let depth = 0;
  const counting: XmlHandler = {
    open: (name, attributes) => {
      depth++;
      handler.open(name, attributes);
    },
    close: (name) => {
      depth--;
      handler.close(name);
    },
    text: (text) => handler.text(text),
  };
  let rest = '';
  for await (const piece of pieces) {
    rest = scanPiece(rest + decoder.decode(piece, { stream: true }), counting);
    if (rest.length > LONGEST_WAIT) throw new XmlError('no end');
  }
  rest = scanPiece(rest + decoder.decode(), counting);
  if (rest.trim() !== '' || depth !== 0) throw new XmlError('cut short');
};

/** Scans as far as tags are whole; gives back what is left. */
const scanPiece = (xml: string, handler: XmlHandler): string => {
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0) return xml.slice(at);
    const end = endOfTag(xml, start);
    if (end === undefined) return xml.slice(at);
    if (start > at) handler.text(unescaped(xml.slice(at, start)));
    handleTag(xml.slice(start, end), handler);
    at = end;
  }
};

/** A tag up to its end; `>` may stand in its quotes. */
const TAG = /<(?:[^>"']|"[^"]*"|'[^']*')*>/y;

const endOfTag = (xml: string, start: number): number | undefined => {
  for (const [begin, close] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const) {
    if (xml.startsWith(begin, start)) return endAfter(xml, close, start);
    if (begin.startsWith(xml.slice(start, start + begin.length))) return undefined;
  }
  if (xml[start + 1] === '?') return endAfter(xml, '?>', start);
  TAG.lastIndex = start;
  return TAG.test(xml) ? TAG.lastIndex : undefined;
};

const endAfter = (xml: string, close: string, start: number): number | undefined => {
  const end = xml.indexOf(close, start);
  return end < 0 ? undefined : end + close.length;
};

const handleTag = (tag: string, handler: XmlHandler): void => {
  if (tag.startsWith('<?') || tag.startsWith('<!--')) return;
  if (tag.startsWith('<![CDATA[')) handler.text(tag.slice(9, -3));
  else if (tag.startsWith('<!')) throw new XmlError('document type');
  else if (tag.startsWith('</')) handler.close(localName(tag.slice(2, -1).trim()));
  else {
    const name = localName(/^<([^\s/>]+)/.exec(tag)?.[1] ?? '');
    handler.open(name, attributesOf(tag));
    if (tag.endsWith('/>')) handler.close(name);
  }
};
