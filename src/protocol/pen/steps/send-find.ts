import { ok, type Result } from '../../../base/result.ts';
import type { PenAnswerFault } from '../answers.ts';
import type { Heard } from '../client.ts';
import type { Situacao, TramiteStatus, UnidadeWire } from '../messages.ts';
import type { PenTools, Sending } from './step.ts';

/** What was found of a sending among the trâmites of its process. */
export interface Search {
  /** The one that its POST made. */
  ours?: TramiteStatus;
  /** Else, one that is under way: IDT, state and addressee. */
  running?: { idt: number; situacao: number; numero: string };
  answerSha256: string;
}

/** Registered and not ended yet. */
const UNDER_WAY: readonly Situacao[] = [1, 2, 3, 4, 5];

/** Clocks of offices are wrong by minutes, seldom by more. */
const CLOCK_SLACK_MS = 30 * 60_000;

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
  const other = tramites.find(({ situacaoAtual }) => UNDER_WAY.includes(situacaoAtual));
  return ok({
    ...(ours && { ours }),
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
 * sending that came out of a copy may not know what was there: then one that has ended has to be younger than it.
 */
const isOurs = ({ errand, notes, queuedAt }: Sending, found: TramiteStatus): boolean => {
  const { IDT, remetente, destinatario, situacaoAtual, mudancasDeSituacao } = found;
  const hashes = new Set(errand.components.map(({ hash }) => hash));
  const isYounger = notes.known !== undefined || UNDER_WAY.includes(situacaoAtual);
  const registeredAt = Date.parse(mudancasDeSituacao[0]?.dataHora ?? '');
  return (
    ![...errand.known, ...(notes.known ?? [])].includes(IDT) &&
    !notes.withdrawn?.includes(IDT) &&
    isUnit(remetente, errand.remetente) &&
    isUnit(destinatario, errand.destinatario) &&
    found.hashDosComponentesPendentesDeEnvio.every((hash) => hashes.has(hash)) &&
    (isYounger || !(registeredAt < queuedAt - CLOCK_SLACK_MS))
  );
};

const isUnit = (wire: UnidadeWire, unit: { repositorio: number; numero: string }): boolean =>
  wire.identificacaoDoRepositorioDeEstruturas === unit.repositorio &&
  wire.numeroDeIdentificacaoDaEstrutura === unit.numero;
