/**
 * Runs in the page before the app: holds it right before the first write of each IndexedDB transaction and right after its
 * commit, until the harness answers. A synchronous request is the only thing that stops a page at one exact place.
 */
export const watchWrites = (path: string): void => {
  const known = new WeakSet<IDBTransaction>();
  // Methods, because functions with a name of their own need a helper of tsx that the page does not have.
  const harness = {
    hold(what: string): void {
      const request = new XMLHttpRequest();
      request.open('GET', path + encodeURIComponent(what), false);
      request.send();
    },
    watch({ transaction }: IDBObjectStore, written: unknown): void {
      if (known.has(transaction)) return;
      known.add(transaction);
      const what = harness.entryIn(written) ?? [...transaction.objectStoreNames].join('+');
      harness.hold(`${what} before write`);
      transaction.addEventListener('complete', () => harness.hold(`${what} after commit`));
    },
    /** An entry is named by where it goes; others by the stores that are written. */
    entryIn(written: unknown): string | undefined {
      const { state } = Object(Object(written).record);
      if (!state) return undefined;
      return ['entry', state.kind, state.step, state.what].filter(Boolean).join(' ');
    },
  };
  const { put, add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    harness.watch(this, value);
    return put.call(this, value, key);
  };
  IDBObjectStore.prototype.add = function (value, key) {
    harness.watch(this, value);
    return add.call(this, value, key);
  };
};
