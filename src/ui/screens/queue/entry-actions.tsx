import type { RecepcaoEntry } from '../../../app/queue/types.ts';
import { tell } from '../../../app/queue/verbs.ts';
import { loginWay } from '../../../app/session/login-way.ts';
import { offered } from '../../../app/session/representacoes.ts';
import { loginFault } from '../../../app/session/session.ts';
import { key, token } from '../../../app/state.ts';
import { Unlock } from '../../certificate/unlock.tsx';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { hrefOf } from '../../router.ts';
import { LOGIN_FAULTS } from '../../text/faults.ts';
import { queueText as text } from '../../text/fila.ts';
import { isUncertain } from '../../waiting.ts';
import { CheckByPerson } from './check-by-person.tsx';
import { ConsentButton } from './consent-button.tsx';
import { HomologationElsewhere, WaitingForSignature } from './waiting-for-signature.tsx';

type EntryProps = { entry: RecepcaoEntry };

/** What the person can do for an entry where it stands. */
export const EntryActions = ({ entry }: EntryProps) => {
  const { state } = entry;
  switch (state.kind) {
    case 'waiting':
      return (
        <div class="stack">
          {state.need === 'token' && <WaitingForToken entry={entry} />}
          {state.need === 'unlock' && <WaitingForSignature entry={entry} />}
          <Manage entry={entry} />
        </div>
      );
    case 'needs-person':
      return (
        <div class="stack">
          {state.what === 'consent' && <ConsentButton entry={entry} />}
          {state.what === 'check' && (
            <>
              <CheckByPerson entry={entry} />
              <KeyToAsk />
            </>
          )}
          {state.what === 'mend' && state.step === 'sign-pdf' && (
            <HomologationElsewhere entry={entry} />
          )}
          <Manage entry={entry} tryNow={state.what !== 'consent'} />
        </div>
      );
    case 'uncertain':
      return (
        <div class="stack">
          <KeyToAsk />
          <Manage entry={entry} tryNow />
        </div>
      );
    case 'paused':
      return <Manage entry={entry} tryNow />;
    case 'done':
      return (
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

/** Asking the court about an uncertain result takes a login, which takes the key. */
const KeyToAsk = () =>
  loginWay.value === 'certificate' && key.value.kind !== 'unlocked' ? (
    <div class="stack">
      <p>{text.keyToAsk}</p>
      <Unlock />
    </div>
  ) : null;

/** Whether the token that was pasted stands for another representação than the entry's. */
const isOfAnother = ({ representacao }: RecepcaoEntry): boolean =>
  representacao !== undefined &&
  token.value !== undefined &&
  token.value.representacao !== representacao;

const WaitingForToken = ({ entry }: EntryProps) => {
  const pastes = loginWay.value === 'pasted-token';
  const isOpen = key.value.kind === 'unlocked';
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
      {loginWay.value === 'certificate' && !isOpen && <Unlock />}
      {choices.length > 0 && (
        <fieldset class="radio-list">
          <legend class="field-label">{text.chooseLead}</legend>
          <div class="actions">
            {choices.map(({ codigo, told }) => (
              <Button
                key={codigo}
                onClick={() => void tell(entry.id, { kind: 'represented', representacao: codigo })}
              >
                {told ? `${told.representacao}, ${told.unidade}` : text.unnamed(codigo)}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
};

/** Try now or ask again, pause, cancel. */
const Manage = ({ entry, tryNow = false }: EntryProps & { tryNow?: boolean }) => {
  const { state } = entry;
  const isPausable = state.kind === 'waiting' || (state.kind === 'paused' && state.until);
  const isUnsure = isUncertain(entry);
  return (
    <div class="actions">
      {tryNow && (
        <Button onClick={() => void tell(entry.id, { kind: 'try-now' })}>
          {isUnsure ? text.askAgain : text.tryNow}
        </Button>
      )}
      {isPausable && (
        <Button look="quiet" onClick={() => void tell(entry.id, { kind: 'pause' })}>
          {text.pause}
        </Button>
      )}
      <AskFirst
        label={text.cancelEntry}
        title={text.cancelTitle}
        cancel={text.close}
        onConfirm={() => void tell(entry.id, { kind: 'cancel' })}
      >
        <p>{text.cancelBody}</p>
        {isUnsure && <Notice tone="warning">{text.cancelUnsure}</Notice>}
      </AskFirst>
    </div>
  );
};
