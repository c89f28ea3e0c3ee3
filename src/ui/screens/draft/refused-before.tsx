import { useComputed } from '@preact/signals';
import type { CourtReport } from '../../../app/drafts/court-report.ts';
import type { DraftSession } from '../../../app/drafts/draft-session.ts';
import { isSpent } from '../../../app/drafts/put-on-queue.ts';
import {
  putRuleAway,
  type RefusedRule,
  refusedRules,
  repeatedRules,
} from '../../../app/drafts/refused-before.ts';
import { Button } from '../../parts/button.tsx';
import { draftText as text } from '../../text/rascunho.ts';
import { FieldLink } from './field-link.tsx';

type Session = Pick<DraftSession, 'draft' | 'layout' | 'form' | 'payload'>;

/** Rules by which the court refused the like of this draft before, without those `court` tells anyway. */
export const useRefusedBefore = (
  { draft, layout, payload }: Session,
  court: CourtReport | undefined,
): RefusedRule[] => {
  const rules = useComputed(() => refusedRules(layout)).value;
  if (rules.length === 0 || isSpent(draft.value.id)) return [];
  const told = court?.messages.map(({ regra }) => regra) ?? [];
  return repeatedRules(layout, rules, payload.value).filter(({ regra }) => !told.includes(regra));
};

/** A warning, no hindrance, which can be put away for good. */
export const RefusedBefore = ({ session, rule }: { session: Session; rule: RefusedRule }) => {
  const { regra, mensagem, pointer, times } = rule;
  return (
    <>
      <p>
        <strong>{text.refusedBefore(regra, times)}</strong> – {mensagem}{' '}
        {pointer !== undefined && <FieldLink form={session.form} pointer={pointer} />}
      </p>
      <Button
        look="quiet"
        aria-label={text.warnNoMoreOf(regra)}
        onClick={() => void putRuleAway(session.layout, regra)}
      >
        {text.warnNoMore}
      </Button>
    </>
  );
};
