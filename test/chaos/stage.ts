/** An act of a program that is halted right before or after something outside it is touched. */
export interface Halted<Program> {
  program: Program;
  /** The entry it acts for. */
  entryId: string;
  /** What it is about to touch, or has just touched: `save:before`, `http:after`. */
  where: string;
  /** Not to go on before this (epoch ms of the world). */
  wakeAt: number;
}

type Pause = (where: string, wakeAt?: number) => Promise<void>;

/**
 * Moves many programs one await at a time, so that a seed decides every interleaving.
 * A program that is dropped stays halted for ever, as one that was killed: nothing of it runs any more.
 */
export interface Stage<Program> {
  halted(): readonly Halted<Program>[];
  /** Begins an act, halted before its first word. */
  begin(program: Program, entryId: string, act: (pause: Pause) => Promise<void>): void;
  /** Lets one act go on until it halts again or ends. */
  move(one: Halted<Program>): Promise<void>;
  drop(program: Program): void;
}

export const makeStage = <Program>(onError: (error: unknown) => void): Stage<Program> => {
  type Waiting = Halted<Program> & { resume: () => void };
  let waiting: Waiting[] = [];
  let rested = () => {};
  const halt = (one: Halted<Program>): Promise<void> =>
    new Promise((resume) => {
      waiting.push({ ...one, resume });
      rested();
    });
  return {
    halted: () => waiting,
    begin: (program, entryId, act) => {
      const pause: Pause = (where, wakeAt = 0) => halt({ program, entryId, where, wakeAt });
      void pause('begin')
        .then(() => act(pause))
        .catch(onError)
        .then(() => rested());
    },
    move: (one) =>
      new Promise((resolve) => {
        rested = resolve;
        const found = waiting.find((other) => other === one);
        waiting = waiting.filter((other) => other !== one);
        found?.resume();
      }),
    drop: (program) => {
      waiting = waiting.filter((one) => one.program !== program);
    },
  };
};
