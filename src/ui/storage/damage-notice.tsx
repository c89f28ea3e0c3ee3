import { layoutName } from '../../app/catalogue.ts';
import type { LayoutPeriod } from '../../app/layouts.ts';
import { entries } from '../../app/state.ts';
import { type Damage, damage } from '../../app/storage/damage.ts';
import { dropLeftovers } from '../../app/storage/examine.ts';
import { AskFirst } from '../parts/ask-first.tsx';
import { Notice } from '../parts/notice.tsx';
import { damageText as text } from '../text/danos.ts';
import { showPeriod } from '../text/units.ts';
import { SaveEverything } from './save-everything.tsx';

/** What was found at the start not to be as it was written, and what the person can do. */
export const DamageNotice = () => {
  const found = damage.value;
  if (found.length === 0) return null;
  return (
    <div class="home-notice">
      <Notice tone="danger">
        <div class="stack">
          <h2>{text.title}</h2>
          <p>{text.lead}</p>
          <ul>
            {sentencesOf(found).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {found.some(({ kind }) => kind === 'leftovers') && <DropLeftovers />}
          <SaveEverything />
        </div>
      </Notice>
    </div>
  );
};

const DropLeftovers = () => (
  <div>
    <AskFirst
      label={text.dropLeftovers}
      title={text.dropTitle}
      cancel={text.cancel}
      onConfirm={() => void dropLeftovers()}
    >
      <p>{text.dropBody}</p>
    </AskFirst>
  </div>
);

const KINDS = ['entry', 'draft', 'attachment', 'delivery', 'process'] as const;

const sentencesOf = (found: readonly Damage[]): string[] => {
  const left = found.filter(({ kind }) => kind === 'leftovers').length;
  return [
    // One file may be missing from many entries.
    ...new Set(found.flatMap(ownSentence)),
    ...KINDS.flatMap((of) => {
      const count = found.filter((each) => each.kind === 'unreadable' && each.of === of).length;
      return count > 0 ? [text.unreadable[of](count)] : [];
    }),
    ...(left > 0 ? [text.leftovers(left)] : []),
  ];
};

/** What is told one by one. */
const ownSentence = (each: Damage): string[] => {
  switch (each.kind) {
    case 'log':
      return [text.log(entryName(each.entryId))];
    case 'pen-log':
      return [text.penLog(text.penName(each.of))];
    case 'history-gap':
      return [text.historyGap(nameOf(each.draft))];
    case 'document-missing':
      return [text.documentMissing(nameOf(each.draft))];
    case 'file-missing':
      return [text.fileMissing(each.name, text.of[each.of])];
    default:
      return [];
  }
};

const entryName = (wanted: string): string => {
  const entry = entries.value.find(({ id }) => id === wanted);
  return entry ? nameOf(entry.frozen) : wanted;
};

const nameOf = (of: LayoutPeriod): string => `${layoutName(of)}, ${showPeriod(of)}`;
