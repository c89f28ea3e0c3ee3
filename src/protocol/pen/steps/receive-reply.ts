import type { Result } from '../../../base/result.ts';
import { announcedIn } from '../announced.ts';
import type { PenAnswerFault } from '../answers.ts';
import type { Heard } from '../client.ts';
import type { PenFault, Situacao } from '../messages.ts';
import { definiteNo, heard, pauseFor } from '../outcome.ts';
import type { ReceiveAnswer, ReceiveProgress, WantedComponent } from '../receive-progress.ts';
import { begunAgain } from './receive-metadata.ts';
import { askStatus, failed, noting, type Receipt } from './receive-step.ts';
import { ONLINE, type PenOutcome, type PenResolution, type PenStep, SETTLE_MS } from './step.ts';

/**
 * The signature over the receipt. It states the instant at which the platform saw all files here (situação 4), and the
 * files of this trâmite, whoever asks again.
 */
export const signReceipt = (
  receipt: Receipt,
  metadataSha256: string,
  wanted: readonly WantedComponent[],
): PenStep => ({
  id: 'sign-receipt',
  effect: 'repeatable',
  needs: ONLINE,
  run: async (signal): Promise<PenOutcome> => {
    const { tools, idt, entry, notes } = receipt;
    const { nre = '' } = entry.progress;
    const metadata = await tools.files.get(metadataSha256);
    if (!metadata) return begunAgain(receipt);
    const asked = await askStatus(receipt, signal);
    if ('instead' in asked) return asked.instead;
    const { status, answerSha256 } = asked;
    if (status.situacaoAtual !== 4) return stillPending(receipt, answerSha256);
    const came = status.mudancasDeSituacao.findLast(({ situacao }) => situacao === 4);
    const at = Date.parse(came?.dataHora ?? '');
    const dataDeRecebimento = new Date(Number.isNaN(at) ? tools.clock.now() : at).toISOString();
    const held = await tools.filesHeld(nre);
    const meant = filesMeant(announcedIn(await metadata.text()), wanted, held);
    const { receiptsRefused = 0 } = notes;
    const hashes = meant[receiptsRefused] ?? [];
    const statement = { IDT: idt, NRE: nre, dataDeRecebimento, hashes };
    const signed = await tools.signReceipt(statement, signal);
    if (!signed.ok) return failed(receipt, signed.error, 'repeatable');
    const isLast = receiptsRefused >= meant.length - 1;
    const made = { dataDeRecebimento, hashes, hashDaAssinatura: signed.value, isLast };
    const progress = noting(receipt, { receipt: made });
    return { kind: 'applied', progress, meaning: 'receipt-signed', answerSha256 };
  },
});

/**
 * Which files the platform may mean, the likeliest first. What it still expected is all of them unless another browser
 * had begun; then they are those that were new to this body or, where the sender sent everything, all. Hashes in base64,
 * each list once.
 */
const filesMeant = (
  announced: readonly { hash: string; sha256: string }[],
  wanted: readonly WantedComponent[],
  held: ReadonlySet<string>,
): string[][] => {
  const pending = wanted.filter((one) => one.pending).map(({ hash }) => hash);
  const unheld = announced.filter(
    ({ hash, sha256 }) => pending.includes(hash) || !held.has(sha256),
  );
  const lists = [
    ...(pending.length > 0 ? [pending] : []),
    unheld.map(({ hash }) => hash),
    announced.map(({ hash }) => hash),
    [],
  ];
  return lists.filter(
    (list, n) =>
      lists.findIndex((other) => String([...other].sort()) === String([...list].sort())) === n,
  );
};

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
    post: (signal) => {
      const { dataDeRecebimento, hashDaAssinatura } = signed;
      const recibo = { dataDeRecebimento, hashDaAssinatura };
      return receipt.tools.pen.sendRecibo(receipt.idt, recibo, signal);
    },
    ...(!signed.isLast && { instead: overOtherFiles(receipt.notes) }),
  });

const overOtherFiles = ({ receiptsRefused = 0 }: ReceiveProgress): ReceiveProgress => ({
  receipt: undefined,
  receiptsRefused: receiptsRefused + 1,
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
  /** What is noted after a definite no; else the person is asked again. */
  instead?: ReceiveProgress;
}

/** An answer is given once; a lost one is resolved by the situação. */
const reply = (receipt: Receipt, what: Reply): PenStep => {
  const { id, reached, hides, post } = what;
  const { idt, tools } = receipt;
  const answered = () => noting(receipt, { answeredAt: tools.clock.now() });
  return {
    id,
    effect: 'once',
    settleMs: SETTLE_MS,
    needs: ONLINE,
    run: async (signal): Promise<PenOutcome> => {
      const posted = await post(signal);
      if (!posted.ok) {
        const no = definiteNo(posted.error);
        return no ? afterNo(receipt, what, no, signal) : failed(receipt, posted.error, 'once');
      }
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

/** The platform took no answer of ours: it is over there, or the person is told why and asked again. */
const afterNo = async (
  receipt: Receipt,
  { id, hides, instead }: Reply,
  { codigoErro, mensagem }: PenFault,
  signal: AbortSignal,
): Promise<PenOutcome> => {
  const elsewhere = { kind: 'refused', code: 'answered-elsewhere', detail: null } as const;
  const asked = await askStatus(receipt, signal, hides ? elsewhere : undefined);
  if ('instead' in asked) return asked.instead;
  const askedAgain: ReceiveProgress = {
    ...{ answer: undefined, receipt: undefined, receiptsRefused: undefined, problems: undefined },
    answerRefused: mensagem || codigoErro,
    askedBefore: (receipt.notes.askedBefore ?? 0) + 1,
  };
  return {
    kind: 'applied',
    progress: noting(receipt, instead ?? askedAgain),
    meaning: `${id}-refused`,
    answerSha256: asked.answerSha256,
  };
};
