import { useComputed } from '@preact/signals';
import type { CourtReport } from '../../../app/drafts/court-report.ts';
import type { DraftSession } from '../../../app/drafts/draft-session.ts';
import { entryOfDraft } from '../../../app/drafts/put-on-queue.ts';
import {
  putRuleAway,
  type RefusedRule,
  refusedRules,
  repeatedRules,
} from '../../../app/drafts/refused-before.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { draftText as text } from '../../text/rascunho.ts';
import { FieldLink } from './field-link.tsx';

interface RefusedBeforeProps {
  session: Pick<DraftSession, 'draft' | 'layout' | 'form' | 'payload'>;
  /** What is told already. */
  court: CourtReport | undefined;
}

/** Warnings, no hindrance: rules by which the court refused the like of this draft before. */
export const RefusedBefore = ({ session, court }: RefusedBeforeProps) => {
  const { layout } = session;
  const rules = useComputed(() => refusedRules(layout)).value;
  if (rules.length === 0 || entryOfDraft(session.draft.value.id)) return null;
  const told = court?.messages.map(({ regra }) => regra) ?? [];
  const repeated = repeatedRules(layout, rules, session.payload.value).filter(
    ({ regra }) => !told.includes(regra),
  );
  return (
    <>
      {repeated.map((rule) =>
        rule.pointer === undefined ? (
          <div key={rule.regra} class="soft small">
            <Warning session={session} rule={rule} />
          </div>
        ) : (
          <Notice key={rule.regra} tone="warning">
            <Warning session={session} rule={rule} />
          </Notice>
        ),
      )}
    </>
  );
};

interface WarningProps extends Pick<RefusedBeforeProps, 'session'> {
  rule: RefusedRule;
}

const Warning = ({ session, rule }: WarningProps) => {
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
