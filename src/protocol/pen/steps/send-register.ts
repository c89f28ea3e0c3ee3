import { ok, type Result } from '../../../base/result.ts';
import type { PenAnswerFault } from '../answers.ts';
import type { TramiteRegistered } from '../messages.ts';
import { definiteNo, failureOutcome, heard, pauseFor } from '../outcome.ts';
import type { PenProgress } from '../types.ts';
import { findOurs, type Search, sentAlready, waitsForOthers } from './send-find.ts';
import {
  noting,
  ONLINE,
  type PenOutcome,
  type PenResolution,
  type PenStep,
  type PenTools,
  SETTLE_MS,
  type Sending,
} from './step.ts';

/** The process has a trâmite under way; the second code was seen in its place (facts of the platform, A.4). */
const RUNNING: readonly (string | undefined)[] = ['0044', '0005'];

/**
 * The POST that makes the trâmite, right after a look at those there are: a session may have ended since `before`, and
 * another copy of the process was sent. A lost answer is settled by asking which trâmites the process has. The permit to send
 * its components is in that answer alone: one that is found without it, and wants some, is given back (send-withdraw.ts).
 */
export const register = (sending: Sending, tools: PenTools): PenStep => {
  const { metadataSha256 } = sending.errand;
  return {
    id: 'register',
    effect: 'once',
    settleMs: SETTLE_MS,
    needs: ONLINE,
    requestSha256: metadataSha256,
    run: async (signal, late): Promise<PenOutcome> => {
      const metadata = await tools.blobs.get(metadataSha256);
      if (!metadata) return { kind: 'refused', code: 'metadata-missing', detail: null };
      if ((await tools.sha256(metadata)) !== metadataSha256) {
        return { kind: 'refused', code: 'metadata-differ', detail: null };
      }
      const text = await metadata.text();
      const there = await search(sending, tools, signal);
      if (!there.ok) return { ...pauseFor(there.error), ...heard(there.error) };
      const instead = insteadOfSending(there.value);
      if (instead) return instead;
      const tooLate = late();
      if (tooLate) return tooLate;
      const answer = await tools.pen.sendProcess(text, signal);
      if (answer.ok) {
        const progress = registered(sending, answer.value.value);
        return { kind: 'applied', progress, meaning: 'registered', ...heard(answer.value) };
      }
      if (isRunningAlready(answer.error)) return whoseIsIt(sending, tools, signal);
      return failureOutcome(answer.error, 'once', noting(sending, {}));
    },
    resolve: async (signal): Promise<PenResolution> => {
      const found = await search(sending, tools, signal);
      if (!found.ok) return pauseFor(found.error);
      const { progress, there, answerSha256 } = found.value;
      if (progress) {
        return { kind: 'happened', progress, meaning: 'found-at-platform', answerSha256 };
      }
      const absent = { kind: 'absent', proof: 'not-at-platform', answerSha256 } as const;
      return waitsForOthers(sending)
        ? { ...absent, progress: noting(sending, { known: there }) }
        : absent;
    },
  };
};

const isRunningAlready = (fault: PenAnswerFault): boolean =>
  RUNNING.includes(definiteNo(fault)?.codigoErro);

/** The POST was refused because a trâmite is under way: an earlier POST of this sending may have made it. */
const whoseIsIt = async (
  sending: Sending,
  tools: PenTools,
  signal: AbortSignal,
): Promise<PenOutcome> => {
  const found = await search(sending, tools, signal);
  if (!found.ok) return { kind: 'unknown', code: 'running-already' };
  const { running, answerSha256 } = found.value;
  const instead = insteadOfSending(found.value);
  if (instead) return instead;
  return { kind: 'refused', code: 'running-already', detail: running ?? null, answerSha256 };
};

type Found = Omit<Search, 'ours'> & { progress?: PenProgress };

/** What follows where this sending has made its trâmite, or another copy of the process was sent; else nothing. */
const insteadOfSending = ({ progress, elsewhere, answerSha256 }: Found): PenOutcome | undefined => {
  if (progress) return { kind: 'applied', progress, meaning: 'found-at-platform', answerSha256 };
  return elsewhere && sentAlready(elsewhere, { answerSha256 });
};

const registered = (sending: Sending, told: TramiteRegistered): PenProgress => {
  const asked = told.processosComComponentesDigitaisSolicitados.flatMap(({ protocolo, hashes }) =>
    hashes.map((hash) => [hash, protocolo] as const),
  );
  const others = asked.filter(([, protocolo]) => protocolo !== sending.errand.protocolo);
  const hashes = [...new Set(asked.map(([hash]) => hash))];
  return {
    ...noting(sending, {
      ticket: String(told.ticketParaEnvioDeComponentesDigitais),
      registeredAt: told.dataHoraDeRegistroDoTramite,
      ...{ asked: hashes, wanted: hashes },
      ...(others.length > 0 && { askedUnder: Object.fromEntries(others) }),
    }),
    idt: told.IDT,
    nre: told.NRE,
  };
};

const search = async (
  sending: Sending,
  tools: PenTools,
  signal: AbortSignal,
): Promise<Result<Found, PenAnswerFault>> => {
  const found = await findOurs(sending, tools, signal);
  if (!found.ok) return found;
  const { ours, ...rest } = found.value;
  if (!ours) return ok(rest);
  // What it still wants is asked for anew: the state and the list belong together.
  const progress = {
    ...noting(sending, {
      asked: ours.hashDosComponentesPendentesDeEnvio,
      registeredAt: ours.mudancasDeSituacao[0]?.dataHora ?? '',
    }),
    idt: ours.IDT,
    nre: ours.NRE,
  };
  return ok({ ...rest, progress });
};
