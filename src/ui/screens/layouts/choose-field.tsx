import { useEffect, useState } from 'preact/hooks';
import { CATALOGUE } from '../../../app/catalogue.ts';
import { assignTable, type OwnTable } from '../../../app/code-tables.ts';
import { type CodedField, codedFields } from '../../../app/coded-fields.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { STORAGE_FULL } from '../../text/armazenamento.ts';
import { codeTableText as text } from '../../text/tabelas-de-codigos.ts';
import { newestPeriod } from '../period-fields.tsx';

interface ChooseFieldProps {
  table: OwnTable;
  onClose: () => void;
}

/** Asks which field of which layout a table is for. */
export const ChooseField = ({ table, onClose }: ChooseFieldProps) => {
  const [period, setPeriod] = useState(newestPeriod);
  const [fields, setFields] = useState<CodedField[]>();
  const [chosen, choose] = useState('');
  const [full, setFull] = useState(false);
  useEffect(() => {
    let gone = false;
    setFields(undefined);
    void codedFields(period).then((found) => {
      if (gone) return;
      setFields(found);
      choose((found.find(({ name }) => table.fields.includes(name)) ?? found[0])?.name ?? '');
    });
    return () => {
      gone = true;
    };
  }, [period]);
  const use = async () => {
    const kept = await assignTable(table.name, period, chosen);
    if (kept.ok) onClose();
    else setFull(true);
  };
  const toLayout = (layout: string) => {
    const [spc = '', slp = ''] = layout.split('/');
    setPeriod({ ...period, spc, slp });
  };
  return (
    <Sheet
      title={text.chooseTitle(table.name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={chosen === '' || !fields} onClick={() => void use()}>
            {text.use}
          </Button>
        </>
      }
    >
      <div class="stack">
        <Field id="table-layout" label={text.layout}>
          {(control) => (
            <select
              {...control}
              class="input"
              value={`${period.spc}/${period.slp}`}
              onChange={({ currentTarget }) => toLayout(currentTarget.value)}
            >
              {CATALOGUE.map((accounts) => (
                <optgroup key={accounts.spc} label={accounts.name}>
                  {accounts.layouts.map(({ spc, slp, name }) => (
                    <option key={slp} value={`${spc}/${slp}`}>
                      {name}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        <Field id="table-field" label={text.field}>
          {(control) => (
            <select
              {...control}
              class="input"
              value={chosen}
              onChange={({ currentTarget }) => choose(currentTarget.value)}
            >
              {fields?.length === 0 && <option value="">{text.noFields}</option>}
              {!fields && <option value="">{text.loadingFields}</option>}
              {fields?.map(({ name, label }) => (
                <option key={name} value={name}>
                  {label} ({name})
                </option>
              ))}
            </select>
          )}
        </Field>
        {full && <Notice tone="danger">{STORAGE_FULL}</Notice>}
      </div>
    </Sheet>
  );
};
