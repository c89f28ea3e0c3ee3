import { signal } from '@preact/signals';
import type { CivilDate } from '../../base/civil-date.ts';
import type { Json } from '../../base/json.ts';
import type { Result } from '../../base/result.ts';
import type { HolidayChoice } from '../../deadline/holidays.ts';
import type { DeadlineRule } from '../../deadline/rules.ts';
import type { StorageFault } from '../../store/database.ts';
import { DEADLINES } from '../../store/settings.ts';
import { thisBrowser } from '../owner.ts';
import { deadlinesWritten } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { onChangedElsewhere, tellChanged } from '../tabs.ts';
import { type KeptChoices, keptChoices, readChoices, USUAL } from './read-choices.ts';

/** Something of which a person knows that it must be delivered, before there is a draft of it. */
export interface Watch {
  id: string;
  ambiente: string;
  /** Absent where it was not known in whose name. */
  representacao?: number;
  spc: string;
  slp: string;
  /** When it was published, or happened. */
  day: CivilDate;
  note: string;
}

/** What the office decided of its deadlines. */
export interface DeadlineChoices {
  holidays: HolidayChoice;
  /** At most one of each layout. */
  rules: readonly DeadlineRule[];
  watches: readonly Watch[];
}

/** What was decided last; what is usual until it is read. */
export const choices = signal<DeadlineChoices>(USUAL);

/** Reads them again, as after they were restored. */
export const rereadChoices = async (): Promise<void> => {
  const kept = await stores.settings.get(DEADLINES);
  choices.value = kept === undefined ? USUAL : readChoices(kept);
};

let loading: Promise<void> | undefined;

/** Reads what was decided, once, and again when another window decided anew. */
export const loadChoices = (): Promise<void> => {
  if (loading) return loading;
  onChangedElsewhere((what) => {
    if (what === 'settings') void rereadChoices();
  });
  loading = rereadChoices();
  return loading;
};

/** Keeps what a person decided now; without room for it, until the window is closed. */
export const choose = async (
  change: (now: DeadlineChoices) => Partial<DeadlineChoices>,
): Promise<Result<void, StorageFault>> => {
  await loadChoices();
  choices.value = { ...choices.value, ...change(choices.value) };
  const saved = await stores.settings.set(DEADLINES, await withOneMore(choices.value));
  if (saved.ok) {
    deadlinesWritten.value += 1;
    tellChanged('settings');
  }
  return saved;
};

/** As they are kept once this browser writes them again. */
const withOneMore = async (decided: DeadlineChoices): Promise<Json> => {
  const { id } = await thisBrowser();
  const before = await stores.settings.get(DEADLINES);
  const writings = before === undefined ? {} : keptChoices(before, id).writings;
  const kept: KeptChoices = {
    ...decided,
    writings: { ...writings, [id]: (writings[id] ?? 0) + 1 },
    changedAt: clock.now(),
  };
  return JSON.parse(JSON.stringify(kept));
};
