import { useEffect, useState } from 'preact/hooks';
import { agreedOf, batchDrafts, isUnchecked, readyDrafts } from '../../app/bulk/agreement.ts';
import { readDone, unreadDone } from '../../app/bulk/batch-entries.ts';
import {
  batch,
  batches,
  bringing,
  items,
  loadBatches,
  showBatch,
} from '../../app/bulk/batch-state.ts';
import { bring } from '../../app/bulk/bring.ts';
import { checkDrafts, checking } from '../../app/bulk/check.ts';
import { isSending } from '../../app/bulk/send-state.ts';
import { filesOfDrop } from '../../app/files-to-sign/choose.ts';
import { isOfAnother, representacaoInUse } from '../../app/session/represented.ts';
import { ambiente, draftsWritten } from '../../app/state.ts';
import { showInstant } from '../../base/civil-date.ts';
import { ChoosePayloads } from '../intake/choose-payloads.tsx';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Notice } from '../parts/notice.tsx';
import { onDropped } from '../parts/on-dropped.ts';
import { ScreenHead } from '../parts/screen-head.tsx';
import { hrefOf } from '../router.ts';
import { sendText, batchText as text } from '../text/lote.ts';
import { zipFault } from '../text/trazer.ts';
import { AskOnce } from './ask-once.tsx';
import { counts } from './batch-lines.ts';
import { BatchReport } from './batch-report.tsx';
import { BringProgress } from './bring-progress.tsx';
import { LineTable } from './line-table.tsx';
import { SendProgress } from './send-progress.tsx';
import { SendSheet } from './send-sheet.tsx';
import { ToHomologate } from './to-homologate.tsx';

/** A month in one go: what was brought, what is wrong with it, and one agreement for all that is ready. */
export const BulkScreen = () => {
  const [isReport, setReport] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { fault, take } = useBringing();
  useFreshChecks();

  if (isReport) return <BatchReport onClose={() => setReport(false)} />;
  const ready = readyDrafts.value;
  const unsigned = agreedOf(ready).reduce((sum, { files }) => sum + files.size, 0);
  const isBusy = bringing.value !== undefined || checking.value !== undefined || isSending.value;
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
        {ready.length > 0 && !isSending.value && (
          <Button
            look="primary"
            disabled={isBusy || isUnchecked.value}
            onClick={() => setAsking(true)}
          >
            {unsigned > 0 ? sendText.open(ready.length) : sendText.openUnsigned(ready.length)}
          </Button>
        )}
      </ScreenHead>
      {!isBusy && <ChooseBatch />}
      <ChoosePayloads onChosen={take} begins={items.value.length === 0} />
      {fault && <Notice tone="danger">{zipFault('unreadable')}</Notice>}
      <BringProgress />
      <AskOnce />
      <SendProgress />
      {counts.value.length > 0 && <ToHomologate />}
      {counts.value.length > 0 && <LineTable onReport={() => setReport(true)} />}
      {isAsking && batch.value && (
        <SendSheet ready={ready} of={batch.value} onClose={() => setAsking(false)} />
      )}
    </div>
  );
};

const useBringing = () => {
  const [fault, setFault] = useState(false);
  const take = (chosen: ReturnType<typeof filesOfDrop>) => {
    setFault(false);
    chosen.then(bring).catch((error) => {
      console.error(error);
      setFault(true);
    });
  };
  useEffect(() => onDropped((transfer) => take(filesOfDrop(transfer))), []);
  return { fault, take };
};

/** Drafts that were changed since they were checked are checked again; those of a batch that was left, too. */
const useFreshChecks = (): void => {
  useEffect(() => {
    const shown = batch.value;
    if (shown && (shown.ambiente !== ambiente.value?.id || isOfAnother(shown))) {
      void showBatch(undefined);
    }
    void loadBatches();
  }, [ambiente.value, representacaoInUse.value]);
  useEffect(() => void readDone(), [unreadDone.value]);
  useEffect(() => {
    if (!bringing.value && !isSending.value) void checkDrafts(batchDrafts.value);
  }, [batch.value?.id, bringing.value === undefined, isSending.value, draftsWritten.value]);
};

/** One of the batches brought before, or a new one. */
const ChooseBatch = () => {
  const all = batches.value;
  if (all.length === 0) return null;
  return (
    <Choice
      id="lote"
      label={text.other}
      value={batch.value?.id ?? ''}
      onChange={(id) => void showBatch(all.find((each) => each.id === id))}
    >
      <option value="">{text.newBatch}</option>
      {all.map(({ id, name, createdAt }) => (
        <option key={id} value={id}>
          {text.named(name, showInstant(createdAt))}
        </option>
      ))}
    </Choice>
  );
};
