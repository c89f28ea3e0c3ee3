import { useId } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { gridText as text } from '../text/grade.ts';
import type { GridColumn } from './grid-columns.ts';
import type { Filtering, Sorting } from './row-order.ts';

interface GridFilterProps {
  columns: readonly GridColumn[];
  filtering: Filtering;
  sorting: Sorting | undefined;
  hasFaults: boolean;
  /** How many rows are shown, and how many there are. */
  shown: number;
  all: number;
  onFilter: (filtering: Filtering) => void;
  onUnsort: () => void;
}

/** Which rows are shown; the document is not touched. */
export const GridFilter = (props: GridFilterProps) => {
  const { columns, filtering, sorting, hasFaults, shown, all, onFilter, onUnsort } = props;
  const id = useId();
  return (
    <div class="grid-filter">
      <label for={`${id}-coluna`}>{text.filterIn}</label>
      <select
        id={`${id}-coluna`}
        class="input"
        value={filtering.column}
        onChange={({ currentTarget }) =>
          onFilter({ ...filtering, column: Number(currentTarget.value) })
        }
      >
        <option value={0}>{text.allColumns}</option>
        {columns.map(
          (column, at) =>
            column.kind === 'cell' && (
              <option key={column.suffix} value={at}>
                {column.label}
              </option>
            ),
        )}
      </select>
      <input
        class="input"
        type="search"
        aria-label={text.filterText}
        placeholder={text.filterText}
        value={filtering.text}
        onInput={({ currentTarget }) => onFilter({ ...filtering, text: currentTarget.value })}
      />
      <label class="switch">
        <input
          type="checkbox"
          disabled={!hasFaults && !filtering.faulty}
          checked={filtering.faulty}
          onChange={({ currentTarget }) =>
            onFilter({ ...filtering, faulty: currentTarget.checked })
          }
        />
        {text.onlyFaulty}
      </label>
      <span role="status" class="soft small">
        {text.shown(shown, all)}
        {sorting && `. ${text.sorted}`}
      </span>
      {sorting && (
        <Button look="quiet" onClick={onUnsort}>
          {text.asInDocument}
        </Button>
      )}
    </div>
  );
};
