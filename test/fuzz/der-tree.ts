import { type Bytes, concat, join } from '../../src/base/bytes.ts';
import { attempt, childrenOf, contentOf, type Der, readDer } from '../../src/signing/der/reader.ts';
import { constructed, TAG } from '../../src/signing/der/tags.ts';
import { derHeader } from '../../src/signing/der/writer.ts';

/** A value of an encoding, as something to be changed. */
export interface Node {
  tag: number;
  /** Primitive content; of an encoding inside a string, what stands before it. */
  octets: Bytes;
  children: Node[];
  /** How the length is told, where not as DER does. */
  length?: Bytes;
  /** Octets after the content, such as end-of-contents. */
  tail?: Bytes;
}

const NOTHING: Bytes = new Uint8Array(0);

/** The encoding that a string holds, as a PFX, an extension and a public key do. */
const encodingInside = (content: Bytes): Node[] | undefined => {
  const inner = attempt(() => readDer(content));
  if (!('value' in inner) || inner.value.end !== content.length) return undefined;
  return constructed(inner.value.tag) ? [nodeOf(inner.value)] : undefined;
};

const nodeOf = (der: Der): Node => {
  const { tag } = der;
  const content = contentOf(der);
  if (constructed(tag)) return { tag, octets: NOTHING, children: childrenOf(der).map(nodeOf) };
  const before = tag === TAG.bitString ? 1 : 0;
  const strings: number[] = [TAG.octetString, TAG.bitString];
  const children = strings.includes(tag) ? encodingInside(content.subarray(before)) : undefined;
  return {
    tag,
    octets: children ? content.subarray(0, before) : content,
    children: children ?? [],
  };
};

/** The tree of an encoding, of the strings too that hold one; `undefined` where the bytes are none. */
export const readTree = (bytes: Bytes): Node | undefined => {
  const tree = attempt(() => nodeOf(readDer(bytes)));
  return 'value' in tree ? tree.value : undefined;
};

/** Every node of a tree, from the root. */
export const nodesOf = (root: Node): Node[] => {
  const nodes = [root];
  for (const node of nodes) nodes.push(...node.children);
  return nodes;
};

/** DER, but for the lengths and tails that are set. */
export const writeTree = (node: Node): Bytes => {
  const content = concat(node.octets, join(node.children.map(writeTree)));
  const header = node.length
    ? concat(Uint8Array.of(node.tag), node.length)
    : derHeader(node.tag, content.length);
  return concat(header, content, node.tail ?? NOTHING);
};
