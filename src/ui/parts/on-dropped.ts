/** Anywhere in the window: a file let go beside a frame would open in place of the page. */
export const onDropped = (take: (transfer: DataTransfer) => void): (() => void) => {
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener('dragover', (event) => event.preventDefault(), { signal });
  addEventListener(
    'drop',
    (event) => {
      event.preventDefault();
      if (event.dataTransfer) take(event.dataTransfer);
    },
    { signal },
  );
  return () => listening.abort();
};
