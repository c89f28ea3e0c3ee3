import type { FileColumn, TableTarget } from '../../app/table/types.ts';
import { columnLetter, MATCH_REASONS, tableText as text } from '../text/tabela.ts';

/** Which field each column goes to, by the column's index; `''`: it is left out. Absent where nothing was found or chosen. */
export type Chosen = ReadonlyMap<number, string>;

interface MatchListProps {
  columns: readonly FileColumn[];
  targets: readonly TableTarget[];
  chosen: Chosen;
  onChange: (index: number, target: string) => void;
}

/** How a person finds a column in the file. */
export const columnName = ({ heading, index }: FileColumn): string =>
  heading === '' ? text.columnOf(columnLetter(index)) : heading;

/** The columns of a file, each with the field it goes to. */
export const MatchList = ({ columns, targets, chosen, onChange }: MatchListProps) => (
  <ul class="import-columns">
    {columns.map((column) => (
      <MatchRow
        key={column.index}
        column={column}
        targets={targets}
        target={chosen.get(column.index)}
        onChange={onChange}
      />
    ))}
  </ul>
);

interface MatchRowProps extends Pick<MatchListProps, 'targets' | 'onChange'> {
  column: FileColumn;
  target: string | undefined;
}

const MatchRow = ({ column, targets, target, onChange }: MatchRowProps) => {
  const { index, samples, match } = column;
  const id = `planilha-coluna-${index}`;
  const isAsked = match.by === 'ambiguous' && target === undefined;
  const reason = target === match.target || isAsked ? MATCH_REASONS[match.by] : '';
  return (
    <li>
      <div>
        <label for={id}>
          <strong>{columnName(column)}</strong>
        </label>
        <p id={`${id}-exemplos`} class="small soft">
          {samples.length > 0 ? text.examples(samples) : text.noExamples}
        </p>
      </div>
      <div>
        <select
          id={id}
          class="input"
          aria-describedby={`${id}-exemplos ${id}-motivo`}
          value={target ?? (isAsked ? '?' : '')}
          onChange={({ currentTarget }) => onChange(index, currentTarget.value)}
        >
          {isAsked && (
            <option value="?" disabled>
              {text.askChoice}
            </option>
          )}
          <option value="">{text.leaveOut}</option>
          {targets.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
        <p id={`${id}-motivo`} class="small">
          {reason}
        </p>
      </div>
    </li>
  );
};
