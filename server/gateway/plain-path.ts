const PLAIN = /^(\/[A-Za-z0-9_-][A-Za-z0-9._@-]*)+$/;

/**
 * Whether a URL's path is nothing but plain segments: no percent-encoding, no empty or dot segment, no
 * trailing slash. Files, and the court's addresses, never need more; so nothing has to be normalised.
 */
export const isPlainPath = (path: string): boolean => PLAIN.test(path);
