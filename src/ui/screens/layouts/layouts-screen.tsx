import { useState } from 'preact/hooks';
import { layoutName, periodFault } from '../../../app/catalogue.ts';
import { fetchLayout, type LayoutPeriod } from '../../../app/layouts.ts';
import { layouts } from '../../../app/state.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { TaskForm } from '../../parts/task-form.tsx';
import { LAYOUT_FAULTS } from '../../text/faults.ts';
import { layoutsText as text } from '../../text/layouts.ts';
import { PERIOD_FAULTS } from '../../text/rascunhos.ts';
import { showPeriod } from '../../text/units.ts';
import { newestPeriod, PeriodFields } from '../period-fields.tsx';
import { CodeTables } from './code-tables.tsx';

export const LayoutsScreen = () => (
  <>
    <ScreenHead title={text.title} lead={text.lead} />
    <div class="stack">
      <div class="columns">
        <section class="stack" aria-labelledby="kept">
          <h2 id="kept">{text.kept}</h2>
          {layouts.value.length === 0 ? <p class="soft">{text.none}</p> : <KeptLayouts />}
          <p class="soft small">{text.samples}</p>
        </section>
        <FetchLayout />
      </div>
      <CodeTables />
    </div>
  </>
);

const KeptLayouts = () => (
  <div class="table-scroll">
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{text.columns.layout}</th>
          <th scope="col">{text.columns.period}</th>
          <th scope="col">{text.columns.source}</th>
          <th scope="col">{text.columns.at}</th>
        </tr>
      </thead>
      <tbody>
        {layouts.value.map((layout) => (
          <tr key={`${layout.spc} ${layout.slp} ${layout.ano} ${layout.mes}`}>
            <td>
              {layoutName(layout)}
              <div class="mono soft" title={layout.sha256}>
                {text.columns.hash} {layout.sha256.slice(0, 12)}…
              </div>
            </td>
            <td>{showPeriod(layout)}</td>
            <td>{text.sources[layout.source]}</td>
            <td>{showInstant(layout.fetchedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
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
