/** What windows of this browser tell each other. */
type TabMessage =
  /** Another window wants the lock; said again until it has it. */
  | { type: 'yield'; lock: string }
  /** The holder lives, and lets go as soon as it can. */
  | { type: 'yielding'; lock: string }
  /** `ids`: of what was written; absent where all may be different. */
  | { type: 'changed'; what: SharedThing; ids?: string[] };

export type SharedThing =
  | 'drafts'
  | 'queue'
  | 'deliveries'
  | 'certificates'
  | 'settings'
  | 'layouts'
  | 'processes'
  | 'tramites'
  | 'pen-queue';

type ChangeListener = (what: SharedThing, ids: string[] | undefined) => void;

const channel = new BroadcastChannel('estafeta');
const changeListeners = new Set<ChangeListener>();
/** Locks this window holds: what to do when another window asks for one. */
const held = new Map<string, () => void>();
/** Locks this window stands in line for: how to step back for a window that asks. */
const inLine = new Map<string, () => void>();
/** Locks this window asks for: the holder gave a sign of life. */
const askedFor = new Map<string, () => void>();

channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
  switch (data.type) {
    case 'changed':
      for (const listener of changeListeners) listener(data.what, data.ids);
      return;
    case 'yield':
      held.get(data.lock)?.();
      inLine.get(data.lock)?.();
      return;
    case 'yielding':
      askedFor.get(data.lock)?.();
  }
});

const say = (message: TabMessage): void => channel.postMessage(message);

/** Tells the other windows that something they may show was written. */
export const tellChanged = (what: SharedThing, ids?: string[]): void =>
  say({ type: 'changed', what, ...(ids && { ids }) });

export const onChangedElsewhere = (listener: ChangeListener): void => {
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
        let isYielding = false;
        held.set(name, () => {
          say({ type: 'yielding', lock: name });
          if (isYielding) return;
          isYielding = true;
          void Promise.resolve(options.beforeYield?.()).finally(() => {
            release();
            options.onLost?.();
          });
        });
        resolve({ release });
      });
    };
    navigator.locks.request(name, request, hold).catch(() => {
      // Refused before it was held: nothing was lost. Afterwards: another window took it by force.
      if (!granted) return resolve(undefined);
      held.delete(name);
      options.onLost?.();
    });
  });

/** Whether this window has the lock. */
export const isHeldHere = (name: string): boolean => held.has(name);

/** Takes the lock if no other window holds it. */
export const tryLock = (name: string, options: LockOptions): Promise<TabLock | undefined> =>
  grant(name, { ifAvailable: true }, options);

/** Waits until the lock is free, behind every window that asks for it; `undefined` once `signal` aborts. */
export const standInLine = async (
  name: string,
  options: LockOptions,
  signal: AbortSignal,
): Promise<TabLock | undefined> => {
  while (!signal.aborted) {
    const place = new AbortController();
    inLine.set(name, () => place.abort());
    const given = await grant(name, { signal: AbortSignal.any([signal, place.signal]) }, options);
    inLine.delete(name);
    if (given) return given;
  }
  return undefined;
};

const ASK_MS = 500;
const SILENCE_MS = 3_000;

/**
 * Asks the holder to let go, and waits for as long as it answers. A dead window's lock is free at once; one that
 * neither ended nor answers hangs, and loses the lock.
 */
export const takeLock = async (
  name: string,
  options: LockOptions,
): Promise<TabLock | undefined> => {
  const silence = new AbortController();
  let heardAt = performance.now();
  askedFor.set(name, () => {
    heardAt = performance.now();
  });
  const ask = () => {
    say({ type: 'yield', lock: name });
    if (performance.now() - heardAt > SILENCE_MS) silence.abort();
  };
  ask();
  const asking = setInterval(ask, ASK_MS);
  const given = await grant(name, { signal: silence.signal }, options);
  clearInterval(asking);
  askedFor.delete(name);
  return given ?? grant(name, { steal: true }, options);
};
