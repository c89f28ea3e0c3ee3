import { useState } from 'preact/hooks';
import { penSettings } from '../../../app/pen/settings.ts';
import { tables } from '../../../app/pen/tables.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { TaskForm } from '../../parts/task-form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { penSettingsText as text } from '../../text/ajustes-pen.ts';
import { RemovableTable } from './removable-table.tsx';
import { SettingSection } from './setting-section.tsx';
import { useChange } from './use-change.ts';

const nameOf = (id: number): string =>
  tables.value.hipoteses.find(({ identificacao }) => identificacao === id)?.nome ??
  text.groundNumber(id);

const InForce = () => (
  <>
    {tables.value.hipoteses
      .filter(({ ativa }) => ativa)
      .map(({ identificacao, nome, baseLegal }) => (
        <option key={identificacao} value={identificacao}>
          {nome} ({baseLegal})
        </option>
      ))}
  </>
);

/** How this body calls the platform's legal grounds when sending. */
export const SentGroundsSection = () => {
  const { hypotheses } = penSettings.value;
  const [nome, setNome] = useState('');
  const [id, setId] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const { change, said } = useChange();
  const add = async () => {
    const isMissing = nome.trim() === '' || id === '';
    setEmpty(isMissing);
    if (isMissing) return;
    const added = { nome: nome.trim(), identificacao: Number(id) };
    const written = await change((settings) => ({
      ...settings,
      hypotheses: [...settings.hypotheses.filter((each) => each.nome !== added.nome), added],
    }));
    if (!written) return;
    setNome('');
    setId('');
  };
  return (
    <SettingSection
      id="sent-grounds"
      title={text.sentGrounds}
      lead={text.sentGroundsLead}
      fault={said}
    >
      <RemovableTable
        columns={[text.localGround, text.platformGround]}
        rows={hypotheses}
        cellsOf={(each) => [each.nome, nameOf(each.identificacao)]}
        onRemove={(gone) =>
          void change((settings) => ({
            ...settings,
            hypotheses: settings.hypotheses.filter((each) => each.nome !== gone.nome),
          }))
        }
      />
      {tables.value.hipoteses.length === 0 && <p>{text.noGrounds}</p>}
      <TaskForm onSubmit={() => void add()}>
        <TextField
          id="sent-ground"
          label={text.localGround}
          fault={isEmpty && nome.trim() === '' ? text.emptyName : undefined}
          value={nome}
          onInput={setNome}
        />
        <Choice
          id="sent-ground-platform"
          label={text.platformGround}
          fault={isEmpty && id === '' ? text.emptyChoice : undefined}
          value={id}
          onChange={setId}
        >
          <option value="">{text.choose}</option>
          <InForce />
        </Choice>
        <div>
          <Button type="submit">{text.add}</Button>
        </div>
      </TaskForm>
    </SettingSection>
  );
};

/** Which legal ground stands here for one that came, and for one that nobody knows. */
export const ReceivedGroundsSection = () => {
  const { receivedHypotheses, hipotesePadrao } = penSettings.value;
  const [de, setDe] = useState('');
  const [para, setPara] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const faultOf = (chosen: string) => (isEmpty && chosen === '' ? text.emptyChoice : undefined);
  const { change, said } = useChange();
  const add = async () => {
    const isMissing = de === '' || para === '';
    setEmpty(isMissing);
    if (isMissing) return;
    const added = { de: Number(de), para: Number(para) };
    const written = await change((settings) => ({
      ...settings,
      receivedHypotheses: [
        ...settings.receivedHypotheses.filter((each) => each.de !== added.de),
        added,
      ],
    }));
    if (!written) return;
    setDe('');
    setPara('');
  };
  return (
    <SettingSection
      id="received-grounds"
      title={text.receivedGrounds}
      lead={text.receivedGroundsLead}
      fault={said}
    >
      <Choice
        id="default-ground"
        label={text.defaultGround}
        value={`${hipotesePadrao ?? ''}`}
        onChange={(value) =>
          void change(({ hipotesePadrao: _, ...settings }) => ({
            ...settings,
            ...(value !== '' && { hipotesePadrao: Number(value) }),
          }))
        }
      >
        <option value="">{text.refuseGround}</option>
        <InForce />
      </Choice>
      <RemovableTable
        columns={[text.groundCame, text.groundHere]}
        rows={receivedHypotheses}
        cellsOf={(each) => [nameOf(each.de), nameOf(each.para)]}
        onRemove={(gone) =>
          void change((settings) => ({
            ...settings,
            receivedHypotheses: settings.receivedHypotheses.filter((each) => each.de !== gone.de),
          }))
        }
      />
      <TaskForm onSubmit={() => void add()}>
        <Choice
          id="ground-came"
          label={text.groundCame}
          fault={faultOf(de)}
          value={de}
          onChange={setDe}
        >
          <option value="">{text.choose}</option>
          {tables.value.hipoteses.map(({ identificacao, nome }) => (
            <option key={identificacao} value={identificacao}>
              {nome}
            </option>
          ))}
        </Choice>
        <Choice
          id="ground-here"
          label={text.groundHere}
          fault={faultOf(para)}
          value={para}
          onChange={setPara}
        >
          <option value="">{text.choose}</option>
          <InForce />
        </Choice>
        <div>
          <Button type="submit">{text.add}</Button>
        </div>
      </TaskForm>
    </SettingSection>
  );
};
