import { useEffect, useState } from 'preact/hooks';
import { nameThisBrowser, thisBrowser } from '../../app/owner.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { TaskForm } from '../parts/task-form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { copyText as text } from '../text/copia.ts';

/** What the person calls this browser. */
export const BrowserName = () => {
  const [name, setName] = useState('');
  const [saved, setSaved] = useState(false);
  useEffect(() => void thisBrowser().then((owner) => setName(owner.name)), []);
  const save = async () => {
    if (!name.trim()) return;
    await nameThisBrowser(name.trim());
    setSaved(true);
  };
  return (
    <TaskForm onSubmit={() => void save()}>
      <TextField
        id="browser-name"
        label={text.browserName}
        help={text.browserNameHelp}
        value={name}
        onInput={setName}
      />
      <div class="actions">
        <Button type="submit">{text.saveName}</Button>
      </div>
      {saved && <Notice tone="success">{text.nameSaved}</Notice>}
    </TaskForm>
  );
};
