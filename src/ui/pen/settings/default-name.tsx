import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { TaskForm } from '../../parts/task-form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { penSettingsText as text } from '../../text/ajustes-pen.ts';

interface DefaultNameProps {
  id: string;
  label: string;
  help?: string;
  value: string;
  required?: boolean;
  /** Gives whether it was kept. */
  onSave: (value: string) => Promise<boolean>;
}

/** A name that is used where there is no other, with its own button. */
export const DefaultName = ({ id, label, help, value, required, onSave }: DefaultNameProps) => {
  const [typed, setTyped] = useState<string>();
  const [isEmpty, setEmpty] = useState(false);
  const save = async () => {
    const name = (typed ?? value).trim();
    const isMissing = required === true && name === '';
    setEmpty(isMissing);
    if (!isMissing && (await onSave(name))) setTyped(undefined);
  };
  return (
    <TaskForm onSubmit={() => void save()}>
      <TextField
        id={id}
        label={label}
        {...(help && { help })}
        fault={isEmpty ? text.emptyName : undefined}
        value={typed ?? value}
        onInput={setTyped}
      />
      {typed !== undefined && typed !== value && (
        <div>
          <Button type="submit">{text.save}</Button>
        </div>
      )}
    </TaskForm>
  );
};
