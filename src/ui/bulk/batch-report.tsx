import { Fragment } from 'preact';
import { batch } from '../../app/bulk/batch-state.ts';
import { civilDateOf, showInstant } from '../../base/civil-date.ts';
import { now } from '../moment.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { ScreenHead } from '../parts/screen-head.tsx';
import { LINE_STATE_NAMES, batchText as text } from '../text/lote.ts';
import { counts, lines } from './batch-lines.ts';
import { LineHead, LineRow } from './line-table.tsx';
import { reportCsv } from './report-csv.ts';

/** The report on a batch, whole: to read, to print, to keep as a table. */
export const BatchReport = ({ onClose }: { onClose: () => void }) => {
  const all = lines.value;
  const of = batch.value;
  const name = `${text.csvName}-${civilDateOf(of?.createdAt ?? now.value)}.csv`;
  return (
    <article class="receipt stack">
      <ScreenHead
        title={text.reportTitle}
        lead={of && text.named(of.name, showInstant(of.createdAt))}
        above={
          <Button look="quiet" onClick={onClose}>
            {text.closeReport}
          </Button>
        }
      >
        <div class="actions">
          <Button onClick={() => download(reportCsv(all), name)}>{text.saveCsv}</Button>
          <Button look="primary" onClick={() => print()}>
            {text.print}
          </Button>
        </div>
      </ScreenHead>
      <p>{text.reportAt(showInstant(now.value))}</p>
      <p>{text.sum(all.length)}</p>
      <dl class="facts">
        {counts.value.map(({ state, count }) => (
          <Fragment key={state}>
            <dt>{LINE_STATE_NAMES[state]}</dt>
            <dd>{count}</dd>
          </Fragment>
        ))}
      </dl>
      <div class="table-scroll">
        <table class="table table-stacked">
          <LineHead />
          <tbody>
            {all.map((line) => (
              <LineRow key={line.item.n} line={line} complete />
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
};
