import type { TramiteStatus } from '../messages.ts';
import { heard, pauseFor } from '../outcome.ts';
import type { PenOutcome, PenTools } from './step.ts';

/** Waiting for contents. */
export const REGISTERED = 1;

type Asked = { status: TramiteStatus; answerSha256: string } | { instead: PenOutcome };

/** Where a trâmite of ours stands; `instead`: what the step comes to where nobody says so. */
export const askOne = async (
  idt: number,
  { pen }: Pick<PenTools, 'pen'>,
  signal: AbortSignal,
): Promise<Asked> => {
  const answer = await pen.tramites({ IDT: idt }, signal);
  if (!answer.ok) return { instead: { ...pauseFor(answer.error), ...heard(answer.error) } };
  const { value, answerSha256 } = answer.value;
  const status = value.find(({ IDT }) => IDT === idt);
  if (status) return { status, answerSha256 };
  return { instead: { kind: 'pause', reason: 'server-unavailable', answerSha256 } };
};
