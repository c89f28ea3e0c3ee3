import { ok, type Result } from '../../../base/result.ts';
import type { PenAnswerFault } from '../answers.ts';
import type { Heard } from '../client.ts';
import type { Situacao, TramiteStatus, UnidadeWire } from '../messages.ts';
import { heard } from '../outcome.ts';
import type { PenOutcome, PenTools, Sending } from './step.ts';

/** What was found of a sending among the trâmites of its process. */
export interface Search {
  /** The one that its POST made. */
  ours?: TramiteStatus;
  /** Else, one that another copy of the process made. */
  elsewhere?: TramiteStatus;
  /** All of them. */
  there: number[];
  /** Else, one that is under way: IDT, state and addressee. */
  running?: { idt: number; situacao: number; numero: string };
  answerSha256: string;
}

/** Registered and not ended yet. */
const UNDER_WAY: readonly Situacao[] = [1, 2, 3, 4, 5];

/** Ended without the other body having the process. */
const CAME_TO_NOTHING: readonly Situacao[] = [7, 9, 10];

/** Looks among all trâmites of the process. */
export const findOurs = async (
  sending: Sending,
  tools: PenTools,
  signal: AbortSignal,
): Promise<Result<Search, PenAnswerFault>> => {
  const asked = await tramitesOf(sending, tools, signal);
  if (!asked.ok) return asked;
  const { value: tramites, answerSha256 } = asked.value;
  const ours = tramites.filter((one) => isOurs(sending, one)).sort((a, b) => b.IDT - a.IDT)[0];
  const elsewhere = sentElsewhere(sending, tramites);
  const other = tramites.find(({ situacaoAtual }) => UNDER_WAY.includes(situacaoAtual));
  return ok({
    there: tramites.map(({ IDT }) => IDT),
    ...(ours && { ours }),
    ...(elsewhere && { elsewhere }),
    ...(other && {
      running: {
        idt: other.IDT,
        situacao: other.situacaoAtual,
        numero: other.destinatario.numeroDeIdentificacaoDaEstrutura,
      },
    }),
    answerSha256,
  });
};

/** All trâmites of the process, by its number and, where that finds none, by its NRE. */
export const tramitesOf = async (
  { errand }: Sending,
  { pen }: PenTools,
  signal: AbortSignal,
): Promise<Result<Heard<TramiteStatus[]>, PenAnswerFault>> => {
  const byNumber = await pen.tramites({ protocolo: errand.protocolo }, signal);
  const isFound = !byNumber.ok || byNumber.value.value.length > 0;
  return isFound || errand.nre === undefined ? byNumber : pen.tramites({ NRE: errand.nre }, signal);
};

/**
 * From us, to the same unit, wanting nothing but our contents, and neither there before the POST nor given back. A
 * sending that came out of a copy may not know what was there: what came to nothing is then as if it had not been. One of
 * a process out of a copy has made none as long as it waits for what others made.
 */
const isOurs = (sending: Sending, found: TramiteStatus): boolean => {
  const { errand, notes } = sending;
  if (waitsForOthers(sending)) return false;
  const { IDT, remetente, destinatario, situacaoAtual } = found;
  const hashes = new Set(errand.components.map(({ hash }) => hash));
  const { known, withdrawn = [] } = notes;
  return (
    ![...errand.known, ...(known ?? []), ...withdrawn].includes(IDT) &&
    isUnit(remetente, errand.remetente) &&
    isUnit(destinatario, errand.destinatario) &&
    found.hashDosComponentesPendentesDeEnvio.every((hash) => hashes.has(hash)) &&
    (known !== undefined || !CAME_TO_NOTHING.includes(situacaoAtual))
  );
};

/** What another browser sent of the process last may still be on its way. */
export const waitsForOthers = ({ errand, mustAsk }: Sending): boolean =>
  mustAsk && errand.fromCopy === true;

/**
 * The last trâmite from us by which the other body has the process or will have it, and of which nothing was known when
 * this sending was queued: the process here is older than what was sent of it, as one out of a copy is.
 */
export const sentElsewhere = (
  { errand, notes: { withdrawn = [] } }: Sending,
  tramites: readonly TramiteStatus[],
): TramiteStatus | undefined =>
  tramites
    .filter(({ situacaoAtual }) => !CAME_TO_NOTHING.includes(situacaoAtual))
    .filter(({ IDT }) => !errand.known.includes(IDT) && !withdrawn.includes(IDT))
    .filter(({ remetente }) => isUnit(remetente, errand.remetente))
    .sort((a, b) => b.IDT - a.IDT)[0];

/** Nothing is sent of what was sent already; `detail` has the members of a `TramiteStatus`, but for its hashes. */
export const sentAlready = (
  { IDT, NRE, remetente, destinatario, situacaoAtual, protocolo, ...rest }: TramiteStatus,
  answer: { answerSha256?: string },
): PenOutcome => {
  const { mudancasDeSituacao } = rest;
  const what = { IDT, NRE, remetente, destinatario, situacaoAtual, protocolo, mudancasDeSituacao };
  return { kind: 'refused', code: SENT_ALREADY, detail: what, ...heard(answer) };
};

/** Code of that refusal. */
export const SENT_ALREADY = 'sent-already';

const isUnit = (wire: UnidadeWire, unit: { repositorio: number; numero: string }): boolean =>
  wire.identificacaoDoRepositorioDeEstruturas === unit.repositorio &&
  wire.numeroDeIdentificacaoDaEstrutura === unit.numero;
