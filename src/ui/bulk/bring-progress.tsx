import type { ComponentChildren } from 'preact';
import { bringing, broughtAgain, items, questions } from '../../app/bulk/batch-state.ts';
import { bringRest, isAway, isLeft } from '../../app/bulk/bring.ts';
import { checking } from '../../app/bulk/check.ts';
import { stopIntake } from '../../app/intake/turns.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { batchText as text } from '../text/lote.ts';

/** What is being done with the files that were brought, and what was left undone. */
export const BringProgress = () => {
  if (bringing.value) {
    return (
      <Working label={text.bringing} {...bringing.value}>
        <div class="actions">
          <Button onClick={stopIntake}>{text.stop}</Button>
        </div>
      </Working>
    );
  }
  if (checking.value) return <Working label={text.checking} {...checking.value} />;
  return <Left />;
};

interface WorkingProps {
  label: string;
  done: number;
  total: number;
  children?: ComponentChildren;
}

const Working = ({ label, done, total, children }: WorkingProps) => (
  <section class="card stack" aria-label={label}>
    <p aria-live="polite">
      {label}: {text.progress(done, total)}
    </p>
    <progress aria-label={label} value={done} max={Math.max(1, total)} />
    {children}
  </section>
);

const Left = () => {
  const left = items.value.filter((item) => isLeft(item) && !questions.value.has(item.n));
  const away = left.filter(isAway).length;
  const stopped = left.length - away;
  return (
    <>
      {broughtAgain.value > 0 && <Notice tone="info">{text.again(broughtAgain.value)}</Notice>}
      {away > 0 && <Notice tone="warning">{text.away(away)}</Notice>}
      {stopped > 0 && (
        <Notice tone="warning">
          {text.stopped(stopped)} <Button onClick={() => void bringRest()}>{text.goOn}</Button>
        </Notice>
      )}
    </>
  );
};
