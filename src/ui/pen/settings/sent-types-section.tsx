import { useState } from 'preact/hooks';
import { type PenSettings, penSettings, suggestedEspecie } from '../../../app/pen/settings.ts';
import { tables } from '../../../app/pen/tables.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { TaskForm } from '../../parts/task-form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { penSettingsText as text } from '../../text/ajustes-pen.ts';
import { RemovableTable } from './removable-table.tsx';
import { SettingSection } from './setting-section.tsx';
import { SpeciesOptions, speciesName } from './species-options.tsx';
import { useChange } from './use-change.ts';

type Mapped = PenSettings['documentTypes'][number];

/** As which type of the platform each type of document of this body goes out. */
export const SentTypesSection = () => {
  const { documentTypes, especiePadrao } = penSettings.value;
  const { change, said } = useChange();
  const without = (tipo: string, settings: PenSettings) =>
    settings.documentTypes.filter((each) => each.tipo !== tipo);
  const add = (added: Mapped) =>
    change((settings) => ({
      ...settings,
      documentTypes: [...without(added.tipo, settings), added],
    }));
  return (
    <SettingSection id="sent-types" title={text.sentTypes} lead={text.sentTypesLead} fault={said}>
      <RemovableTable
        columns={[text.localType, text.platformType]}
        rows={documentTypes}
        cellsOf={({ tipo, codigo }) => [tipo, speciesName(codigo)]}
        onRemove={({ tipo }) =>
          void change((settings) => ({ ...settings, documentTypes: without(tipo, settings) }))
        }
      />
      <AddType onAdd={add} />
      <Choice
        id="default-species"
        label={text.otherTypes}
        value={`${especiePadrao ?? ''}`}
        onChange={(value) =>
          void change(({ especiePadrao: _, ...settings }) => ({
            ...settings,
            ...(value !== '' && { especiePadrao: Number(value) }),
          }))
        }
      >
        <option value="">{text.refuseToSend}</option>
        <SpeciesOptions />
      </Choice>
    </SettingSection>
  );
};

const AddType = ({ onAdd }: { onAdd: (added: Mapped) => Promise<boolean> }) => {
  const [tipo, setTipo] = useState('');
  const [chosen, setChosen] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const suggested = suggestedEspecie(tipo, tables.value.especies);
  const codigo = chosen || `${suggested?.codigo ?? ''}`;
  const add = async () => {
    const isMissing = tipo.trim() === '' || codigo === '';
    setEmpty(isMissing);
    if (isMissing || !(await onAdd({ tipo: tipo.trim(), codigo: Number(codigo) }))) return;
    setTipo('');
    setChosen('');
  };
  return (
    <TaskForm onSubmit={() => void add()}>
      <TextField
        id="sent-type"
        label={text.localType}
        {...(suggested && { help: text.suggestion(suggested.nome) })}
        fault={isEmpty && tipo.trim() === '' ? text.emptyName : undefined}
        value={tipo}
        onInput={setTipo}
      />
      <Choice
        id="sent-type-species"
        label={text.platformType}
        fault={isEmpty && codigo === '' ? text.emptyChoice : undefined}
        value={codigo}
        onChange={setChosen}
      >
        <option value="">{text.choose}</option>
        <SpeciesOptions />
      </Choice>
      <div>
        <Button type="submit">{text.add}</Button>
      </div>
    </TaskForm>
  );
};
