import { useEffect, useState } from 'preact/hooks';
import { TextField } from './text-field.tsx';

/** The search begins once nothing was typed for so long. */
const PAUSE_MS = 300;

interface SearchFieldProps {
  id: string;
  label: string;
  help: string;
  /** What is searched for. */
  value: string;
  onSearch: (words: string) => void;
}

/** Words that are searched for once the person pauses. */
export const SearchField = ({ id, label, help, value, onSearch }: SearchFieldProps) => {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    const pause = setTimeout(() => {
      if (typed !== value) onSearch(typed);
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  return <TextField id={id} label={label} help={help} value={typed} onInput={setTyped} />;
};
