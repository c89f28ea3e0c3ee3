/**
 * The moments at which a browser may be killed, in the order in which they are reached. A moment is what happens and the
 * how-manieth time, such as `POST /recepcao/… applied #1`: its place in the order may differ from run to run.
 */
export interface Gate {
  /** From here on moments count. */
  open(): void;
  /** What happens waits here: true to go on, false where the browser died at this moment or before. */
  reach(what: string): Promise<boolean>;
  reached: readonly string[];
  /** Whether the kill took place. */
  hasKilled(): boolean;
}

/** Lets everything pass until `point`, and kills there; without a point it only records. */
export const createGate = (kill: () => Promise<void>, point?: string): Gate => {
  const times = new Map<string, number>();
  const reached: string[] = [];
  let isOpen = false;
  let isOver = false;
  return {
    open: () => {
      isOpen = true;
    },
    reach: async (what) => {
      if (isOver) return false;
      if (!isOpen) return true;
      const nth = (times.get(what) ?? 0) + 1;
      times.set(what, nth);
      const moment = `${what} #${nth}`;
      reached.push(moment);
      if (moment !== point) return true;
      isOver = true;
      await kill();
      return false;
    },
    reached,
    hasKilled: () => isOver,
  };
};
