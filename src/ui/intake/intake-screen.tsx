import { useEffect, useState } from 'preact/hooks';
import { filesOfDrop } from '../../app/files-to-sign/choose.ts';
import { createDrafts } from '../../app/intake/create-drafts.ts';
import {
  clearIntake,
  isUnexamined,
  leftOver,
  otherFiles,
  payloads,
  refusedZips,
  selectedPayloads,
  unread,
  work,
} from '../../app/intake/intake-state.ts';
import { examineLeft, takeFiles } from '../../app/intake/take-files.ts';
import { stopIntake } from '../../app/intake/turns.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { onDropped } from '../parts/on-dropped.ts';
import { ScreenHead } from '../parts/screen-head.tsx';
import { hrefOf } from '../router.ts';
import { intakeText as text, zipFault } from '../text/trazer.ts';
import { AskMonth } from './ask-month.tsx';
import { ChoosePayloads } from './choose-payloads.tsx';
import { PayloadList } from './payload-list.tsx';

/** Payloads of a management system come in: what each is, what is wrong with it, and drafts of them. */
export const IntakeScreen = () => {
  const [fault, setFault] = useState(false);
  const count = selectedPayloads.value.length;
  const isIdle = work.value === undefined;

  const take = (chosen: ReturnType<typeof filesOfDrop>) => {
    setFault(false);
    chosen.then(takeFiles).catch((error) => {
      console.error(error);
      setFault(true);
    });
  };
  useEffect(() => onDropped((transfer) => take(filesOfDrop(transfer))), []);

  return (
    <div class="stack">
      <ScreenHead
        title={text.title}
        lead={text.lead}
        above={
          <a class="small" href={hrefOf({ screen: 'rascunhos' })}>
            ← {text.back}
          </a>
        }
      >
        {payloads.value.length > 0 && (
          <Button
            look="primary"
            disabled={count === 0 || !isIdle}
            onClick={() => void createDrafts()}
          >
            {text.create(count)}
          </Button>
        )}
      </ScreenHead>
      <ChoosePayloads onChosen={take} begins={payloads.value.length === 0} />
      {fault && <Notice tone="danger">{zipFault('unreadable')}</Notice>}
      <Progress />
      {isIdle && <Outcome />}
      <AskMonth />
      <PayloadList />
      <LeftOver />
    </div>
  );
};

const Progress = () => {
  if (!work.value) return null;
  const { kind, done, total, share } = work.value;
  return (
    <section class="card stack" aria-label={text[kind]}>
      <p aria-live="polite">
        {text[kind]}: {text.progress(done, total)}
      </p>
      <progress aria-label={text[kind]} value={done + share} max={total} />
      <div class="actions">
        <Button onClick={stopIntake}>{text.stop}</Button>
      </div>
    </section>
  );
};

/** What is to be known once nothing is under way. */
const Outcome = () => {
  const made = payloads.value.filter(({ outcome }) => outcome?.ok).length;
  const isEmpty = payloads.value.length === 0 && otherFiles.value.length > 0;
  return (
    <>
      {refusedZips.value.map(({ path, fault }) => (
        <Notice key={path} tone="danger">
          {text.zip(path)} {zipFault(fault)}
        </Notice>
      ))}
      {isEmpty && <Notice tone="warning">{text.none}</Notice>}
      {unread.value > 0 && <Notice tone="warning">{text.stopped(unread.value)}</Notice>}
      {payloads.value.some(isUnexamined) && (
        <Notice tone="warning">
          {text.notExamined} <Button onClick={() => void examineLeft()}>{text.examine}</Button>
        </Notice>
      )}
      {made > 0 && (
        <Notice tone="success">
          {text.created(made)} <Button onClick={clearIntake}>{text.clear}</Button>
        </Notice>
      )}
    </>
  );
};

const LeftOver = () => {
  const paths = leftOver.value;
  if (paths.length === 0) return null;
  return (
    <details>
      <summary>{text.leftOver(paths.length)}</summary>
      <p class="soft">{text.leftOverHelp}</p>
      <ul>
        {paths.slice(0, MOST_SHOWN).map((path) => (
          <li key={path}>{path}</li>
        ))}
        {paths.length > MOST_SHOWN && <li>{text.andMore(paths.length - MOST_SHOWN)}</li>}
      </ul>
    </details>
  );
};

const MOST_SHOWN = 100;
