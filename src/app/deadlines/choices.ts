import { signal } from '@preact/signals';
import type { CivilDate } from '../../base/civil-date.ts';
import type { Json } from '../../base/json.ts';
import type { Result } from '../../base/result.ts';
import { type HolidayChoice, USUAL_HOLIDAYS } from '../../deadline/holidays.ts';
import { ARTICLE_3, type DeadlineRule } from '../../deadline/rules.ts';
import type { StorageFault } from '../../store/database.ts';
import { stores } from '../stores.ts';
import { onChangedElsewhere, tellChanged } from '../tabs.ts';
import { readChoices } from './read-choices.ts';

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

const SETTING = 'prazos';

const USUAL: DeadlineChoices = { holidays: USUAL_HOLIDAYS, rules: ARTICLE_3, watches: [] };

/** What was decided last; what is usual until it is read. */
export const choices = signal<DeadlineChoices>(USUAL);

const load = async (): Promise<void> => {
  const kept = await stores.settings.get(SETTING);
  choices.value = kept === undefined ? USUAL : readChoices(kept, USUAL);
};

let loading: Promise<void> | undefined;

/** Reads what was decided, once, and again when another window decided anew. */
export const loadChoices = (): Promise<void> => {
  if (loading) return loading;
  onChangedElsewhere((what) => {
    if (what === 'settings') void load();
  });
  loading = load();
  return loading;
};

/** Keeps what a person decided now; without room for it, until the window is closed. */
export const choose = async (
  change: (now: DeadlineChoices) => Partial<DeadlineChoices>,
): Promise<Result<void, StorageFault>> => {
  await loadChoices();
  choices.value = { ...choices.value, ...change(choices.value) };
  const kept: Json = JSON.parse(JSON.stringify(choices.value));
  const saved = await stores.settings.set(SETTING, kept);
  if (saved.ok) tellChanged('settings');
  return saved;
};
