import { useState } from 'preact/hooks';
import {
  canDryRun,
  type DryRun,
  type DryRunFault,
  dryRun,
  dryRuns,
} from '../../app/change/dry-run.ts';
import type { DraftSession } from '../../app/drafts/draft-session.ts';
import { offered, representacaoInUse } from '../../app/session/represented.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Notice } from '../parts/notice.tsx';
import { AskFault } from '../screens/deliveries/ask-fault.tsx';
import { sayRepresentacao } from '../text/em-nome-de.ts';
import { DRY_RUN_FAULTS, dryRunText as text } from '../text/mudar-entrega.ts';

type Session = Pick<DraftSession, 'draft' | 'payload' | 'attachments' | 'checked'>;

/** Has the court look at a checked draft before it is sent, where it is known where it does that. */
export const DryRunPart = ({ session }: { session: Session }) => {
  const draft = session.draft.value;
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<DryRunFault>();
  const settled = draft.representacao ?? representacaoInUse.value;
  const [chosen, setChosen] = useState<number>();
  const representacao = settled ?? chosen;
  if (!canDryRun()) return <p class="soft small">{text.noAddress}</p>;

  const ask = async () => {
    setFault(undefined);
    setAsking(true);
    // What was typed last may have brought an error, which the list then tells.
    const errors = await session.checked();
    const said = errors.length === 0 ? await dryRun(session, representacao) : undefined;
    setAsking(false);
    if (said && !said.ok) setFault(said.error);
  };

  return (
    <section class="stack" aria-label={text.act}>
      <p class="soft small">{text.lead}</p>
      {settled === undefined && offered.value.length > 0 && (
        <Choice
          id="conferir-representacao"
          label={text.representation}
          value={String(chosen ?? '')}
          onChange={(value) => setChosen(Number(value) || undefined)}
        >
          <option value="" />
          {offered.value.map((each) => (
            <option key={each.codigo} value={each.codigo}>
              {sayRepresentacao(each)}
            </option>
          ))}
        </Choice>
      )}
      <div class="actions">
        <Button disabled={asking} onClick={() => void ask()}>
          {asking ? text.asking : text.act}
        </Button>
      </div>
      {fault && <Fault fault={fault} />}
      <Said session={session} said={dryRuns.value.get(draft.id)} />
    </section>
  );
};

const Fault = ({ fault }: { fault: DryRunFault }) =>
  fault === 'no-address' || fault === 'number-to-come' || fault === 'not-there' ? (
    <Notice tone="warning">{DRY_RUN_FAULTS[fault]}</Notice>
  ) : (
    <AskFault fault={fault} />
  );

const Said = ({ session, said }: { session: Session; said: DryRun | undefined }) => {
  if (!said) return null;
  if (!said.stillStands(session.payload.value))
    return <p class="soft small">{text.changedSince}</p>;
  const { at, entries, messages, remarks, unsent, rulesSeen } = said;
  const objections = entries.length + messages.length;
  const isAlteration = session.draft.value.purpose?.kind === 'alter';
  return (
    <Notice tone={objections > 0 ? 'warning' : 'info'}>
      <p>
        {text.asOf(showInstant(at))} {objections > 0 ? text.objections(objections) : text.none}
      </p>
      {unsent > 0 && <p>{text.unsent(unsent)}</p>}
      {!rulesSeen && <p>{text.rulesUnseen}</p>}
      {isAlteration && <p>{text.asNew}</p>}
      {remarks.length > 0 && (
        <>
          <p>{text.remarks}</p>
          <ul>
            {remarks.map(({ mensagem }) => (
              <li key={mensagem}>{mensagem}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
};
