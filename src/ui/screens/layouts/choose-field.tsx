import { useEffect, useState } from 'preact/hooks';
import { CATALOGUE } from '../../../app/catalogue.ts';
import { assignTable, type OwnTable } from '../../../app/code-tables.ts';
import { type CodedField, codedFields } from '../../../app/coded-fields.ts';
import type { LayoutPeriod } from '../../../app/layouts.ts';
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
  const [layout, setLayout] = useState('');
  const [fields, setFields] = useState<CodedField[]>();
  const [chosen, choose] = useState('');
  const [full, setFull] = useState(false);
  useEffect(() => {
    setFields(undefined);
    choose('');
    if (layout === '') return;
    let gone = false;
    void codedFields(periodOf(layout)).then((found) => {
      if (gone) return;
      setFields(found);
      choose(found.find(({ name }) => table.fields.includes(name))?.name ?? '');
    });
    return () => {
      gone = true;
    };
  }, [layout]);
  const use = async () => {
    const kept = await assignTable(table.name, periodOf(layout), chosen);
    if (kept.ok) onClose();
    else setFull(true);
  };
  const inUse = fields?.find(({ name }) => name === chosen)?.table;
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
              value={layout}
              onChange={({ currentTarget }) => setLayout(currentTarget.value)}
            >
              <option value="">{text.chooseHere}</option>
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
              <option value="">{noneChosen(layout, fields)}</option>
              {fields?.map(({ name, label }) => (
                <option key={name} value={name}>
                  {label} ({name})
                </option>
              ))}
            </select>
          )}
        </Field>
        {inUse !== undefined && inUse !== table.name && (
          <Notice tone="warning">{text.tableInUse(inUse)}</Notice>
        )}
        {full && <Notice tone="danger">{STORAGE_FULL}</Notice>}
      </div>
    </Sheet>
  );
};

const periodOf = (layout: string): LayoutPeriod => {
  const [spc = '', slp = ''] = layout.split('/');
  return { ...newestPeriod(), spc, slp };
};

const noneChosen = (layout: string, fields: CodedField[] | undefined): string => {
  if (layout === '') return text.layoutFirst;
  if (!fields) return text.loadingFields;
  return fields.length === 0 ? text.noFields : text.chooseHere;
};
