import { useEffect, useState } from 'preact/hooks';
import { layoutName } from '../../../app/catalogue.ts';
import {
  loadOwnTables,
  type OwnTable,
  ownCodeTables,
  removeTable,
} from '../../../app/code-tables.ts';
import { loadCodeTables } from '../../../app/load-code-tables.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { validityText } from '../../text/form.ts';
import { tableFaultText, codeTableText as text } from '../../text/tabelas-de-codigos.ts';

import { ChooseField } from './choose-field.tsx';

/** The code tables that the person loaded, and loading more. */
export const CodeTables = () => {
  useEffect(() => void loadOwnTables(), []);
  return (
    <section class="card stack" aria-labelledby="tables">
      <h2 id="tables">{text.title}</h2>
      <p class="soft">{text.lead}</p>
      {ownCodeTables.value.length === 0 ? (
        <p class="soft">{text.none}</p>
      ) : (
        <ul class="plain-list">
          {ownCodeTables.value.map((table) => (
            <li key={table.name}>
              <TableEntry table={table} />
            </li>
          ))}
        </ul>
      )}
      <LoadFile />
    </section>
  );
};

const TableEntry = ({ table }: { table: OwnTable }) => {
  const [choosing, setChoosing] = useState(false);
  const { name, fields, layouts, file, loadedAt } = table;
  return (
    <article class="stack">
      <h3>{name}</h3>
      {fields.length === 0 ? (
        <Notice tone="warning">{text.unused}</Notice>
      ) : (
        <p>
          {text.usedIn} {layouts.map(nameOf).join('; ')}{' '}
          <span class="mono">({fields.join(', ')})</span>
        </p>
      )}
      <p class="soft small">{text.from(file, showInstant(loadedAt))}</p>
      <Codes table={table} />
      <div class="actions">
        <Button aria-label={text.chooseOf(name)} onClick={() => setChoosing(true)}>
          {text.choose}
        </Button>
        <AskFirst
          label={text.remove}
          nameOf={text.removeOf(name)}
          title={text.removeTitle}
          cancel={text.cancel}
          onConfirm={() => void removeTable(name)}
        >
          <p>{text.removeEffect}</p>
        </AskFirst>
      </div>
      {choosing && <ChooseField table={table} onClose={() => setChoosing(false)} />}
    </article>
  );
};

const nameOf = (layout: string): string => {
  const [spc = '', slp = ''] = layout.split('/');
  return layoutName({ spc, slp });
};

const Codes = ({ table: { items } }: { table: OwnTable }) => (
  <details>
    <summary>{text.codes(items.length)}</summary>
    <div class="table-scroll">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{text.columns.code}</th>
            <th scope="col">{text.columns.label}</th>
            <th scope="col">{text.columns.validity}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.code} ${item.from}`}>
              <td>{item.code}</td>
              <td>{item.label}</td>
              <td>{item.from || item.until ? validityText(item) : text.always}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
);

const LoadFile = () => {
  const [fault, setFault] = useState<string>();
  const [loaded, setLoaded] = useState<string[]>([]);
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.item(0);
    if (!file) return;
    const outcome = await loadCodeTables(file);
    setFault(outcome.ok ? undefined : `${file.name}: ${tableFaultText(outcome.error)}`);
    setLoaded(outcome.ok ? outcome.value.map(({ name }) => name) : []);
    // The same file, mended in the meantime, can be chosen again.
    input.value = '';
  };
  return (
    <>
      <Field
        id="code-table-file"
        label={text.load}
        help={text.loadHelp}
        errors={fault === undefined ? [] : [fault]}
      >
        {(control) => (
          <input
            {...control}
            class="input"
            type="file"
            accept=".json,.csv,.txt"
            onChange={({ currentTarget }) => void take(currentTarget)}
          />
        )}
      </Field>
      {loaded.length > 0 && <Notice tone="success">{text.loaded(loaded)}</Notice>}
    </>
  );
};
