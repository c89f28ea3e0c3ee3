import type { PublicRepresentacao } from '../../app/public/consult.ts';
import { toBrazilianDate } from '../../base/civil-date.ts';
import { hasEnded } from '../represented/known.ts';
import { consultText as text } from '../text/consulta.ts';
import { hasWanted } from './wanted.ts';

interface RepresentacaoTableProps {
  all: readonly PublicRepresentacao[];
  wanted: string;
}

/** Who represents which unit now, and apart who did. */
export const RepresentacaoTable = ({ all, wanted }: RepresentacaoTableProps) => {
  const found = all.filter(({ person, office, unit }) => hasWanted(wanted, [person, office, unit]));
  const ended = found.filter(({ until }) => hasEnded(until));
  const current = found.filter(({ until }) => !hasEnded(until));
  if (all.length === 0) return <p>{text.none}</p>;
  if (found.length === 0) return <p>{text.nothingFound}</p>;
  return (
    <>
      {current.length > 0 && <Rows rows={current} />}
      {ended.length > 0 && (
        <details>
          <summary>{text.ended(ended.length)}</summary>
          <Rows rows={ended} />
        </details>
      )}
    </>
  );
};

const Rows = ({ rows }: { rows: readonly PublicRepresentacao[] }) => (
  <div class="table-scroll">
    <table class="table table-stacked">
      <thead>
        <tr>
          <th scope="col">{text.columns.person}</th>
          <th scope="col">{text.columns.office}</th>
          <th scope="col">{text.columns.unit}</th>
          <th scope="col">{text.columns.time}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.person}/${row.unit}/${row.office}/${row.from}`}>
            <td>{row.person}</td>
            <td>{row.office}</td>
            <td>{row.unit}</td>
            <td data-label={text.columns.time}>{showTime(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const showTime = ({ from, until }: PublicRepresentacao): string =>
  `${from ? toBrazilianDate(from) : text.unknownDate} – ${until ? toBrazilianDate(until) : text.openEnd}`;
