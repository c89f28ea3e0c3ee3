import type { Bytes } from '../../base/bytes.ts';
import type { PdfAFlavour } from './types.ts';

/** Packets of real files have a few kB; one with embedded thumbnails a few hundred. */
const LONGEST = 1024 * 1024;
const NAMESPACE =
  /xmlns:([A-Za-z_][\w.-]*)\s*=\s*["']http:\/\/www\.aiim\.org\/pdfa\/ns\/id\/?["']/g;
const PARTS = [1, 2, 3, 4] as const;
const LEVELS = ['a', 'b', 'u', 'e', 'f'] as const;

/**
 * The claim in an XMP packet (ISO 16684-1), whatever prefix its namespace has, as attributes or as elements.
 * Not an XML parser: a packet that is not well-formed in other places still tells what it claims.
 */
export const flavourIn = (packet: Bytes): PdfAFlavour | undefined => {
  const text = withoutComments(decode(packet.subarray(0, LONGEST)));
  const prefixes = new Set(Array.from(text.matchAll(NAMESPACE), ([, prefix = '']) => prefix));
  for (const prefix of prefixes) {
    const part = PARTS.find((each) => String(each) === propertyOf(text, `${prefix}:part`));
    if (part === undefined) continue;
    const letter = propertyOf(text, `${prefix}:conformance`)?.toLowerCase();
    const level = LEVELS.find((each) => each === letter);
    return { part, ...(level && { level }) };
  }
  return undefined;
};

/** UTF-8, or UTF-16 by its mark or by the zeros around the first `<` (ISO 16684-1 §7.3.2). */
const decode = (packet: Bytes): string => {
  const [first, second] = packet;
  if ((first === 0xfe && second === 0xff) || first === 0)
    return new TextDecoder('utf-16be').decode(packet);
  if ((first === 0xff && second === 0xfe) || second === 0)
    return new TextDecoder('utf-16le').decode(packet);
  return new TextDecoder().decode(packet);
};

const withoutComments = (text: string): string => {
  const kept: string[] = [];
  for (let at = 0; ; ) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start);
    if (end < 0) return [...kept, text.slice(at)].join('');
    kept.push(text.slice(at, start));
    at = end + '-->'.length;
  }
};

/** The value of a property in its short form, an attribute, or its long one, an element. */
const propertyOf = (text: string, name: string): string | undefined => {
  const escaped = name.replaceAll('.', '\\.');
  const attribute = new RegExp(`\\s${escaped}\\s*=\\s*["']\\s*(\\w+)`).exec(text);
  const element = new RegExp(`<${escaped}(?:\\s[^<>]*)?>\\s*(\\w+)`).exec(text);
  return attribute?.[1] ?? element?.[1];
};
