import { useState } from 'preact/hooks';
import { mayConfigure, settingsFile, takeSettingsFile } from '../../../app/pen/settings.ts';
import { Button } from '../../parts/button.tsx';
import { download } from '../../parts/download.ts';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { SETTINGS_FAULTS, penSettingsText as text } from '../../text/ajustes-pen.ts';
import { SettingSection } from './setting-section.tsx';

/** The settings as a file, for the other browsers of the body. */
export const FileSection = () => {
  const [said, setSaid] = useState<string>();
  const [isTaken, setTaken] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const taken = await takeSettingsFile(file);
    setTaken(taken.ok);
    setSaid(taken.ok ? undefined : SETTINGS_FAULTS[taken.error]);
  };
  return (
    <SettingSection id="settings-file" title={text.file} lead={text.fileLead} fault={said} forAll>
      <div>
        <Button onClick={() => download(settingsFile(), text.fileName)}>{text.saveFile}</Button>
      </div>
      {mayConfigure.value && (
        <Field id="settings-file-taken" label={text.takeFile} help={text.takeFileHelp}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".json"
              onChange={({ currentTarget }) => void take(currentTarget.files?.item(0) ?? undefined)}
            />
          )}
        </Field>
      )}
      {isTaken && <Notice tone="success">{text.taken}</Notice>}
    </SettingSection>
  );
};
