import { useEffect, useState } from 'preact/hooks';
import { CATALOGUE } from '../../app/catalogue.ts';
import { type DateField, dateFieldsOf } from '../../app/deadlines/date-fields.ts';
import { setRule } from '../../app/deadlines/rules.ts';
import type { DeadlineRule } from '../../app/deadlines/types.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { TextField } from '../parts/text-field.tsx';
import { STORAGE_FULL } from '../text/armazenamento.ts';
import { deadlinesText, deadlineSettingsText as text } from '../text/prazos.ts';
import { type RuleFault, readRule, typedRule } from './typed-rule.ts';

/** The rule of one layout, to be set. */
export const RuleSheet = ({ rule, onClose }: { rule?: DeadlineRule; onClose: () => void }) => {
  const [typed, setTyped] = useState(() => typedRule(rule));
  const [dates, setDates] = useState<DateField[]>();
  const [fault, setFault] = useState<RuleFault | 'not-kept'>();
  const { layout, kind } = typed;
  const change = (by: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...by }));
  useEffect(() => {
    let isWanted = true;
    setDates(undefined);
    const [spc = '', slp = ''] = layout.split('/');
    void dateFieldsOf({ spc, slp }).then((found) => isWanted && setDates(found));
    return () => {
      isWanted = false;
    };
  }, [layout]);
  const date = dates?.find((each) => each.from === typed.from) ?? dates?.[0];
  const save = async () => {
    const read = readRule({
      ...typed,
      from: date?.from ?? '',
      fromName: date?.label.join(' › ') ?? '',
    });
    if (!read.ok) return setFault(read.error);
    const saved = await setRule(read.value);
    if (saved.ok) onClose();
    else setFault('not-kept');
  };
  return (
    <Sheet
      title={text.ruleTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" type="submit" onClick={() => void save()}>
            {text.save}
          </Button>
        </>
      }
    >
      <div class="stack">
        <Choice
          id="rule-layout"
          label={deadlinesText.layout}
          value={layout}
          onChange={(value) => change({ layout: value })}
        >
          {CATALOGUE.map(({ spc, name, layouts }) => (
            <optgroup key={spc} label={name}>
              {layouts.map((each) => (
                <option key={each.slp} value={`${spc}/${each.slp}`}>
                  {each.name}
                </option>
              ))}
            </optgroup>
          ))}
        </Choice>
        <Choice
          id="rule-kind"
          label={text.ruleKind}
          value={kind}
          onChange={(value) =>
            change({ kind: value === 'next-month' ? 'next-month' : 'business-days' })
          }
        >
          <option value="business-days">{text.businessDays}</option>
          <option value="next-month">{text.nextMonth}</option>
        </Choice>
        <TextField
          id="rule-count"
          label={kind === 'next-month' ? text.day : text.days}
          numeric
          fault={fault === 'bad-count' ? text.badCounts[kind] : undefined}
          value={typed.count}
          onInput={(count) => change({ count })}
        />
        {kind === 'next-month' ? (
          <TextField
            id="rule-since"
            label={text.since}
            help={text.sinceHelp}
            fault={fault === 'bad-month' ? text.badMonth : undefined}
            value={typed.since}
            onInput={(since) => change({ since })}
          />
        ) : (
          <Choice
            id="rule-from"
            label={text.from}
            value={date?.from ?? ''}
            onChange={(value) => change({ from: value })}
          >
            {dates?.map((each) => (
              <option key={each.from} value={each.from}>
                {each.label.join(' › ')}
              </option>
            ))}
          </Choice>
        )}
        {kind === 'business-days' && dates?.length === 0 && (
          <Notice tone="warning">{text.noDates}</Notice>
        )}
        {fault === 'not-kept' && <Notice tone="danger">{text.notKept(STORAGE_FULL)}</Notice>}
      </div>
    </Sheet>
  );
};
