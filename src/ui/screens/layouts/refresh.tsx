import { useState } from 'preact/hooks';
import { refreshLayouts } from '../../../app/refresh-layouts.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { LAYOUT_FAULTS } from '../../text/faults.ts';
import { layoutsText as text } from '../../text/layouts.ts';

type Outcome = Awaited<ReturnType<typeof refreshLayouts>> | 'refreshed' | 'busy';

const sentenceOf = (outcome: Exclude<Outcome, undefined | 'busy'>): string => {
  if (outcome === 'refreshed') return text.refreshed;
  return outcome === 'elsewhere' ? text.refreshElsewhere : LAYOUT_FAULTS[outcome];
};

/** Asks the court now what is otherwise asked by itself. */
export const Refresh = () => {
  const [outcome, setOutcome] = useState<Outcome>();
  const ask = async () => {
    setOutcome('busy');
    setOutcome((await refreshLayouts(0)) ?? 'refreshed');
  };
  return (
    <>
      <p class="soft">{text.refreshLead}</p>
      <div class="actions">
        <Button disabled={outcome === 'busy'} onClick={() => void ask()}>
          {outcome === 'busy' ? text.refreshing : text.refresh}
        </Button>
      </div>
      {outcome && outcome !== 'busy' && (
        <Notice tone={outcome === 'refreshed' ? 'success' : 'warning'}>
          {sentenceOf(outcome)}
        </Notice>
      )}
    </>
  );
};
