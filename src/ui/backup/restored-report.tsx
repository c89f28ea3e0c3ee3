import { useState } from 'preact/hooks';
import type { Restored } from '../../app/backup/restore.ts';
import { takeOverAll } from '../../app/backup/take-over.ts';
import { layoutName } from '../../app/catalogue.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { hrefOf } from '../router.ts';
import { LEFT_OUT, copyText as text } from '../text/copia.ts';
import { showPeriod } from '../text/units.ts';

/** What came of restoring, and the sendings that wait for the person's word. */
export const RestoredReport = ({ restored }: { restored: Restored }) => {
  const { drafts, entries, deliveries, processes, toTakeOver, leftOut } = restored;
  const [asked, setAsked] = useState(false);
  const takeOver = () => {
    setAsked(true);
    void takeOverAll(toTakeOver);
  };
  return (
    <div class="stack">
      <Notice tone="success">
        {text.restored(drafts, entries, deliveries)}
        {processes > 0 && (
          <>
            {' '}
            {text.processes(processes)}{' '}
            <a href={hrefOf({ screen: 'processos' })}>{text.seeProcesses}</a>
          </>
        )}
      </Notice>
      {toTakeOver.length > 0 && (
        <Notice tone="warning">
          <div class="stack">
            <p>
              {text.takeOver(toTakeOver.length)} {text.takeOverWarn}
            </p>
            <div class="actions">
              {!asked && <Button onClick={takeOver}>{text.takeOverAll(toTakeOver.length)}</Button>}
              <a href={hrefOf({ screen: 'fila' })}>{text.seeQueue}</a>
            </div>
          </div>
        </Notice>
      )}
      {leftOut.length > 0 && (
        <section aria-labelledby="left-out">
          <h3 id="left-out">{text.leftOutTitle}</h3>
          <ul>
            {leftOut.map(sentenceOf).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};

const sentenceOf = (left: Restored['leftOut'][number]): string => {
  switch (left.what) {
    case 'batch':
      return LEFT_OUT.batch[left.why](left.of.name);
    case 'deadlines':
      return LEFT_OUT.deadlines[left.why]();
    case 'process':
      return LEFT_OUT.process[left.why](left.of.protocolo);
    default:
      return LEFT_OUT[left.what][left.why](`${layoutName(left.of)}, ${showPeriod(left.of)}`);
  }
};
