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
            {leftOut.map((each) => (
              <li key={`${each.what} ${nameOf(each)}`}>
                {LEFT_OUT[each.what][each.why](nameOf(each))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};

const nameOf = ({ of }: Restored['leftOut'][number]): string =>
  'protocolo' in of ? of.protocolo : `${layoutName(of)}, ${showPeriod(of)}`;
