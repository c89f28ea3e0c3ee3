import { layoutName } from '../../app/catalogue.ts';
import { choices } from '../../app/deadlines/choices.ts';
import type { DayOff, Obligation } from '../../app/deadlines/types.ts';
import { toBrazilianDate } from '../../base/civil-date.ts';
import { hrefOf, type Place } from '../router.ts';
import { HOLIDAY_NAMES, sayCounted, deadlinesText as text } from '../text/prazos.ts';
import { showPeriod } from '../text/units.ts';

/** What must be homologated, in one line. */
export const nameOf = ({ spc, slp, month, what }: Obligation): string => {
  const name = layoutName({ spc, slp });
  if (what.kind === 'watch') return what.note ? `${name}: ${what.note}` : name;
  return month ? `${name}, ${showPeriod(month)}` : name;
};

/** Where the person goes on with it. */
export const linkOf = ({ what }: Obligation): string | undefined => {
  const place = ((): Place | undefined => {
    switch (what.kind) {
      case 'draft':
        return what.isQueued ? { screen: 'fila' } : { screen: 'rascunhos', id: what.draftId };
      case 'delivery':
      case 'homologated':
        return { screen: 'entregas', id: what.contentId };
      default:
        return undefined;
    }
  })();
  return place && hrefOf(place);
};

/** The holiday's name; a weekend has none. */
export const holidayName = (off: DayOff): string | undefined => {
  if (off.kind === 'weekend') return undefined;
  return off.kind === 'own' ? off.name : HOLIDAY_NAMES[off.id];
};

/** How the last day came about. */
export const whyOf = ({ spc, slp, at }: Obligation): string => {
  const rule = choices.value.rules.find((each) => each.spc === spc && each.slp === slp);
  if (!rule) return text.noRule;
  if (!at) return text.noDateWhy;
  const { from, off } = at.deadline;
  if (rule.kind === 'next-month') return text.monthRule(rule.day);
  const counted =
    typeof from === 'string' ? sayCounted(from, rule.days, rule.source === 'article-3') : '';
  return [counted, passedOver(off)].filter(Boolean).join(' ');
};

const passedOver = (off: readonly DayOff[]): string | undefined => {
  const holidays = off.flatMap((each) => {
    const name = holidayName(each);
    if (!name) return [];
    const mark = each.kind === 'state' ? ` (${text.inferredHoliday})` : '';
    return [`${toBrazilianDate(each.date).slice(0, 5)} ${name}${mark}`];
  });
  const weekends = off.some(({ kind }) => kind === 'weekend') ? [text.weekends] : [];
  const all = [...holidays, ...weekends];
  return all.length > 0 ? text.passedOver(all.join(', ')) : undefined;
};
