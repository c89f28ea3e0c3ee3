import fc from 'fast-check';
import { type Bytes, concat, join } from '../../src/base/bytes.ts';
import { TAG } from '../../src/signing/der/tags.ts';
import { der, oid } from '../../src/signing/der/writer.ts';
import { type Mutation, place } from './byte-mutations.ts';
import { type Node, nodesOf, readTree, writeTree } from './der-tree.ts';

type Edit = (node: Node, other: Node) => void;

const octets = fc.uint8Array({ maxLength: 40 }).map((value): Bytes => value.slice());

/** Numbers at the edges of what 32, 48, 53 and 64 bits hold, and below zero. */
const number = fc.constantFrom(
  [],
  [0],
  [0xff],
  [0x80, 0, 0, 0],
  [0x7f, 0xff, 0xff, 0xff],
  [0, 0xff, 0xff, 0xff, 0xff],
  [0x7f, 0xff, 0xff, 0xff, 0xff, 0xff],
  [0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  [0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
);

/** Lengths that lie, in the forms of X.690 §8.1.3. */
const length = fc.constantFrom(
  [0x00],
  [0x7f],
  [0x80],
  [0x81, 0xff],
  [0x84, 0x7f, 0xff, 0xff, 0xff],
  [0x84, 0xff, 0xff, 0xff, 0xff],
  [0x86, 0x0f, 0xff, 0xff, 0xff, 0xff, 0xff],
  [0x88, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  [0xff],
);

const tag = fc.oneof(
  fc.constantFrom(...Object.values(TAG), 0xa0, 0xa1, 0xa2, 0x80, 0x81, 0x24, 0x1f, 0x00),
  fc.nat(0xff),
);

const primitive = (node: Node, content: Uint8Array): void => {
  node.octets = new Uint8Array(content);
  node.children = [];
};

const become = (node: Node, { tag, octets, children }: Node): void => {
  Object.assign(node, { tag, octets, children: structuredClone(children) });
};

const edit: fc.Arbitrary<Edit> = fc.oneof(
  tag.map(
    (value): Edit =>
      (node) => {
        node.tag = value;
      },
  ),
  octets.map(
    (value): Edit =>
      (node) =>
        primitive(node, value),
  ),
  number.map(
    (value): Edit =>
      (node) =>
        primitive(node, Uint8Array.from(value)),
  ),
  length.map(
    (value): Edit =>
      (node) => {
        node.length = Uint8Array.from(value);
      },
  ),
  // Indefinite length (X.690 §8.1.3.6).
  fc.constant<Edit>((node) => {
    node.length = Uint8Array.of(0x80);
    node.tail = Uint8Array.of(0, 0);
  }),
  fc.constant<Edit>((node, other) => become(node, other)),
  fc.constant<Edit>((node, other) => {
    const before = { ...node };
    become(node, other);
    become(other, before);
  }),
  fc.constant<Edit>((node) => {
    node.children = [];
  }),
  fc.nat(20).map(
    (i): Edit =>
      (node) => {
        node.children.splice(i % (node.children.length + 1), 1);
      },
  ),
  fc.tuple(fc.nat(20), fc.constantFrom(1, 2, 300)).map(
    ([i, times]): Edit =>
      (node) => {
        const child = node.children[i % (node.children.length + 1)];
        if (child) node.children.push(...Array<Node>(times).fill(structuredClone(child)));
      },
  ),
  // More levels than any structure has.
  fc.integer({ min: 1, max: 60 }).map(
    (levels): Edit =>
      (node) => {
        for (let i = 0; i < levels; i++) {
          const inner = { ...node };
          Object.assign(node, { tag: TAG.sequence, octets: new Uint8Array(0), children: [inner] });
        }
      },
  ),
);

/** Changes one value of an encoding and keeps the lengths around it right; bytes that are none stay as they are. */
export const derMutation: fc.Arbitrary<Mutation> = fc
  .tuple(edit, place, place)
  .map(([change, where, elsewhere]) => (bytes: Bytes) => {
    const root = readTree(bytes);
    if (!root) return bytes;
    const nodes = nodesOf(root);
    const [node, other] = [nodes[where(nodes.length)], nodes[elsewhere(nodes.length)]];
    if (node && other) change(node, other);
    return writeTree(root);
  });

const leaf = fc.oneof(
  fc.tuple(tag, octets).map(([identifier, content]) => der(identifier & ~0x20, content)),
  fc.constantFrom('1.2.840.113549.1.7.2', '1.2.840.113549.1.9.4', '2.5.29.15').map(oid),
  number.map((value) => der(TAG.integer, Uint8Array.from(value))),
);

/** Well-formed encodings that follow no structure, and openings without end. */
export const strangeDer: fc.Arbitrary<Bytes> = fc.oneof(
  fc.letrec<{ value: Bytes }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      leaf,
      fc
        .tuple(tag, fc.array(tie('value'), { maxLength: 5 }))
        .map(([identifier, parts]) => der(identifier | 0x20, join(parts))),
    ),
  })).value,
  fc
    .tuple(
      fc.constantFrom([0x30, 0x80], [0x24, 0x80], [0x30, 0x84, 0x7f, 0xff, 0xff, 0xff]),
      fc.integer({ min: 1, max: 20_000 }),
    )
    .map(([opening, times]) => concat(...Array<Uint8Array>(times).fill(Uint8Array.from(opening)))),
);
