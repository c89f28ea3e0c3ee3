import { useState } from 'preact/hooks';
import { layoutName } from '../../app/catalogue.ts';
import { choices } from '../../app/deadlines/choices.ts';
import { removeRule, restoreRules } from '../../app/deadlines/rules.ts';
import type { DeadlineRule } from '../../app/deadlines/types.ts';
import { Button } from '../parts/button.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { deadlinesText, deadlineSettingsText as text } from '../text/prazos.ts';
import { RuleSheet } from './rule-sheet.tsx';

/** The deadlines by layout, as the office has them. */
export const RuleTable = () => {
  const [editing, setEditing] = useState<DeadlineRule | 'new'>();
  return (
    <section class="stack" aria-labelledby="rules">
      <h2 id="rules">{text.rules}</h2>
      <p>{text.rulesLead}</p>
      <div class="table-scroll">
        <table class="table table-stacked">
          <TableHead
            columns={[
              deadlinesText.layout,
              text.ruleKind,
              text.source,
              { unseen: deadlinesText.columns.actions },
            ]}
          />
          <tbody>
            {choices.value.rules.map((rule) => (
              <tr key={`${rule.spc}/${rule.slp}`}>
                <td>{layoutName(rule)}</td>
                <td>{text.sayRule(rule)}</td>
                <td>{text.sources[rule.source]}</td>
                <td>
                  <div class="actions">
                    <Button
                      look="quiet"
                      aria-label={text.changeRuleOf(layoutName(rule))}
                      onClick={() => setEditing(rule)}
                    >
                      {text.changeRule}
                    </Button>
                    <Button
                      look="quiet"
                      aria-label={text.removeRuleOf(layoutName(rule))}
                      onClick={() => void removeRule(rule)}
                    >
                      {text.remove}
                    </Button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="actions">
        <Button look="primary" onClick={() => setEditing('new')}>
          {text.addRule}
        </Button>
        <Button onClick={() => void restoreRules()}>{text.restoreRules}</Button>
      </div>
      {editing && (
        <RuleSheet
          rule={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </section>
  );
};
