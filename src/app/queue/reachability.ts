import type { Clock } from '../../base/clock.ts';
import type { Availability } from '../../outbox/ports.ts';

/** An answer of the very server counts for so long as proof that it is reached; a failure only for those who asked with it. */
const PROOF_MS = 5_000;
const FAILURE_MS = 2_000;

/** What is known of whether each court is reached, shared by all entries that are under way to it. */
export interface Reachability {
  /** What was found lately, else what asking now finds; who asks meanwhile waits for the same answer. */
  reach(ambiente: string, ask: () => Promise<Availability>): Promise<Availability>;
  /** Whether it is known to be reached, without asking. */
  isReached(ambiente: string): boolean;
  /** The very server answered: judged by the content of an answer, which somebody else's cannot be. */
  answered(ambiente: string): void;
  /** A request came to nothing, or the person wants to know: the next one asks. */
  forget(ambiente: string): void;
}

export const reachability = (clock: Clock): Reachability => {
  const lately = new Map<string, { at: number; found: Availability }>();
  const asking = new Map<string, Promise<Availability>>();

  const fresh = (ambiente: string): Availability | undefined => {
    const last = lately.get(ambiente);
    if (!last) return undefined;
    const age = clock.now() - last.at;
    const longest = last.found.kind === 'at-hand' ? PROOF_MS : FAILURE_MS;
    return age >= 0 && age < longest ? last.found : undefined;
  };

  const askNow = (ambiente: string, ask: () => Promise<Availability>): Promise<Availability> => {
    const isStillWanted = () => asking.get(ambiente) === answer;
    const answer = ask()
      .then((found) => {
        if (isStillWanted()) lately.set(ambiente, { at: clock.now(), found });
        return found;
      })
      .finally(() => {
        if (isStillWanted()) asking.delete(ambiente);
      });
    asking.set(ambiente, answer);
    return answer;
  };

  return {
    reach: async (ambiente, ask) =>
      fresh(ambiente) ?? asking.get(ambiente) ?? askNow(ambiente, ask),
    isReached: (ambiente) => fresh(ambiente)?.kind === 'at-hand',
    answered: (ambiente) => {
      lately.set(ambiente, { at: clock.now(), found: { kind: 'at-hand' } });
    },
    forget: (ambiente) => {
      lately.delete(ambiente);
      asking.delete(ambiente);
    },
  };
};
