import { useState } from 'preact/hooks';
import { type PenSettings, penSettings } from '../../../app/pen/settings.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { TaskForm } from '../../parts/task-form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { penSettingsText as text } from '../../text/ajustes-pen.ts';
import { DefaultName } from './default-name.tsx';
import { RemovableTable } from './removable-table.tsx';
import { SettingSection } from './setting-section.tsx';
import { SpeciesOptions, speciesName } from './species-options.tsx';
import { useChange } from './use-change.ts';

/** Under which name each kind of document is taken in. */
export const ReceivedTypesSection = () => {
  const { receivedTypes, tipoDeDocumentoPadrao } = penSettings.value;
  const [codigo, setCodigo] = useState('');
  const [tipo, setTipo] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const { change, said } = useChange();
  const without = (gone: number, settings: PenSettings) =>
    settings.receivedTypes.filter((each) => each.codigo !== gone);
  const add = async () => {
    const isMissing = tipo.trim() === '' || codigo === '';
    setEmpty(isMissing);
    if (isMissing) return;
    const added = { codigo: Number(codigo), tipo: tipo.trim() };
    const written = await change((settings) => ({
      ...settings,
      receivedTypes: [...without(added.codigo, settings), added],
    }));
    if (!written) return;
    setCodigo('');
    setTipo('');
  };
  return (
    <SettingSection
      id="received-types"
      title={text.receivedTypes}
      lead={text.receivedTypesLead}
      fault={said}
    >
      <DefaultName
        id="default-received-type"
        label={text.defaultReceived}
        help={text.defaultReceivedHelp}
        value={tipoDeDocumentoPadrao ?? ''}
        onSave={(value) =>
          change(({ tipoDeDocumentoPadrao: _, ...settings }) => ({
            ...settings,
            ...(value !== '' && { tipoDeDocumentoPadrao: value }),
          }))
        }
      />
      <RemovableTable
        columns={[text.platformType, text.localType]}
        rows={receivedTypes}
        cellsOf={(each) => [speciesName(each.codigo), each.tipo]}
        onRemove={(gone) =>
          void change((settings) => ({
            ...settings,
            receivedTypes: without(gone.codigo, settings),
          }))
        }
      />
      <TaskForm onSubmit={() => void add()}>
        <Choice
          id="received-species"
          label={text.platformType}
          fault={isEmpty && codigo === '' ? text.emptyChoice : undefined}
          value={codigo}
          onChange={setCodigo}
        >
          <option value="">{text.choose}</option>
          <SpeciesOptions />
        </Choice>
        <TextField
          id="received-type"
          label={text.localType}
          fault={isEmpty && tipo.trim() === '' ? text.emptyName : undefined}
          value={tipo}
          onInput={setTipo}
        />
        <div>
          <Button type="submit">{text.add}</Button>
        </div>
      </TaskForm>
    </SettingSection>
  );
};
