const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const isDottedQuad = (text: string): boolean => IPV4.test(text);

/** The eight groups of an IPv6 address (RFC 4291 §2.2), or `undefined`. */
const ipv6Groups = (text: string): number[] | undefined => {
  const tail = text.slice(text.lastIndexOf(':') + 1);
  let address = text;
  if (tail.includes('.')) {
    if (!isDottedQuad(tail)) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = tail.split('.').map(Number);
    const asGroups = [a * 256 + b, c * 256 + d].map((group) => group.toString(16)).join(':');
    address = text.slice(0, text.length - tail.length) + asGroups;
  }
  const halves = address.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const [left = [], right = []] = halves;
  const written = left.length + right.length;
  const isWhole = halves.length === 1 ? written === 8 : halves.length === 2 && written < 8;
  if (!isWhole || ![...left, ...right].every((group) => /^[0-9a-f]{1,4}$/i.test(group))) {
    return undefined;
  }
  const zeros = Array.from({ length: 8 - written }, () => '0');
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16));
};

const isMapped = (groups: number[]): boolean =>
  groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);

/** The court's library turns an IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2) into the IPv4 one. */
export const isIpv4 = (text: string): boolean => {
  if (isDottedQuad(text)) return true;
  const groups = ipv6Groups(text);
  return groups !== undefined && isMapped(groups);
};

/** An IPv6 address that is not such a one, also with a zone (RFC 4007 §11). */
export const isIpv6 = (text: string): boolean => {
  const groups = ipv6Groups(text.replace(/%.*$/s, ''));
  return groups !== undefined && !isMapped(groups);
};

const LABEL = /^(?![-_])(?:[a-z0-9_-]|[^\p{ASCII}]){1,63}(?<![-_])$/iu;

/** A domain name with the library's latitude: `_` inside a label and letters beyond ASCII. */
export const isHostname = (text: string): boolean => {
  const name = text.replace(/[\u3002\uff0e\uff61]/g, '.').replace(/\.$/, '');
  const labels = name.split('.');
  return (
    name.length <= 253 &&
    labels.length <= 127 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d/.test(labels.at(-1) ?? '')
  );
};

const ATOM = '[^\\s\\x00-\\x1f\\x7f()<>,;:\\\\"\\[\\]@.]+';
const LOCAL = `(?:"(?:[^"\\\\\\r\\n]|\\\\.)*"|${ATOM}(?:\\.${ATOM})*)`;
const DOMAIN = '(?:[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*|\\[[^\\[\\]\\s]+\\])';
const ADDRESS = new RegExp(`^${LOCAL}@${DOMAIN}$`, 'u');

/** One mail address (RFC 5322), also with a display name, also with a domain of one label. */
export const isEmail = (text: string): boolean => {
  const inBrackets = /^(?:"[^"]*"|[^<>()[\]:;,@"\\])*<([^<>]*)>\s*$/.exec(text)?.[1];
  return ADDRESS.test(inBrackets ?? text.trim());
};

const OTHER = '[^\\p{ASCII}\\p{Z}\\p{Cc}]';
const PCHAR = `[A-Za-z0-9\\-_.!~*'():@&=+$,;]|%[0-9A-Fa-f]{2}|${OTHER}`;
const charsOf = (chars: string) => new RegExp(`^(?:${chars})*$`, 'u');
const SCHEME = /^[a-z][a-z0-9+.-]*$/i;
const PATH = charsOf(`${PCHAR}|/`);
const URIC = charsOf(`${PCHAR}|[/?\\[\\]]`);
const AUTHORITY = charsOf(PCHAR);
const AUTHORITY_V6 = /^(?<user>.*@)?\[(?<host>[^\]%]+)(?:%\w+)?\](?::\d*)?$/s;

const isAuthority = (text: string): boolean => {
  const { user = '', host = '' } = AUTHORITY_V6.exec(text)?.groups ?? {};
  return host === '' ? AUTHORITY.test(text) : AUTHORITY.test(user) && !!ipv6Groups(host);
};

// RFC 3986 appendix B: scheme, authority, path, query, fragment.
const URI_PARTS = /^(?:([^:/?#]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** A URI reference (RFC 2396 and the letters beyond ASCII that Java allows), also relative or empty. */
export const isUri = (text: string): boolean => {
  const [, scheme, authority, path = '', query, fragment = ''] = URI_PARTS.exec(text) ?? [];
  const isOpaque = scheme !== undefined && authority === undefined && !path.startsWith('/');
  return (
    (scheme === undefined || SCHEME.test(scheme)) &&
    (authority === undefined ||
      (authority === '' ? /\/\/[/?#]/.test(text) : isAuthority(authority))) &&
    (isOpaque ? (path !== '' || query !== undefined) && URIC.test(path) : PATH.test(path)) &&
    URIC.test(query ?? '') &&
    URIC.test(fragment)
  );
};
