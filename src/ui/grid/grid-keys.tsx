import { gridText as text } from '../text/grade.ts';

/** The keys of a table, folded, and how to leave it. `id`: of that sentence. */
export const GridKeys = ({ id }: { id: string }) => (
  <details class="small">
    <summary>
      {text.keysTitle}. <span id={id}>{text.leaving}</span>
    </summary>
    <dl class="grid-keys">
      {text.keys.map(([keys, what]) => (
        <div key={keys}>
          <dt>{keys}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  </details>
);
