import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LayoutField } from '../../app/form.ts';
import {
  readInteger,
  readNumber,
  showInteger,
  showMoney,
  showNumber,
} from '../../base/brazilian-number.ts';
import {
  type CivilDate,
  fromBrazilianDate,
  isCivilDate,
  toBrazilianDate,
} from '../../base/civil-date.ts';
import type { Json } from '../../base/json.ts';

/** After this pause (ms) what was typed is handed on, so that it is saved within a second. */
const TYPING_PAUSE = 400;

/** In how many fields something was typed that is not handed on yet: it is nowhere but on the screen. */
export const typing = signal(0);

const readDate = (text: string): CivilDate | undefined =>
  isCivilDate(text) ? text : fromBrazilianDate(text.replace(/^(\d{2})(\d{2})(\d{4})$/, '$1/$2/$3'));

/** What is put into the draft for a typed text: what cannot be read stays as text, so that nothing is lost. */
export const readTyped = (field: LayoutField, text: string): Json | undefined => {
  if (text.trim() === '') return undefined;
  if (field.kind === 'number' || field.kind === 'integer') {
    const read = field.kind === 'number' ? readNumber(text) : readInteger(text);
    return read.ok ? read.value : text;
  }
  return field.kind === 'date' ? (readDate(text.trim()) ?? text) : text;
};

/** A value as a person reads it in the field. */
export const showTyped = (field: LayoutField, value: Json | undefined): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') {
    if (field.kind === 'number' && field.unit === 'R$') return showMoney(value);
    return field.kind === 'number' ? showNumber(value) : showInteger(value);
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  return field.kind === 'date' ? toBrazilianDate(value) : value;
};

interface Pending {
  timer: ReturnType<typeof setTimeout>;
  text: string;
}

/**
 * The text of a field while a person types in it. What was typed stays as typed until the field is left, and is
 * handed on at a pause, on leaving, and when the page is hidden.
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

  const flush = () => {
    if (!pending.current) return;
    clearTimeout(pending.current.timer);
    const { text } = pending.current;
    pending.current = undefined;
    typing.value--;
    latestCommit.current(readTyped(field, text));
  };

  const finish = () => {
    flush();
    setTyped(undefined);
  };

  useEffect(() => {
    document.addEventListener('visibilitychange', flush);
    addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  // Once the draft says something else (undo, another tab), what was typed before is history.
  const current =
    typed !== undefined && (pending.current || readTyped(field, typed) === value)
      ? typed
      : showTyped(field, value);

  return {
    text: current,
    type: (text: string) => {
      if (pending.current) clearTimeout(pending.current.timer);
      else typing.value++;
      pending.current = { text, timer: setTimeout(flush, TYPING_PAUSE) };
      setTyped(text);
    },
    leave: () => {
      // Errors that come or go now would move the pressed button from under the mouse, and lose the click.
      const pressed = document.querySelector(':active') !== null;
      if (pressed) addEventListener('mouseup', finish, { capture: true, once: true });
      else finish();
    },
  };
};
