/** What windows of this browser tell each other. */
type TabMessage =
  | { type: 'yield'; lock: string }
  | { type: 'changed'; what: 'drafts' | 'queue' | 'certificates' | 'settings' | 'layouts' };

export type SharedThing = Extract<TabMessage, { type: 'changed' }>['what'];

const channel = new BroadcastChannel('estafeta');
const changeListeners = new Set<(what: SharedThing) => void>();
/** What to do when another window asks for a lock this window holds: finish writing, then let go. */
const held = new Map<string, () => Promise<void>>();

channel.addEventListener('message', (event: MessageEvent<TabMessage>) => {
  const message = event.data;
  if (message.type === 'changed') for (const listener of changeListeners) listener(message.what);
  else void held.get(message.lock)?.();
});

/** Tells the other windows that something they may show was written. */
export const tellChanged = (what: SharedThing): void => {
  channel.postMessage({ type: 'changed', what } satisfies TabMessage);
};

export const onChangedElsewhere = (listener: (what: SharedThing) => void): void => {
  changeListeners.add(listener);
};

/** A lock over all windows of this origin. */
export interface TabLock {
  release(): void;
}

interface LockOptions {
  /** Called when another window asks for the lock: write what is unwritten. The lock is let go after it. */
  beforeYield?: () => Promise<void>;
  /** Called when the lock is gone, asked for or taken by force. */
  onLost?: () => void;
}

type Request = { ifAvailable: true } | { signal: AbortSignal } | { steal: true };

const grant = (name: string, request: Request, options: LockOptions) =>
  new Promise<TabLock | undefined>((resolve) => {
    let granted = false;
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      if (!lock) {
        resolve(undefined);
        return undefined;
      }
      granted = true;
      return new Promise<void>((letGo) => {
        const release = () => {
          held.delete(name);
          letGo();
        };
        held.set(name, async () => {
          await options.beforeYield?.();
          release();
          options.onLost?.();
        });
        resolve({ release });
      });
    };
    navigator.locks.request(name, request, hold).catch(() => {
      held.delete(name);
      // Refused before it was held: nothing was lost. Afterwards: another window took it by force.
      if (granted) options.onLost?.();
      else resolve(undefined);
    });
  });

/** Takes the lock if no other window holds it. */
export const tryLock = (name: string, options: LockOptions): Promise<TabLock | undefined> =>
  grant(name, { ifAvailable: true }, options);

const YIELD_MS = 3_000;

/** Asks the holder to let go; a window that does not answer is taken to be dead and loses the lock. */
export const takeLock = async (
  name: string,
  options: LockOptions,
): Promise<TabLock | undefined> => {
  channel.postMessage({ type: 'yield', lock: name } satisfies TabMessage);
  const given = await grant(name, { signal: AbortSignal.timeout(YIELD_MS) }, options);
  return given ?? grant(name, { steal: true }, options);
};
