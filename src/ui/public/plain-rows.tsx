import type { PlainRow } from '../../app/public/consult.ts';
import { consultText as text } from '../text/consulta.ts';
import { hasWanted } from './wanted.ts';

const inWords = (row: PlainRow): string =>
  row.map(({ name, value }) => `${name}: ${value}`).join('; ');

/** What a service of undocumented shape told, as it came. */
export const PlainRows = ({ all, wanted }: { all: readonly PlainRow[]; wanted: string }) => {
  const found = all.filter((row) =>
    hasWanted(
      wanted,
      row.map(({ value }) => value),
    ),
  );
  if (all.length === 0) return <p>{text.none}</p>;
  return (
    <>
      <p class="soft small">{text.shapeUnknown}</p>
      {found.length === 0 && <p>{text.nothingFound}</p>}
      <ul class="plain-list">
        {[...new Set(found.map(inWords))].map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
    </>
  );
};
