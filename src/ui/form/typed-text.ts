import { useEffect, useRef, useState } from 'preact/hooks';
import type { LayoutField } from '../../app/form.ts';
import {
  readInteger,
  readNumber,
  showInteger,
  showMoney,
  showNumber,
} from '../../base/brazilian-number.ts';
import { fromBrazilianDate, isCivilDate, toBrazilianDate } from '../../base/civil-date.ts';
import type { Json } from '../../base/json.ts';

/** After this pause (ms) what was typed is handed on, so that it is saved within a second. */
const TYPING_PAUSE = 400;

/** What is put into the draft for a typed text: what cannot be read stays as text, so that nothing is lost. */
export const readTyped = (field: LayoutField, text: string): Json | undefined => {
  if (text.trim() === '') return undefined;
  if (field.kind === 'number' || field.kind === 'integer') {
    const read = field.kind === 'number' ? readNumber(text) : readInteger(text);
    return read.ok ? read.value : text;
  }
  if (field.kind !== 'date' || isCivilDate(text.trim())) return text;
  const withSlashes = text.trim().replace(/^(\d{2})(\d{2})(\d{4})$/, '$1/$2/$3');
  return fromBrazilianDate(withSlashes) ?? text;
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
    latestCommit.current(readTyped(field, text));
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
      pending.current = { text, timer: setTimeout(flush, TYPING_PAUSE) };
      setTyped(text);
    },
    leave: () => {
      flush();
      setTyped(undefined);
    },
  };
};
