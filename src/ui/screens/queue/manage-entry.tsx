import { useState } from 'preact/hooks';
import { type QueueEntry, standingOf } from '../../../app/queue/types.ts';
import { backToDraft, tell } from '../../../app/queue/verbs.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Button } from '../../parts/button.tsx';
import { lazy } from '../../parts/lazy.tsx';
import { Notice } from '../../parts/notice.tsx';
import { goTo } from '../../router.ts';
import { queueText as text } from '../../text/fila.ts';
import { isHeldBack, isUncertain } from '../../waiting.ts';
import { doOrTell } from './do-or-tell.tsx';

const SaveDossier = lazy(async () => (await import('../../dossier/save-dossier.tsx')).SaveDossier);

type EntryProps = { entry: QueueEntry };

/** Try now or ask again; folded below it what is seldom needed, each with what it does. */
export const ManageEntry = ({ entry, tryNow = false }: EntryProps & { tryNow?: boolean }) => {
  const { state } = entry;
  const isPausable =
    state.kind === 'ready' ||
    state.kind === 'waiting' ||
    (state.kind === 'paused' && state.until !== undefined);
  return (
    <div class="stack">
      {tryNow && (
        <div class="actions">
          <Button onClick={() => void doOrTell(tell(entry.id, { kind: 'try-now' }))}>
            {isUncertain(entry) ? text.askAgain : text.tryNow}
          </Button>
        </div>
      )}
      <details>
        <summary>{text.acts}</summary>
        <ul class="plain-list">
          {isPausable && (
            <li>
              <Button look="quiet" onClick={() => void doOrTell(tell(entry.id, { kind: 'pause' }))}>
                {text.pause}
              </Button>
              <p class="soft small">{text.pauseHelp}</p>
            </li>
          )}
          {standingOf(entry) === 'nothing-there' && <BackToDraft entry={entry} />}
          <li>
            <SaveDossier id={entry.id} label={text.exportEntry} look="quiet" />
            <p class="soft small">{text.exportHelp}</p>
          </li>
          <li>
            <CancelEntry entry={entry} />
            <p class="soft small">{text.cancelHelp}</p>
          </li>
        </ul>
      </details>
    </div>
  );
};

const BackToDraft = ({ entry }: EntryProps) => {
  const [fault, setFault] = useState<keyof typeof text.backToDraftFaults>();
  const goBack = async () => {
    const back = await backToDraft(entry.id);
    if (back.ok) {
      goTo({ screen: 'rascunhos', id: back.value });
      return;
    }
    const { error } = back;
    setFault(error === 'court-may-hold-it' || error === 'draft-gone' ? error : 'other');
  };
  return (
    <li>
      <Button look="quiet" onClick={() => void goBack()}>
        {text.backToDraft}
      </Button>
      <p class="soft small">{text.backToDraftHelp}</p>
      {fault && <Notice tone="warning">{text.backToDraftFaults[fault]}</Notice>}
    </li>
  );
};

/** Gives an entry up, told what that leaves behind. */
export const CancelEntry = ({ entry }: EntryProps) => (
  <AskFirst
    label={text.cancelEntry}
    title={text.cancelTitle}
    cancel={text.close}
    onConfirm={() => void doOrTell(tell(entry.id, { kind: 'cancel' }))}
  >
    <p>{text.cancelBody}</p>
    {(isUncertain(entry) || isHeldBack(entry)) && (
      <Notice tone="warning">{text.cancelUnsure}</Notice>
    )}
  </AskFirst>
);
