import { useState } from 'preact/hooks';
import { periodFault } from '../../../app/catalogue.ts';
import { fetchLayout, type LayoutPeriod } from '../../../app/layouts.ts';
import { layouts } from '../../../app/state.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { TaskForm } from '../../parts/task-form.tsx';
import { LAYOUT_FAULTS } from '../../text/faults.ts';
import { layoutsText as text } from '../../text/layouts.ts';
import { PERIOD_FAULTS } from '../../text/rascunhos.ts';
import { newestPeriod, PeriodFields } from '../period-fields.tsx';
import { CodeTables } from './code-tables.tsx';
import { KeptLayouts } from './kept-layouts.tsx';
import { Refresh } from './refresh.tsx';

export const LayoutsScreen = () => (
  <>
    <ScreenHead title={text.title} lead={text.lead} />
    <div class="stack">
      <div class="columns">
        <section class="stack" aria-labelledby="kept">
          <h2 id="kept">{text.kept}</h2>
          {layouts.value.length === 0 ? (
            <p class="soft">{text.none}</p>
          ) : (
            <>
              <Refresh />
              <KeptLayouts />
            </>
          )}
          <p class="soft small">{text.samples}</p>
        </section>
        <FetchLayout />
      </div>
      <CodeTables />
    </div>
  </>
);

const FetchLayout = () => {
  const [period, setPeriod] = useState<LayoutPeriod>(newestPeriod);
  const [outcome, setOutcome] = useState<{ ok: boolean; sentence: string }>();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    const wrong = periodFault(period.mes, period.ano);
    if (wrong) return setOutcome({ ok: false, sentence: PERIOD_FAULTS[wrong] });
    setBusy(true);
    const fetched = await fetchLayout(period);
    setBusy(false);
    setOutcome({
      ok: fetched.ok,
      sentence: fetched.ok ? text.fetched : LAYOUT_FAULTS[fetched.error],
    });
  };
  return (
    <TaskForm onSubmit={() => void run()} card labelledBy="fetch">
      <h2 id="fetch">{text.fetchTitle}</h2>
      <PeriodFields value={period} onChange={setPeriod} />
      {outcome && <Notice tone={outcome.ok ? 'success' : 'danger'}>{outcome.sentence}</Notice>}
      <Button look="primary" type="submit" disabled={busy}>
        {busy ? text.fetching : text.fetch}
      </Button>
    </TaskForm>
  );
};
