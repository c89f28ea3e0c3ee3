import { useEffect, useMemo, useState } from 'preact/hooks';
import type { NumberField } from '../../app/form.ts';
import type { Link } from '../../app/links/link.ts';
import { linkTargets } from '../../app/links/link-targets.ts';
import { isPlaceholder, linkPlace } from '../../app/links/place.ts';
import { folded } from '../../base/text-comparison.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { TextField } from '../parts/text-field.tsx';
import { linkName, linkState, linkText as text } from '../text/ligacoes.ts';

/** Rows shown at once. */
const SHOWN = 50;

interface LinkPickerProps {
  field: NumberField;
  onChoose: (value: number) => void;
  onClose: () => void;
}

/** The deliveries that a field may refer to, of what is held here and of what is in the queue. */
export const LinkPicker = ({ field, onChoose, onClose }: LinkPickerProps) => {
  const { links, reading } = useTargets(field);
  const [query, setQuery] = useState('');
  const [most, setMost] = useState(SHOWN);
  const found = useMemo(() => {
    const words = folded(query).split(/\s+/);
    return links.filter(({ words: said }) => words.every((word) => said.includes(word)));
  }, [links, query]);
  return (
    <Sheet
      title={text.title(field.label)}
      onClose={onClose}
      actions={<Button onClick={onClose}>{text.close}</Button>}
    >
      <div class="stack">
        <TextField id="procurar-entrega" label={text.search} value={query} onInput={setQuery} />
        {!takesPlaceholders(field) && <p class="field-hint">{text.noRoomForPlaceholder}</p>}
        {field.reference?.until === 'homologated' && (
          <p class="field-hint">{text.homologatedOnly}</p>
        )}
        <p role="status" class="soft small">
          {reading ? text.reading : found.length === 0 ? text.none : text.found(found.length)}
        </p>
        <ul class="plain-list link-list">
          {found.slice(0, most).map(({ link, name, state }) => (
            <li key={link.value}>
              <button type="button" class="link-choice" onClick={() => onChoose(link.value)}>
                <span>{name}</span>
                <strong>{state}</strong>
              </button>
            </li>
          ))}
        </ul>
        {found.length > most && (
          <Button onClick={() => setMost(most + SHOWN)}>
            {text.more(Math.min(SHOWN, found.length - most))}
          </Button>
        )}
      </div>
    </Sheet>
  );
};

/** A link with what is read of it, and in what it is searched. */
interface Row {
  link: Link;
  name: string;
  state: string;
  words: string;
}

const rowOf = (link: Link): Row => {
  const [name, state] = [linkName(link), linkState(link)];
  return { link, name, state, words: folded(`${name} ${link.summary} ${state}`) };
};

/** Whether the layout allows numbers as large as those that stand for what is to come. */
const takesPlaceholders = ({ maximum }: NumberField): boolean =>
  maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER;

/** What there is to choose, as far as it was read. */
const useTargets = (field: NumberField) => {
  const [links, setLinks] = useState<readonly Row[]>([]);
  const [reading, setReading] = useState(true);
  useEffect(() => {
    let gone = false;
    const read = async () => {
      if (!field.reference) return;
      for await (const page of linkTargets(field.reference, linkPlace())) {
        if (gone) return;
        const fits = page.filter(({ value }) => takesPlaceholders(field) || !isPlaceholder(value));
        setLinks((before) => [...before, ...fits.map(rowOf)]);
      }
      setReading(false);
    };
    void read();
    return () => {
      gone = true;
    };
  }, []);
  return { links, reading };
};
