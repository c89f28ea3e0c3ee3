import type { PenAnswerFault } from '../answers.ts';
import { decodeContent } from '../base64-parts.ts';
import { definiteNo } from '../outcome.ts';
import type { ReceiveProgress, WantedComponent } from '../receive-progress.ts';
import { askStatus, failed, noting, type Receipt } from './receive-step.ts';
import { ONLINE, type PenOutcome, type PenStep } from './step.ts';

/** The step that brings the next bytes of what is wanted; `undefined` once all is complete or given up. */
export const fetchNext = (
  receipt: Receipt,
  wanted: readonly WantedComponent[],
): PenStep | undefined => {
  const { complete = [], corrupt = [], missing = [] } = receipt.notes;
  const settled = new Set([...complete, ...corrupt, ...missing]);
  const index = wanted.findIndex(({ sha256 }) => !settled.has(sha256));
  const component = wanted[index];
  return component && fetchPart(receipt, component, index + 1);
};

/**
 * Drops the parts of what is whole by now, or came otherwise than announced: a step of its own, for until its outcome was
 * written the entry refers to them.
 */
export const dropSpent = (receipt: Receipt, spent: readonly string[]): PenStep => ({
  id: `drop-parts:${receipt.notes.complete?.length ?? 0}`,
  effect: 'repeatable',
  needs: [],
  run: async (): Promise<PenOutcome> => {
    await receipt.tools.files.drop(spent);
    const progress = noting(receipt, { spent: undefined });
    return { kind: 'applied', progress, meaning: 'parts-dropped' };
  },
});

/** Small components come whole, others in parts; each part lies in the file store before the next one is asked for. */
const fetchPart = (receipt: Receipt, component: WantedComponent, number: number): PenStep => {
  const { idt, notes, tools } = receipt;
  const { sha256, size } = component;
  const had = notes.parts?.[sha256] ?? { sha256s: [], bytes: 0 };
  const { partSize = size } = notes;
  const to = Math.min(size, had.bytes + partSize);
  const isWhole = size <= partSize;
  return {
    id: `fetch:${number}:${had.sha256s.length + 1}`,
    effect: 'repeatable',
    needs: ONLINE,
    run: async (signal): Promise<PenOutcome> => {
      const named = { hash: component.hash, protocolo: askedUnder(component, notes) };
      const answer = isWhole
        ? await tools.pen.component(idt, named, signal)
        : await tools.pen.part(idt, named, { from: had.bytes, to }, signal);
      if (!answer.ok) return notGiven(receipt, component, answer.error, signal);
      const { value, answerSha256 } = answer.value;
      const bytes = decodeContent(value);
      if (!bytes || (!isWhole && bytes.length !== to - had.bytes)) {
        const tried = triedInVain(receipt, component, 'corrupt', had.sha256s);
        return { ...tried, answerSha256 };
      }
      const kept = await tools.files.put(new Blob([bytes]));
      if (!kept.ok) return { kind: 'pause', reason: kept.error, answerSha256 };
      const sha256s = [...had.sha256s, kept.value];
      const outcome =
        isWhole || to === size
          ? await joined(receipt, component, sha256s)
          : withPart(receipt, component, { sha256s, bytes: to });
      return { ...outcome, answerSha256 };
    },
  };
};

/**
 * SEI's module asks for all under the number of the trâmite; whether the platform knows what belongs to an attached process
 * by that one's number is documented nowhere (docs/protocols/pen.md).
 */
const askedUnder = (
  { sha256, protocolo, attached = protocolo }: WantedComponent,
  { tries }: ReceiveProgress,
): string => ((tries?.[sha256] ?? 0) % 2 === 0 ? protocolo : attached);

/** Only the platform's own no counts as a try, and only while the trâmite is there to be answered. */
const notGiven = async (
  receipt: Receipt,
  component: WantedComponent,
  fault: PenAnswerFault,
  signal: AbortSignal,
): Promise<PenOutcome> => {
  if (!definiteNo(fault)) return failed(receipt, fault, 'repeatable');
  const asked = await askStatus(receipt, signal);
  return 'instead' in asked
    ? asked.instead
    : triedInVain(
        receipt,
        component,
        'missing',
        receipt.notes.parts?.[component.sha256]?.sha256s ?? [],
      );
};

const withPart = (
  receipt: Receipt,
  { sha256 }: WantedComponent,
  had: { sha256s: string[]; bytes: number },
): PenOutcome => ({
  kind: 'applied',
  progress: noting(receipt, { parts: { ...receipt.notes.parts, [sha256]: had } }),
  meaning: 'part-kept',
});

/** Joins the parts and holds them against what was announced. */
const joined = async (
  receipt: Receipt,
  component: WantedComponent,
  sha256s: string[],
): Promise<PenOutcome> => {
  const { files, sha256 } = receipt.tools;
  const parts = await Promise.all(sha256s.map((part) => files.get(part)));
  if (!parts.every((part) => part !== undefined)) {
    return triedInVain(receipt, component, 'corrupt', sha256s);
  }
  const whole = new Blob(parts);
  const found = parts.length === 1 ? sha256s[0] : await sha256(whole);
  if (found !== component.sha256) return triedInVain(receipt, component, 'corrupt', sha256s);
  if (parts.length === 1) return completed(receipt, component, []);
  const kept = await files.put(whole, found);
  return kept.ok ? completed(receipt, component, sha256s) : { kind: 'pause', reason: kept.error };
};

const completed = (
  receipt: Receipt,
  { sha256 }: WantedComponent,
  parts: readonly string[],
): PenOutcome => ({
  kind: 'applied',
  progress: noting(receipt, {
    ...withoutParts(receipt.notes, sha256),
    ...spentWith(parts),
    complete: [...(receipt.notes.complete ?? []), sha256],
  }),
  meaning: 'component-complete',
});

/** It is begun anew, or given up after the most tries: what that means for the whole is judged in the end. */
const triedInVain = (
  receipt: Receipt,
  { sha256 }: WantedComponent,
  how: 'corrupt' | 'missing',
  parts: readonly string[],
): PenOutcome => {
  const { notes } = receipt;
  const tries = (notes.tries?.[sha256] ?? 0) + 1;
  const isGivenUp = tries >= (notes.mostTries ?? 1);
  return {
    kind: 'applied',
    progress: noting(receipt, {
      ...withoutParts(notes, sha256),
      ...spentWith(parts),
      tries: { ...notes.tries, [sha256]: tries },
      ...(isGivenUp && { [how]: [...(notes[how] ?? []), sha256] }),
    }),
    meaning: `component-${how}`,
  };
};

const spentWith = (parts: readonly string[]): ReceiveProgress =>
  parts.length > 0 ? { spent: [...parts] } : {};

const withoutParts = ({ parts = {} }: ReceiveProgress, sha256: string): ReceiveProgress => {
  const { [sha256]: _, ...others } = parts;
  return { parts: others };
};
