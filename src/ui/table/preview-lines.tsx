import { useEffect, useState } from 'preact/hooks';
import { showText } from '../../app/form.ts';
import type { TableReader } from '../../app/table/table-client.ts';
import type {
  ChosenColumns,
  FileColumn,
  TablePreview,
  TableTarget,
} from '../../app/table/types.ts';
import type { Json } from '../../base/json.ts';
import { CELL_FAULTS, englishNumbers, tableText as text } from '../text/tabela.ts';
import { columnName } from './match-list.tsx';

interface PreviewLinesProps {
  reader: TableReader;
  chosen: ChosenColumns;
  columns: readonly FileColumn[];
  targets: readonly TableTarget[];
}

const LINES = 6;

const readAs = (field: TableTarget['field'], value: Json | undefined): string => {
  const option =
    field.kind === 'choice' ? field.options.find((each) => each.value === value) : undefined;
  if (option?.label) return `${option.value} – ${option.label}`;
  if (field.kind === 'boolean' && typeof value === 'boolean') return value ? text.yes : text.no;
  return showText(field, value);
};

/** What scrolls is reached by the keyboard (WCAG 2.1.1), though nothing in it can be pressed. */
const reachable = (scroller: HTMLElement | null): void => {
  if (scroller) scroller.tabIndex = 0;
};

/** The first lines of a file as they will be read, each cell that cannot be read with its reason. */
export const PreviewLines = ({ reader, chosen, columns, targets }: PreviewLinesProps) => {
  const [shown, setShown] = useState<{ chosen: ChosenColumns; preview: TablePreview }>();
  useEffect(() => {
    let isOld = false;
    reader.preview(chosen, LINES).then(
      (preview) => {
        if (!isOld) setShown({ chosen, preview });
      },
      // The worker was ended: the sheet goes elsewhere.
      () => undefined,
    );
    return () => {
      isOld = true;
    };
  }, [reader, chosen]);
  if (!shown || shown.preview.lines.length === 0) return null;
  const fields = shown.chosen.map(({ target }) => targets.find(({ key }) => key === target));
  const english = columns.filter(({ index }) => shown.preview.english.includes(index));
  return (
    <section class="stack" aria-labelledby="planilha-previa">
      <h3 id="planilha-previa">{text.preview}</h3>
      {english.map((column) => (
        <p key={column.index}>{englishNumbers(columnName(column))}</p>
      ))}
      <section ref={reachable} class="table-scroll" aria-label={text.preview}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{text.lineNumber}</th>
              {fields.map((target) => (
                <th key={target?.key} scope="col">
                  {target?.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.preview.lines.map(({ number, cells }) => (
              <tr key={number}>
                <th scope="row">{number + 1}</th>
                {cells.map(({ text: written, value, fault }, index) => (
                  <td key={fields[index]?.key} class={fault && 'import-unread'}>
                    {fault ? written : fields[index] && readAs(fields[index].field, value)}
                    {fault && <span class="small"> {CELL_FAULTS[fault]}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
};
