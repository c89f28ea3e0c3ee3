import type { Result } from '../../../base/result.ts';
import type { PenAnswerFault } from '../answers.ts';
import type { Heard } from '../client.ts';
import type { Situacao } from '../messages.ts';
import { heard, pauseFor } from '../outcome.ts';
import type { ReceiveAnswer, ReceiveProgress, WantedComponent } from '../receive-progress.ts';
import { askStatus, failed, noting, type Receipt } from './receive-step.ts';
import { ONLINE, type PenOutcome, type PenResolution, type PenStep, SETTLE_MS } from './step.ts';

/**
 * The signature over the receipt. It states the instant at which the platform saw all files here (situação 4), and the
 * files that were downloaded in this trâmite, whoever asks again.
 */
export const signReceipt = (receipt: Receipt, wanted: readonly WantedComponent[]): PenStep => ({
  id: 'sign-receipt',
  effect: 'repeatable',
  needs: ONLINE,
  run: async (signal): Promise<PenOutcome> => {
    const { tools, idt, entry } = receipt;
    const asked = await askStatus(receipt, signal);
    if ('instead' in asked) return asked.instead;
    const { status, answerSha256 } = asked;
    if (status.situacaoAtual !== 4) return stillPending(receipt, answerSha256);
    const came = status.mudancasDeSituacao.findLast(({ situacao }) => situacao === 4);
    const at = Date.parse(came?.dataHora ?? '');
    const dataDeRecebimento = new Date(Number.isNaN(at) ? tools.clock.now() : at).toISOString();
    const hashes = wanted.filter(({ pending }) => pending).map(({ hash }) => hash);
    const statement = { IDT: idt, NRE: entry.progress.nre ?? '', dataDeRecebimento, hashes };
    const signed = await tools.signReceipt(statement, signal);
    if (!signed.ok) return failed(receipt, signed.error, 'repeatable');
    const made = { dataDeRecebimento, hashDaAssinatura: signed.value };
    const progress = noting(receipt, { receipt: made });
    return { kind: 'applied', progress, meaning: 'receipt-signed', answerSha256 };
  },
});

/** In the platform's eyes not all was downloaded: the person may have it fetched again. */
const stillPending = (receipt: Receipt, answerSha256: string): PenOutcome => {
  const { complete: _, ...notes } = receipt.notes;
  const progress = { ...receipt.entry.progress, receive: notes };
  return { kind: 'refused', code: 'still-pending', detail: null, progress, answerSha256 };
};

/** Tells the platform that all is here (4 → 5). */
export const postReceipt = (
  receipt: Receipt,
  signed: NonNullable<ReceiveProgress['receipt']>,
): PenStep =>
  reply(receipt, {
    id: 'receipt',
    reached: [5, 6],
    hides: false,
    post: (signal) => receipt.tools.pen.sendRecibo(receipt.idt, signed, signal),
  });

/** Gives it back with code and reason (→ 8). */
export const postRefusal = (
  receipt: Receipt,
  { motivo, justificativa }: Extract<ReceiveAnswer, { kind: 'refuse' }>,
): PenStep =>
  reply(receipt, {
    id: 'refuse',
    reached: [8, 9],
    // After a refusal only the sender sees the trâmite (pen.md C.1).
    hides: true,
    post: (signal) => receipt.tools.pen.refuse(receipt.idt, { motivo, justificativa }, signal),
  });

interface Reply {
  id: string;
  /** Situações that show that the platform took it. */
  reached: readonly Situacao[];
  /** Whether the platform shows the trâmite no more once it took it. */
  hides: boolean;
  post(signal: AbortSignal): Promise<Result<Heard<string>, PenAnswerFault>>;
}

/** An answer is given once; a lost one is resolved by the situação. */
const reply = (receipt: Receipt, { id, reached, hides, post }: Reply): PenStep => {
  const { idt, tools } = receipt;
  const answered = () => noting(receipt, { answeredAt: tools.clock.now() });
  return {
    id,
    effect: 'once',
    settleMs: SETTLE_MS,
    needs: ONLINE,
    run: async (signal): Promise<PenOutcome> => {
      const posted = await post(signal);
      if (!posted.ok) return failed(receipt, posted.error, 'once');
      return {
        kind: 'applied',
        progress: answered(),
        meaning: `${id}-taken`,
        ...heard(posted.value),
      };
    },
    resolve: async (signal): Promise<PenResolution> => {
      const asked = await tools.pen.tramites({ IDT: idt }, signal);
      if (!asked.ok) return pauseFor(asked.error);
      const answer = heard(asked.value);
      const status = asked.value.value.find(({ IDT }) => IDT === idt);
      const happened = status ? reached.includes(status.situacaoAtual) : hides;
      if (happened) {
        return { kind: 'happened', progress: answered(), meaning: `found-${id}-taken`, ...answer };
      }
      return status
        ? { kind: 'absent', proof: `situacao ${status.situacaoAtual}`, ...answer }
        : { kind: 'still-unknown', code: 'tramite-not-shown', ...answer };
    },
  };
};
