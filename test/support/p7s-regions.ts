import type { Bytes } from '../../src/base/bytes.ts';
import { toHex } from '../../src/base/bytes.ts';
import {
  childrenOf,
  type Der,
  encodedOf,
  onlyChildOf,
  readDer,
} from '../../src/signing/der/reader.ts';
import { constructed, context } from '../../src/signing/der/tags.ts';

export type P7sRegion =
  | 'content'
  | 'signed attributes'
  | 'signature value'
  | "signer's certificate"
  | 'other certificates'
  | 'signer identifier'
  | 'algorithms'
  | 'unsigned attributes'
  | 'structure';

/**
 * What each byte of a P7S belongs to. `signers` are the DER certificates of those who signed. What no other region takes
 * is `structure`: tags, lengths, versions, the set of digest algorithms.
 */
export const p7sRegions = (p7s: Bytes, signers: readonly Bytes[]): P7sRegion[] => {
  const regions: P7sRegion[] = new Array(p7s.length).fill('structure');
  const mark = ({ start, end }: Pick<Der, 'start' | 'end'>, region: P7sRegion) =>
    regions.fill(region, start, end);
  const markContent = (node: Der): void => {
    if (constructed(node.tag)) childrenOf(node).forEach(markContent);
    else mark({ start: node.contentStart, end: node.contentEnd }, 'content');
  };
  const known = new Set(signers.map(toHex));
  const [, explicit] = childrenOf(readDer(p7s));
  if (!explicit) throw new Error('no SignedData');
  const members = childrenOf(onlyChildOf(explicit));
  const [encapsulated, ...rest] = members.slice(2);
  const wrapper = encapsulated && childrenOf(encapsulated)[1];
  if (wrapper) markContent(onlyChildOf(wrapper));
  for (const member of rest) {
    if (member.tag === context(0)) {
      for (const certificate of childrenOf(member))
        mark(
          certificate,
          known.has(toHex(encodedOf(certificate))) ? "signer's certificate" : 'other certificates',
        );
    } else for (const signer of childrenOf(member)) markSigner(signer, mark);
  }
  return regions;
};

const markSigner = (signer: Der, mark: (node: Der, region: P7sRegion) => void): void => {
  const [, identifier, digest, ...rest] = childrenOf(signer);
  if (!identifier || !digest) throw new Error('no SignerInfo');
  mark(identifier, 'signer identifier');
  mark(digest, 'algorithms');
  const signed = rest[0]?.tag === context(0) ? rest.shift() : undefined;
  if (signed) mark(signed, 'signed attributes');
  const [algorithm, value, unsigned] = rest;
  if (algorithm) mark(algorithm, 'algorithms');
  if (value) mark(value, 'signature value');
  if (unsigned) mark(unsigned, 'unsigned attributes');
};
