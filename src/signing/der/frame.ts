import { type Bytes, concat } from '../../base/bytes.ts';
import { derHeader } from './writer.ts';

/** The octets of a DER encoding before and after a content that is never copied into it. */
export interface Frame {
  head: Bytes;
  /** Bytes of the content between head and tail. */
  size: number;
  tail: Bytes;
}

/** Puts what `inner` frames into a value with this tag, with other members before and after it. */
export const enclose = (
  tag: number,
  before: readonly Bytes[],
  inner: Frame,
  after: readonly Bytes[] = [],
): Frame => {
  const first = concat(...before);
  const last = concat(...after);
  const length = first.length + inner.head.length + inner.size + inner.tail.length + last.length;
  return {
    head: concat(derHeader(tag, length), first, inner.head),
    size: inner.size,
    tail: concat(inner.tail, last),
  };
};
