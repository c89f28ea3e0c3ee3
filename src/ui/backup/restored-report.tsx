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
  const { drafts, entries, deliveries, toTakeOver, leftOut } = restored;
  const [asked, setAsked] = useState(false);
  const takeOver = () => {
    setAsked(true);
    void takeOverAll(toTakeOver);
  };
  return (
    <div class="stack">
      <Notice tone="success">{text.restored(drafts, entries, deliveries)}</Notice>
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
            {leftOut.map(({ what, why, of }) => (
              <li key={`${what} ${of.slp} ${of.mes} ${of.ano}`}>
                {LEFT_OUT[what][why](`${layoutName(of)}, ${showPeriod(of)}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};
