import { err, ok, type Result } from '../../base/result.ts';
import type { SignatureForm } from '../../signing/signer.ts';
import { type DraftSession, filesOf, openSession } from '../drafts/draft-session.ts';
import { putOnQueue } from '../drafts/put-on-queue.ts';
import { reportsInTurn } from '../drafts/running-report.ts';
import { needsSignature, signFiles } from '../drafts/sign-files.ts';
import { openSigner } from '../key.ts';
import { catchUp, tellNow } from '../queue/queue-records.ts';
import { queueChanged } from '../queue/verbs.ts';
import { key } from '../state.ts';
import { tryLock } from '../tabs.ts';
import type { AgreedDraft } from './agreement.ts';
import {
  isSending,
  type Refused,
  type SendFault,
  type Sending,
  sendFaults,
  sending,
} from './send-state.ts';

/** Signs and puts on the queue what the person agreed to; nothing while that is under way. */
export const sendBatch = (agreed: Omit<Sending, 'phase' | 'done'>): void => {
  if (isSending.value) return;
  const faults = new Map(sendFaults.value);
  for (const { draftId } of agreed.drafts) faults.delete(draftId);
  sendFaults.value = faults;
  sending.value = { ...agreed, phase: 'running', done: 0 };
  void run();
};

/** Stops after the draft that is at hand. */
export const pauseSending = (): void => setPhase('paused');

export const resumeSending = (): void => {
  setPhase('running');
  void run();
};

/** What is not on the queue yet stays a draft. */
export const stopSending = (): void => setPhase('ended');

const setPhase = (phase: Sending['phase']): void => {
  if (sending.value) sending.value = { ...sending.value, phase };
};

/** Whether the open certificate is the one of the agreement, where one is needed. */
export const isAgreedKey = (): boolean => {
  const agreed = sending.value?.certificate;
  if (!agreed) return true;
  return key.value.kind === 'unlocked' && key.value.certificate.fingerprint === agreed.fingerprint;
};

let running = false;

/** One loop, however often it is told to go on, in one window of this browser. */
const run = async (): Promise<void> => {
  if (running) return;
  running = true;
  const lock = await tryLock('estafeta:bulk', {});
  try {
    if (!lock) return setPhase('elsewhere');
    // What is told to go on, or agreed to, while the last thing ends has to be found here: nobody else works.
    do await sendAll();
    while (sending.value?.phase === 'running');
  } catch (error) {
    console.error(error);
    // It does not go on by itself.
    if (sending.value?.phase === 'running') setPhase('paused');
  } finally {
    lock?.release();
    running = false;
  }
};

const sendAll = async (): Promise<void> => {
  // What another window put on the queue just now may not have been told here.
  await catchUp();
  tellNow();
  const reports = reportsInTurn();
  try {
    for (let now = sending.value; now?.phase === 'running'; now = sending.value) {
      const next = now.drafts[now.done];
      if (!next) {
        setPhase('ended');
        break;
      }
      const sent = await sendOne(next, now, reports.reporting).catch(unexpected(next));
      if (!sent.ok && sent.error.fault === 'locked') {
        setPhase('locked');
        break;
      }
      if (!sent.ok) sendFaults.value = new Map(sendFaults.value).set(next.draftId, sent.error);
      // It may have been stopped meanwhile, and another one agreed to.
      const current = sending.value;
      if (current?.drafts === now.drafts) sending.value = { ...current, done: now.done + 1 };
    }
  } finally {
    reports.end();
    await queueChanged();
  }
};

// The others do not suffer from it.
const unexpected =
  ({ rev }: AgreedDraft) =>
  (error: unknown): Result<never, Refused> => {
    console.error(error);
    return err({ fault: 'unexpected', rev });
  };

const sendOne = async (
  agreed: AgreedDraft,
  to: Sending,
  reporting: ReturnType<typeof reportsInTurn>['reporting'],
): Promise<Result<void, Refused>> => {
  const session = await openSession(agreed.draftId, reporting);
  if (typeof session === 'string') return err({ fault: session, rev: agreed.rev });
  try {
    const sent = await signAndQueue(session, agreed, to);
    return sent.ok ? sent : err({ fault: sent.error, rev: session.draft.value.rev });
  } finally {
    session.close();
  }
};

const signAndQueue = async (
  session: DraftSession,
  agreed: AgreedDraft,
  { pdfForm, ambiente, representacao }: Sending,
): Promise<Result<void, SendFault>> => {
  if (session.elsewhere.value) return err('elsewhere');
  const { rev, ambiente: where, representacao: own = representacao } = session.draft.value;
  const isAgreed = rev === agreed.rev && where === ambiente && own === representacao;
  if (!isAgreed) return err('changed-since');
  const unsigned = filesOf(session).filter(needsSignature);
  if (unsigned.some(({ id, chosen }) => agreed.files.get(id) !== chosen.sha256)) {
    return err('changed-since');
  }
  if (unsigned.length > 0) {
    const signer = isAgreedKey() ? openSigner() : undefined;
    if (!signer) return err('locked');
    const forms = unsigned.map(({ id, chosen }): [string, SignatureForm] => [
      id,
      chosen.kind === 'pdf' ? pdfForm : 'p7s',
    ]);
    const signed = await signFiles(session, new Map(forms), signer);
    if (!signed.ok) return signed;
  }
  const queued = await putOnQueue(session, representacao);
  return queued.ok ? ok(undefined) : queued;
};
