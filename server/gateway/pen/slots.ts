/** Lets so many works run at once; so many more wait for their turn. */
export interface Slots {
  /** What the work gives; `busy` where nobody more may wait. */
  take<T>(work: () => Promise<T>): Promise<T | 'busy'>;
  isIdle(): boolean;
}

export const createSlots = (atOnce: number, mostWaiting: number): Slots => {
  let running = 0;
  const waiting: (() => void)[] = [];

  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  return {
    isIdle: () => running === 0,
    take: async (work) => {
      if (running < atOnce) running += 1;
      else if (waiting.length < mostWaiting) await new Promise<void>((go) => waiting.push(go));
      else return 'busy';
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
};
