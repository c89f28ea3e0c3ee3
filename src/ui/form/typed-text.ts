import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type LayoutField, readText, showText } from '../../app/form.ts';
import type { Json } from '../../base/json.ts';

/** After this pause (ms) what was typed is handed on, so that it is saved within a second. */
const TYPING_PAUSE = 400;

/** In how many fields something was typed that is not handed on yet: it is nowhere but on the screen. */
export const typing = signal(0);

interface Pending {
  timer: ReturnType<typeof setTimeout>;
  text: string;
}

/**
 * The text of a field while a person types in it. What was typed stays as typed until the field is left, and is
 * handed on at a pause, on leaving, and when the page is hidden or about to be left.
 */
export const useTypedText = (
  field: LayoutField,
  value: Json | undefined,
  commit: (value: Json | undefined) => void,
) => {
  const [typed, setTyped] = useState<string>();
  const pending = useRef<Pending | undefined>(undefined);
  const latestCommit = useRef(commit);
  latestCommit.current = commit;

  const takePending = (): string | undefined => {
    if (!pending.current) return undefined;
    clearTimeout(pending.current.timer);
    const { text } = pending.current;
    pending.current = undefined;
    typing.value--;
    return text;
  };

  const flush = () => {
    const text = takePending();
    if (text !== undefined) latestCommit.current(readText(field, text));
  };

  const finish = () => {
    flush();
    setTyped(undefined);
  };

  useEffect(() => {
    document.addEventListener('visibilitychange', flush);
    addEventListener('pagehide', flush);
    // Before others hear it: what is handed on now may be lost with the window, and the browser has to ask.
    addEventListener('beforeunload', flush, { capture: true });
    return () => {
      document.removeEventListener('visibilitychange', flush);
      removeEventListener('pagehide', flush);
      removeEventListener('beforeunload', flush, { capture: true });
      flush();
    };
  }, []);

  // Once the draft says something else (undo, another tab), what was typed before is history.
  const current =
    typed !== undefined && (pending.current || readText(field, typed) === value)
      ? typed
      : showText(field, value);

  return {
    text: current,
    type: (text: string) => {
      if (pending.current) clearTimeout(pending.current.timer);
      else typing.value++;
      pending.current = { text, timer: setTimeout(flush, TYPING_PAUSE) };
      setTyped(text);
    },
    /** Hands on at once what was typed. */
    flush,
    /** Forgets what was typed since the last pause. */
    drop: () => {
      takePending();
      setTyped(undefined);
    },
    leave: () => {
      // Errors that come or go now would move the pressed button from under the mouse, and lose the click.
      const pressed = document.querySelector(':active') !== null;
      if (pressed) addEventListener('mouseup', finish, { capture: true, once: true });
      else finish();
    },
  };
};
