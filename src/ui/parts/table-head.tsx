/** A column; `unseen`: its name is only read out, as of marks and buttons that name themselves. */
type Column = string | { unseen: string };

/** The head of a table whose rows stand one below the other on a narrow screen. */
export const TableHead = ({ columns }: { columns: readonly Column[] }) => (
  <thead>
    <tr>
      {columns.map((column) =>
        typeof column === 'string' ? (
          <th key={column} scope="col">
            {column}
          </th>
        ) : (
          <th key={column.unseen} scope="col">
            <span class="visually-hidden">{column.unseen}</span>
          </th>
        ),
      )}
    </tr>
  </thead>
);
