import type { Clock } from '../../../base/clock.ts';
import type { Result } from '../../../base/result.ts';
import type { PenAnswerFault } from '../answers.ts';
import type { TramiteStatus, UnidadeWire } from '../messages.ts';
import { failureOutcome, heard } from '../outcome.ts';
import type { FoundProblem, ReceiveProgress } from '../receive-progress.ts';
import type { PenEntry, PenProgress } from '../types.ts';
import type { PenOutcome, PenTools } from './step.ts';

/** Where downloaded bytes lie, by their SHA-256 (hexadecimal). */
export interface ReceivedFiles {
  get(sha256: string): Promise<Blob | undefined>;
  /** `sha256`: where it is known already. */
  put(content: Blob, sha256?: string): Promise<Result<string, 'storage-full'>>;
  drop(sha256s: readonly string[]): Promise<unknown>;
}

/** What a receipt is to state; the gateway makes its text and signs that. */
export interface ReceiptStatement {
  IDT: number;
  NRE: string;
  dataDeRecebimento: string;
  hashes: string[];
}

/** What is found of metadata before they are taken in, and the process they will make or change. */
export interface Judgement {
  processId: string;
  problems: FoundProblem[];
}

/** How this body receives. */
export interface Receiving extends PenTools {
  clock: Clock;
  files: ReceivedFiles;
  /** Signature over the receipt by the body's key (base64). */
  signReceipt(
    statement: ReceiptStatement,
    signal: AbortSignal,
  ): Promise<Result<string, PenAnswerFault>>;
  judge(metadata: string): Promise<Judgement>;
  /** SHA-256 (hexadecimal) of every file of the process here that has this NRE; none where it is not here. */
  filesHeld(nre: string): Promise<ReadonlySet<string>>;
  /** How this body works now. */
  settings(): Promise<ReceiveSettings>;
  /** Name of a unit as the platform knows it; empty where it does not say. */
  nameOf(unit: UnidadeWire, signal: AbortSignal): Promise<string>;
}

/** What the body has chosen. */
export interface ReceiveSettings {
  /** Bytes of a part. */
  partSize: number;
  mostTries: number;
  /** Whether what has no problem is accepted without asking anybody. */
  acceptsAlone: boolean;
}

/** A trâmite being received, and what became of it so far. */
export interface Receipt {
  entry: PenEntry;
  idt: number;
  notes: ReceiveProgress;
  tools: Receiving;
}

/** The progress with these of its notes changed. */
export const noting = (
  { entry: { progress }, notes }: Pick<Receipt, 'entry' | 'notes'>,
  changed: ReceiveProgress,
): PenProgress => ({ ...progress, receive: { ...notes, ...changed } });

/** What an answer without success means here; whatever it was, the person may try again. */
export const failed = (
  { entry: { progress } }: Receipt,
  fault: PenAnswerFault,
  effect: 'repeatable' | 'once',
): PenOutcome => {
  const outcome = failureOutcome(fault, effect, progress);
  return outcome.kind === 'refused' ? { ...outcome, progress } : outcome;
};

/** The platform shows it to its receiver until it is refused. */
const NOT_SHOWN: PenOutcome = { kind: 'pause', reason: 'not-the-server' };

/**
 * The trâmite as it stands at the platform, while it is ours to answer; else what to do instead. `unseen`: where it is
 * shown no more.
 */
export const askStatus = async (
  receipt: Receipt,
  signal: AbortSignal,
  unseen: PenOutcome = NOT_SHOWN,
): Promise<{ status: TramiteStatus; answerSha256: string } | { instead: PenOutcome }> => {
  const { idt, tools } = receipt;
  const asked = await tools.pen.tramites({ IDT: idt }, signal);
  if (!asked.ok) return { instead: failed(receipt, asked.error, 'repeatable') };
  const { value, answerSha256 } = asked.value;
  const status = value.find(({ IDT }) => IDT === idt);
  const answer = heard(asked.value);
  if (!status) return { instead: { ...unseen, ...answer } };
  const code = overBy(status);
  const detail = { situacao: status.situacaoAtual };
  if (code) return { instead: { kind: 'refused', code, detail, ...answer } };
  return { status, answerSha256 };
};

/** Why a trâmite is no longer ours to answer; `undefined` while it is. */
const overBy = ({ situacaoAtual }: TramiteStatus) => {
  if (situacaoAtual === 7 || situacaoAtual === 10) return 'tramite-cancelled';
  return situacaoAtual > 4 ? 'answered-elsewhere' : undefined;
};
