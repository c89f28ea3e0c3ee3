import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { unreadDone } from '../../app/bulk/batch-entries.ts';
import type { Line, LineState } from '../../app/bulk/lines.ts';
import { Button } from '../parts/button.tsx';
import { hrefOf } from '../router.ts';
import { LINE_STATE_NAMES, batchText as text } from '../text/lote.ts';
import { counts, lines } from './batch-lines.ts';
import { lineTone } from './line-tone.ts';
import { whatOf, wordsOf } from './line-words.ts';

/** A step of rows: thousands at once would take the page its time. */
const ROWS = 50;
/** Errors of one draft that are told in its row. */
const FEW_ERRORS = 5;

/** What became of every file, with the counts of each kind, which are also what is shown. */
export const LineTable = ({ onReport }: { onReport: () => void }) => {
  const [only, setOnly] = useState<LineState>();
  const [limit, setLimit] = useState(ROWS);
  const all = lines.value;
  const wanted = only ? all.filter(({ state }) => state === only) : all;
  const left = wanted.length - limit;
  return (
    <section class="stack" aria-label={text.reportTitle}>
      <fieldset class="filter">
        <legend class="field-label">{text.filter}</legend>
        <Chip pressed={!only} onClick={() => setOnly(undefined)}>
          {text.all}: {all.length}
        </Chip>
        {counts.value.map(({ state, count }) => (
          <Chip key={state} state={state} pressed={only === state} onClick={() => setOnly(state)}>
            {LINE_STATE_NAMES[state]}: {count}
          </Chip>
        ))}
      </fieldset>
      <div class="actions">
        <Button disabled={unreadDone.value.size > 0} onClick={onReport}>
          {text.report}
        </Button>
      </div>
      <div class="table-scroll">
        <table class="table table-stacked">
          <LineHead />
          <tbody>
            {wanted.slice(0, limit).map((line) => (
              <LineRow key={line.item.n} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <Button onClick={() => setLimit(limit + ROWS)}>{text.more(Math.min(left, ROWS))}</Button>
      )}
    </section>
  );
};

interface ChipProps {
  state?: LineState;
  pressed: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

const Chip = ({ state, pressed, onClick, children }: ChipProps) => (
  <button
    type="button"
    class="chip filter-chip"
    aria-pressed={pressed}
    data-count={state}
    onClick={onClick}
  >
    {children}
  </button>
);

export const LineHead = () => (
  <thead>
    <tr>
      <th scope="col">{text.columns.file}</th>
      <th scope="col">{text.columns.what}</th>
      <th scope="col">{text.columns.state}</th>
      <th scope="col">{text.columns.numbers}</th>
    </tr>
  </thead>
);

/** `complete`: every error, every hash, no links: for the report. */
export const LineRow = ({ line, complete }: { line: Line; complete?: boolean }) => {
  const { item, state } = line;
  return (
    <tr data-line={item.path} data-line-state={state}>
      <td>
        <strong class="path">{item.path}</strong>
      </td>
      <td data-label={text.columns.what}>{whatOf(line)}</td>
      <td>
        <span class={`chip ${lineTone(state)}`}>{LINE_STATE_NAMES[state]}</span>
        {wordsOf(line, complete ? Number.POSITIVE_INFINITY : FEW_ERRORS).map((sentence) => (
          <p key={sentence} class="small">
            {sentence}
          </p>
        ))}
        {!complete && <Links line={line} />}
      </td>
      <td data-label={text.columns.numbers}>
        <Numbers line={line} complete={complete === true} />
      </td>
    </tr>
  );
};

const Links = ({ line: { item, draftId, entry, state } }: { line: Line }) => {
  if (entry) {
    return (
      <a href={hrefOf({ screen: 'fila', id: entry.id })} aria-label={text.openEntryOf(item.path)}>
        {text.openEntry}
      </a>
    );
  }
  return draftId && state !== 'draft-gone' ? (
    <a href={hrefOf({ screen: 'rascunhos', id: draftId })} aria-label={text.openDraftOf(item.path)}>
      {text.openDraft}
    </a>
  ) : null;
};

const Numbers = ({ line: { item, entry }, complete }: { line: Line; complete: boolean }) => {
  const delivery = entry?.progress.delivery;
  const sent = entry?.progress.finalBody?.sha256;
  return (
    <div class="small">
      {delivery && (
        <p>
          {text.courtId} {delivery.id}
          <br />
          {text.recibo} <span class="mono path">{delivery.recibo}</span>
        </p>
      )}
      {complete && item.sha256 && (
        <p>
          {text.fileHash}: <span class="mono path">{item.sha256}</span>
        </p>
      )}
      {complete && sent && (
        <p>
          {text.sentHash}: <span class="mono path">{sent}</span>
        </p>
      )}
    </div>
  );
};
