import { useState } from 'preact/hooks';
import type { PublicNorm } from '../../app/public/consult.ts';
import { Button } from '../parts/button.tsx';
import { consultText as text } from '../text/consulta.ts';
import { queueText } from '../text/fila.ts';
import { hasWanted } from './wanted.ts';

interface NormListProps {
  all: readonly PublicNorm[];
  wanted: string;
}

/** A municipality may have thousands. */
const PAGE = 50;

/** The norms on file, each with the way to its text. */
export const NormList = ({ all, wanted }: NormListProps) => {
  const [most, setMost] = useState(PAGE);
  const found = all.filter(({ number, year, summary, unit, kind }) =>
    hasWanted(wanted, [`${number}/${year}`, summary, unit, kind]),
  );
  if (all.length === 0) return <p>{text.none}</p>;
  if (found.length === 0) return <p>{text.nothingFound}</p>;
  const left = found.length - most;
  return (
    <>
      <p class="soft" role="status">
        {text.count(found.length)}
      </p>
      <ul class="plain-list">
        {found.slice(0, most).map((norm) => (
          <Norm key={norm.courtId} norm={norm} />
        ))}
      </ul>
      {left > 0 && (
        <div class="actions">
          <Button onClick={() => setMost(most + PAGE)}>
            {queueText.more(Math.min(PAGE, left))}
          </Button>
        </div>
      )}
    </>
  );
};

const Norm = ({ norm }: { norm: PublicNorm }) => {
  const title = text.norm(norm.number, norm.year);
  const facts = [
    text.kind(norm.kind, norm.detail),
    norm.unit,
    norm.sent && text.sent(norm.sent),
    text.status[norm.status] ?? norm.status,
  ];
  return (
    <li>
      <strong>{title}</strong>
      <div>{norm.summary}</div>
      <div class="soft small">{facts.filter(Boolean).join('. ')}</div>
      {norm.address && (
        <a
          href={norm.address}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={text.openTextOf(title)}
        >
          {text.openText}
        </a>
      )}
    </li>
  );
};
