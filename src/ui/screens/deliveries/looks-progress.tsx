import {
  forgetLooks,
  type Looks,
  looks,
  stopLooking,
} from '../../../app/deliveries/look-at-many.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { looksText as text } from '../../text/entregas-no-tribunal.ts';
import { AskFault } from './ask-fault.tsx';

/** How far the look at many deliveries has come, and what it found. */
export const LooksProgress = () => {
  const now = looks.value;
  if (!now) return null;
  const found = foundIn(now);
  return (
    <section class="card stack" aria-label={text.title}>
      {now.state === 'running' ? (
        <>
          <p>{text.running(doneOf(now), now.total)}</p>
          <progress aria-label={text.title} value={doneOf(now)} max={now.total} />
        </>
      ) : (
        <Notice tone={now.differing + now.gone > 0 ? 'warning' : 'info'}>
          <p>
            {now.state === 'ended' ? text.ended(now.looked) : text.stopped(now.looked, now.total)}{' '}
            {found.length === 0 && now.looked > 0 && text.allEqual}
          </p>
          {found.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      {now.fault && <AskFault fault={now.fault} />}
      <div class="actions">
        {now.state === 'running' ? (
          <Button onClick={stopLooking}>{text.stop}</Button>
        ) : (
          <Button look="quiet" onClick={forgetLooks}>
            {text.close}
          </Button>
        )}
      </div>
    </section>
  );
};

const doneOf = ({ looked, notShown }: Looks): number => looked + notShown;

const foundIn = ({ differing, gone, notShown }: Looks): string[] =>
  [
    differing > 0 && text.differing(differing),
    gone > 0 && text.gone(gone),
    notShown > 0 && text.notShown(notShown),
  ].flatMap((sentence) => sentence || []);
