import { errandOf, type QueueEntry } from '../../../app/queue/types.ts';
import { tell } from '../../../app/queue/verbs.ts';
import { loginWay } from '../../../app/session/login-way.ts';
import { offered } from '../../../app/session/represented.ts';
import { loginFault } from '../../../app/session/session.ts';
import { token } from '../../../app/state.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { hrefOf } from '../../router.ts';
import { sayRepresentacao } from '../../text/em-nome-de.ts';
import { LOGIN_FAULTS } from '../../text/faults.ts';
import { queueText as text } from '../../text/fila.ts';
import { CheckByPerson } from './check-by-person.tsx';
import { ConsentButton } from './consent-button.tsx';
import { ConsentDelete } from './consent-delete.tsx';
import { doOrTell } from './do-or-tell.tsx';
import { EqualDeliveries } from './equal-deliveries.tsx';
import { ManageEntry } from './manage-entry.tsx';
import { Takeover } from './takeover.tsx';
import { HomologationElsewhere, WaitingForSignature } from './waiting-for-signature.tsx';
import { WaitsFor } from './waits-for.tsx';

type EntryProps = { entry: QueueEntry };

/** What the person can do for an entry where it stands. */
export const EntryActions = ({ entry }: EntryProps) => {
  const { state } = entry;
  switch (state.kind) {
    case 'ready':
      return <ManageEntry entry={entry} />;
    case 'waiting':
      return (
        <div class="stack">
          {state.need === 'token' && <WaitingForToken entry={entry} />}
          {state.need === 'earlier' && <WaitsFor entry={entry} />}
          {state.need === 'unlock' && <WaitingForSignature entry={entry} />}
          <ManageEntry entry={entry} />
        </div>
      );
    case 'needs-person':
      return (
        <div class="stack">
          <Question entry={entry} question={state} />
          <ManageEntry entry={entry} tryNow={state.what === 'mend' || state.what === 'check'} />
        </div>
      );
    case 'uncertain':
    case 'paused':
      return <ManageEntry entry={entry} tryNow />;
    case 'done':
      // What is gone is seen where its content lies, under the entry that sent it.
      return errandOf(entry.frozen).kind === 'delete' ? null : (
        <div class="actions">
          <a class="button button-secondary" href={hrefOf({ screen: 'entregas', id: entry.id })}>
            {text.seeDelivery}
          </a>
        </div>
      );
    default:
      return null;
  }
};

type Asking = Extract<QueueEntry['state'], { kind: 'needs-person' }>;

const Question = ({ entry, question }: EntryProps & { question: Asking }) => {
  switch (question.what) {
    case 'check':
      return <CheckByPerson entry={entry} check={question} />;
    case 'takeover':
      return <Takeover entry={entry} other={question.other.name} />;
    case 'consent':
      return <Consent entry={entry} step={question.step} />;
    case 'mend':
      return isToSignElsewhere(entry, question.step) ? (
        <HomologationElsewhere entry={entry} />
      ) : null;
  }
};

/** Whether the court's PDF, which could not be signed here, is one that another program may sign. */
const isToSignElsewhere = ({ progress }: QueueEntry, step: string): boolean =>
  step === 'sign-pdf' && progress.homologation !== undefined;

const Consent = ({ entry, step }: EntryProps & { step: string }) => {
  if (step === 'extra') return <EqualDeliveries entry={entry} />;
  return step === 'consent-delete' ? (
    <ConsentDelete entry={entry} />
  ) : (
    <ConsentButton entry={entry} />
  );
};

/** Whether the token that was pasted stands for another representação than the entry's. */
const isOfAnother = ({ representacao }: QueueEntry): boolean =>
  representacao !== undefined &&
  token.value !== undefined &&
  token.value.representacao !== representacao;

const WaitingForToken = ({ entry }: EntryProps) => {
  const pastes = loginWay.value === 'pasted-token';
  const fault = loginFault.value;
  const choices = entry.representacao === undefined ? offered.value : [];
  return (
    <div class="stack">
      {fault && <Notice tone="warning">{LOGIN_FAULTS[fault]}</Notice>}
      {entry.tokenRefused && <Notice tone="warning">{text.tokenRefused}</Notice>}
      {pastes && (
        <p>
          {isOfAnother(entry) ? text.pastedOfAnother : text.pasteLead}{' '}
          <a href={hrefOf({ screen: 'ajustes' })}>{text.pasteNow}</a>
        </p>
      )}
      {choices.length > 0 && (
        <fieldset class="radio-list">
          <legend class="field-label">{text.chooseLead}</legend>
          <div class="actions">
            {choices.map((each) => (
              <Button
                key={each.codigo}
                onClick={() =>
                  void doOrTell(tell(entry.id, { kind: 'represented', representacao: each.codigo }))
                }
              >
                {sayRepresentacao(each)}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
};
