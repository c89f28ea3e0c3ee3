import type { Checked } from '../../app/bulk/check.ts';
import type { Line } from '../../app/bulk/lines.ts';
import { fieldAt, layoutName } from '../../app/catalogue.ts';
import type { QueueEntry } from '../../app/queue/types.ts';
import { pointerTokens, valueAt } from '../../base/json-pointer.ts';
import { shownErrors } from '../form/entries-by-field.ts';
import { labelPath } from '../form/label-path.ts';
import { momentFor } from '../moment.ts';
import { courtWords } from '../screens/queue/court-words.ts';
import { REFUSALS } from '../text/fila.ts';
import { BROUGHT_FILE_FAULTS, batchText, SEND_FAULTS, lineText as text } from '../text/lote.ts';
import { reportSentence } from '../text/report.ts';
import { situationOf } from '../text/situacao.ts';
import { readFault, zipFault } from '../text/trazer.ts';
import { showPeriod } from '../text/units.ts';

/** What a file is, in a few words. */
export const whatOf = ({ item: { kind, what }, namedBy }: Line): string => {
  if (kind === 'zip') return batchText.zip;
  if (kind === 'file') return namedBy ? batchText.attachment : batchText.otherFile;
  return what ? `${layoutName(what)}, ${showPeriod(what)}` : batchText.unknownLayout;
};

/** What became of a file and why, in sentences; `most`: how many errors of a draft are told. */
export const wordsOf = (line: Line, most: number): string[] => {
  const { item, entry, checked, fault, namedBy } = line;
  if (entry) return wordsOfEntry(entry);
  switch (line.state) {
    case 'unreadable':
      return item.came?.kind === 'unreadable' ? [readingFault(item)] : [];
    case 'repeated': {
      const path = item.came?.kind === 'repeated' ? item.came.path : undefined;
      return [path === undefined ? text.repeated : text.repeatedAs(path)];
    }
    case 'replaced':
      return [text.replaced];
    case 'asked':
      return [text.asked];
    case 'on-queue':
      return [text.reading];
    case 'ready':
      return [text.ready(checked?.unsigned.length ?? 0)];
    case 'with-errors':
      return checked?.report ? errorsIn(checked.report, most) : [];
    case 'draft-gone':
      return [text.draftGone];
    case 'attached':
      return namedBy ? [text.attachedTo(namedBy.path)] : [];
    case 'not-attached':
      return namedBy?.fault
        ? [text.notAttached(namedBy.path), BROUGHT_FILE_FAULTS[namedBy.fault]]
        : [];
    case 'left-over':
      return [text.leftOver];
    default:
      if (fault !== undefined) return [SEND_FAULTS[fault]];
      return [line.draftId === undefined ? text.left : text.unchecked];
  }
};

const readingFault = ({ kind, came }: Line['item']): string => {
  if (came?.kind !== 'unreadable') return '';
  const { reading } = came;
  const isZip = kind === 'zip' && reading.fault === 'unreadable';
  return isZip ? zipFault(reading.why) : readFault(reading);
};

const wordsOfEntry = (entry: QueueEntry): string[] => {
  const { state } = entry;
  const { head, known, next } = situationOf(entry, momentFor(entry));
  const isRefused = state.kind === 'rejected';
  if (isRefused || (state.kind === 'needs-person' && state.what === 'mend')) {
    const why = REFUSALS[state.code] ?? `${text.court} ${courtWords(state.detail)}`;
    return [why, known];
  }
  return state.kind === 'done' ? [known] : [`${head}.`, known, next];
};

/** The first errors of a draft, in sentences, and how many more there are. */
export const errorsIn = (
  { entries, form, payload }: NonNullable<Checked['report']>,
  most: number,
): string[] => {
  const errors = shownErrors(entries, 'checking');
  const told = errors.slice(0, most).map(({ pointer, entry }) => {
    const field = fieldAt(form, pointerTokens(pointer));
    const sentence = reportSentence(entry, field, valueAt(payload, pointer));
    return `${labelPath(form, pointer).join(' › ')}: ${sentence}`;
  });
  const left = errors.length - told.length;
  return left > 0 ? [...told, text.andMore(left)] : told;
};
