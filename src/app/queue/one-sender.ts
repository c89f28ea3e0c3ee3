import { standInLine, type TabLock, takeLock } from '../tabs.ts';
import type { Lanes } from './lanes.ts';

interface SenderDeps {
  /** The name of the lock over all windows. */
  lock: string;
  lanes: Lanes;
  /** Reads what the last sender wrote and may not have told. */
  catchUp(): Promise<void>;
}

/** Of all windows one sends: the first one, or the one that asked for it, and the next as soon as that is gone. */
export interface OneSender {
  /** Stands in line from now on, and lets go whenever the window goes or is frozen. */
  start(): void;
  /** This window takes over the sending, unless it does it already. */
  take(): Promise<void>;
  isHere(): boolean;
}

export const oneSender = ({ lock: name, lanes, catchUp }: SenderDeps): OneSender => {
  let sender: TabLock | undefined;
  let line: AbortController | undefined;
  let taking: Promise<void> | undefined;

  const lockOptions = {
    // What runs is finished first, so that no answer is lost by the hand-over.
    beforeYield: () => lanes.close(),
    onLost: () => {
      sender = undefined;
      void lanes.close();
      void waitInLine();
    },
  };

  const becomeSender = async (lock: TabLock | undefined): Promise<void> => {
    if (!lock) return;
    sender = lock;
    await catchUp();
    if (sender === lock) lanes.open();
  };

  const waitInLine = async (): Promise<void> => {
    if (sender || line) return;
    const place = new AbortController();
    line = place;
    const lock = await standInLine(name, lockOptions, place.signal);
    if (line === place) line = undefined;
    await becomeSender(lock);
  };

  const leaveLine = (): void => {
    line?.abort();
    line = undefined;
  };

  /** A window that is going, or that the browser freezes, sends no more; the next one asks about what it left. */
  const letGo = (): void => {
    leaveLine();
    void lanes.close();
    sender?.release();
    sender = undefined;
  };

  const takeOver = async (): Promise<void> => {
    leaveLine();
    await becomeSender(await takeLock(name, lockOptions));
  };

  return {
    start: () => {
      if (!taking) void waitInLine();
      addEventListener('pagehide', letGo);
      document.addEventListener('freeze', letGo);
      addEventListener('pageshow', ({ persisted }) => persisted && void waitInLine());
      document.addEventListener('resume', () => void waitInLine());
      // A machine that slept: no timer ran meanwhile.
      document.addEventListener('visibilitychange', () => lanes.look());
    },
    take: async () => {
      if (sender) return;
      taking ??= takeOver().finally(() => {
        taking = undefined;
      });
      await taking;
    },
    isHere: () => sender !== undefined,
  };
};
