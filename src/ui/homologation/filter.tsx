import { signal } from '@preact/signals';
import { layoutName } from '../../app/catalogue.ts';
import type { QueueEntry } from '../../app/queue/types.ts';
import { Choice } from '../parts/choice.tsx';
import { homologateText as text } from '../text/homologar.ts';
import { showPeriod } from '../text/units.ts';

/** What the list is narrowed down to; '' is any. */
const chosen = signal({ layout: '', period: '' });

const layoutOf = ({ frozen: { spc, slp } }: QueueEntry) => `${spc}/${slp}`;
const periodOf = ({ frozen: { mes, ano } }: QueueEntry) => `${ano}-${String(mes).padStart(2, '0')}`;

export const isShown = (entry: QueueEntry): boolean => {
  const { layout, period } = chosen.value;
  return ['', layoutOf(entry)].includes(layout) && ['', periodOf(entry)].includes(period);
};

/** By layout and by period, as far as there are several of them. */
export const Filter = ({ entries }: { entries: readonly QueueEntry[] }) => {
  const layouts = new Map(entries.map((entry) => [layoutOf(entry), layoutName(entry.frozen)]));
  const periods = new Map(entries.map((entry) => [periodOf(entry), showPeriod(entry.frozen)]));
  const { layout, period } = chosen.value;
  const isNarrowed = layout !== '' || period !== '';
  if (layouts.size < 2 && periods.size < 2 && !isNarrowed) return null;
  return (
    <search class="homologation-filter" aria-label={text.filter}>
      <Choice
        id="homologar-layout"
        label={text.layout}
        value={layout}
        onChange={(value) => {
          chosen.value = { layout: value, period };
        }}
      >
        <option value="">{text.anyLayout}</option>
        {[...layouts].sort(byName).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice
        id="homologar-mes"
        label={text.period}
        value={period}
        onChange={(value) => {
          chosen.value = { layout, period: value };
        }}
      >
        <option value="">{text.anyPeriod}</option>
        {[...periods]
          .sort()
          .toReversed()
          .map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
      </Choice>
    </search>
  );
};

const byName = ([, a]: [string, string], [, b]: [string, string]) => a.localeCompare(b);
