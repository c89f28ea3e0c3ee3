import { Button } from '../../parts/button.tsx';
import { penSettingsText as text } from '../../text/ajustes-pen.ts';

interface RemovableTableProps<Row> {
  columns: readonly string[];
  rows: readonly Row[];
  /** One text for each column; the first names the row. */
  cellsOf: (row: Row) => readonly string[];
  onRemove: (row: Row) => void;
}

/** What was chosen so far, each with a way to take it back. */
export const RemovableTable = <Row,>({
  columns,
  rows,
  cellsOf,
  onRemove,
}: RemovableTableProps<Row>) => {
  if (rows.length === 0) return <p class="soft">{text.none}</p>;
  return (
    <div class="table-scroll">
      <table class="table table-stacked">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <th scope="col">
              <span class="visually-hidden">{text.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const cells = cellsOf(row);
            const name = cells[0] ?? '';
            return (
              <tr key={cells.join(' ')}>
                {columns.map((column, n) => (
                  <td key={column}>{cells[n]}</td>
                ))}
                <td>
                  <Button
                    look="quiet"
                    aria-label={text.removeOf(name)}
                    onClick={() => onRemove(row)}
                  >
                    {text.remove}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
