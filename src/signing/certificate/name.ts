import { childrenOf, type Der, fieldsOf } from '../der/reader.ts';
import { TAG } from '../der/tags.ts';
import { oidOf, textOf } from '../der/values.ts';
import { OID } from '../oids.ts';

/** The value of an attribute of a Name (RFC 5280 §4.1.2.4); the most specific, where there are several. */
const attributeOf = (name: Der, dotted: string): string | undefined => {
  const values = childrenOf(name).flatMap((relative) =>
    childrenOf(relative)
      .map((pair) => fieldsOf(pair, TAG.sequence))
      .filter((pair) => oidOf(pair.next()) === dotted)
      .map((pair) => textOf(pair.next())),
  );
  return values.at(-1);
};

/** The common name, else the organization. */
export const shownNameOf = (name: Der): string =>
  attributeOf(name, OID.commonName) ?? attributeOf(name, OID.organization) ?? '';

export const subjectSerialNumberOf = (name: Der): string | undefined =>
  attributeOf(name, OID.subjectSerialNumber);
