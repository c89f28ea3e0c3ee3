import { plainCsv } from '../../app/table/plain-csv.ts';
import type { ReadRows, UnreadFileCell } from '../../app/table/types.ts';
import { type Pointer, pointerTo, pointerTokens } from '../../base/json-pointer.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Notice } from '../parts/notice.tsx';
import { CELL_FAULTS, columnNote, tableText as text } from '../text/tabela.ts';

interface ImportResultProps {
  result: ReadRows;
  /** Of the array that the rows went to. */
  pointer: Pointer;
  /** The name of a column of the file, by its index. */
  nameOf: (index: number) => string;
  onGoTo: (pointer: Pointer) => void;
}

/** Links on the page; the whole list is in the file. */
const SHOWN = 100;

/** What came of an import: how many rows, and every cell that could not be read. */
export const ImportResult = ({ result, pointer, nameOf, onGoTo }: ImportResultProps) => {
  const { rows, faults, notes } = result;
  const withoutValue = faults.filter(({ fault }) => fault === 'formula-without-value').length;
  const unread = faults.length - withoutValue;
  if (rows.length === 0) return <Notice tone="warning">{text.noRows}</Notice>;
  return (
    <div class="stack">
      <Notice tone={faults.length === 0 ? 'success' : 'warning'}>
        <p>
          <strong>{text.done(rows.length)}</strong> {faults.length === 0 && text.allRead}
          {unread > 0 && text.unread(unread)} {withoutValue > 0 && text.withoutValue(withoutValue)}
        </p>
        <p>{text.undo}</p>
      </Notice>
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={`${note.index} ${note.note}`}>{columnNote(note, nameOf(note.index))}</li>
          ))}
        </ul>
      )}
      {faults.length > 0 && (
        <section class="stack" aria-labelledby="planilha-nao-lidas">
          <h3 id="planilha-nao-lidas">{text.unreadList}</h3>
          <ul class="plain-list import-unread-list">
            {faults.slice(0, SHOWN).map((cell) => (
              <li key={cell.pointer}>
                <button
                  type="button"
                  class="link"
                  onClick={() => onGoTo(pointerTo(pointer, ...pointerTokens(cell.pointer)))}
                >
                  {text.unreadCell(cell.line + 1, nameOf(cell.index))}
                </button>{' '}
                “{cell.text === '' ? text.nothingThere : cell.text}” {CELL_FAULTS[cell.fault]}
              </li>
            ))}
          </ul>
          {faults.length > SHOWN && <p>{text.moreUnread(faults.length - SHOWN)}</p>}
          <Button onClick={() => download(unreadList(faults, nameOf), text.unreadFile)}>
            {text.saveUnread}
          </Button>
        </section>
      )}
    </div>
  );
};

const unreadList = (faults: readonly UnreadFileCell[], nameOf: (index: number) => string): Blob =>
  plainCsv([
    text.unreadHead,
    ...faults.map((cell) => [
      String(cell.line + 1),
      nameOf(cell.index),
      cell.text,
      CELL_FAULTS[cell.fault],
      cell.pointer,
    ]),
  ]);
