import { useState } from 'preact/hooks';
import { type PenSettings, penSettings } from '../../../app/pen/settings.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TaskForm } from '../../parts/task-form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { penSettingsText as text } from '../../text/ajustes-pen.ts';
import { SettingSection } from './setting-section.tsx';
import { useChange } from './use-change.ts';

const FIELDS = {
  largestDocumentMb: { label: text.largest, from: 1, to: 100_000, help: undefined },
  largestReceivedMb: {
    ...{ label: text.largestReceived, from: 1, to: 100_000, help: text.largestReceivedHelp },
  },
  partMb: { label: text.part, from: 1, to: 200, help: text.partHelp },
  mostTries: { label: text.tries, from: 1, to: 20, help: undefined },
} as const;

type Name = keyof typeof FIELDS;
const NAMES: readonly Name[] = ['largestDocumentMb', 'largestReceivedMb', 'partMb', 'mostTries'];

/** How large files may be, in which parts they go, and how often each is tried. */
export const LimitsSection = () => {
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({});
  const [bad, setBad] = useState<readonly Name[]>([]);
  const [isSaved, setSaved] = useState(false);
  const { change, said } = useChange();
  const shown = (name: Name) => typed[name] ?? String(penSettings.value[name]);
  const save = async () => {
    const wrong = NAMES.filter((name) => !isWithin(name, Number(shown(name))));
    setBad(wrong);
    if (wrong.length > 0) return;
    const numbers: Partial<PenSettings> = Object.fromEntries(
      NAMES.map((name) => [name, Number(shown(name))]),
    );
    setSaved(await change((settings) => ({ ...settings, ...numbers })));
  };
  return (
    <SettingSection id="limits" title={text.limits} fault={said}>
      <TaskForm onSubmit={() => void save()}>
        {NAMES.map((name) => {
          const { label, help, from, to } = FIELDS[name];
          return (
            <TextField
              key={name}
              id={`limit-${name}`}
              label={label}
              {...(help && { help })}
              fault={bad.includes(name) ? text.badNumber(from, to) : undefined}
              numeric
              value={shown(name)}
              onInput={(value) => {
                setSaved(false);
                setTyped({ ...typed, [name]: value });
              }}
            />
          );
        })}
        {isSaved && <Notice tone="success">{text.saved}</Notice>}
        <div>
          <Button type="submit">{text.save}</Button>
        </div>
      </TaskForm>
      <p class="soft small">{text.email}</p>
    </SettingSection>
  );
};

const isWithin = (name: Name, value: number): boolean =>
  Number.isInteger(value) && value >= FIELDS[name].from && value <= FIELDS[name].to;
