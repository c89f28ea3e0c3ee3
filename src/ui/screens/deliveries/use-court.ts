import { useEffect, useRef, useState } from 'preact/hooks';
import type { TakeInFault } from '../../../app/deliveries/take-in.ts';
import type { Result } from '../../../base/result.ts';

/** A question to the court that the person put: whether it is under way, and why it came to nothing. */
export const useCourt = () => {
  const [isAsking, setAsking] = useState(false);
  const [fault, setFault] = useState<TakeInFault>();
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);

  const ask = async <T>(
    question: (signal: AbortSignal) => Promise<Result<T, TakeInFault>>,
  ): Promise<T | undefined> => {
    running.current = new AbortController();
    const { signal } = running.current;
    setAsking(true);
    setFault(undefined);
    const answer = await question(signal);
    // Nobody waits for it any more.
    if (signal.aborted) return undefined;
    setAsking(false);
    if (answer.ok) return answer.value;
    setFault(answer.error);
    return undefined;
  };
  const stop = () => {
    running.current.abort();
    setAsking(false);
  };
  return { ask, stop, isAsking, fault };
};
