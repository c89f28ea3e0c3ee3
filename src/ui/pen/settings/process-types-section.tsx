import { useState } from 'preact/hooks';
import { penSettings } from '../../../app/pen/settings.ts';
import { Button } from '../../parts/button.tsx';
import { TaskForm } from '../../parts/task-form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { penSettingsText as text } from '../../text/ajustes-pen.ts';
import { DefaultName } from './default-name.tsx';
import { RemovableTable } from './removable-table.tsx';
import { SettingSection } from './setting-section.tsx';
import { useChange } from './use-change.ts';

/** The types of process of this body, and the one of what comes under another name. */
export const ProcessTypesSection = () => {
  const { processTypes, tipoPadrao } = penSettings.value;
  const [name, setName] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const { change, said } = useChange();
  const add = async () => {
    const added = name.trim();
    setEmpty(added === '');
    if (added === '') return;
    const written = await change((settings) => ({
      ...settings,
      processTypes: [...new Set([...settings.processTypes, added])],
    }));
    if (written) setName('');
  };
  return (
    <SettingSection
      id="process-types"
      title={text.processTypes}
      lead={text.processTypesLead}
      fault={said}
    >
      <DefaultName
        id="default-process-type"
        label={text.defaultProcessType}
        value={tipoPadrao}
        required
        onSave={(value) => change((settings) => ({ ...settings, tipoPadrao: value }))}
      />
      <RemovableTable
        columns={[text.processType]}
        rows={processTypes}
        cellsOf={(each) => [each]}
        onRemove={(gone) =>
          void change((settings) => ({
            ...settings,
            processTypes: settings.processTypes.filter((each) => each !== gone),
          }))
        }
      />
      <TaskForm onSubmit={() => void add()}>
        <TextField
          id="new-process-type"
          label={text.processType}
          fault={isEmpty ? text.emptyName : undefined}
          value={name}
          onInput={setName}
        />
        <div>
          <Button type="submit">{text.add}</Button>
        </div>
      </TaskForm>
    </SettingSection>
  );
};
