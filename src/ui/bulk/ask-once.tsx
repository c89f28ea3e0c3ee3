import { useState } from 'preact/hooks';
import { bringing, items, questions } from '../../app/bulk/batch-state.ts';
import { type Answer, answer } from '../../app/bulk/bring.ts';
import { periodFault } from '../../app/catalogue.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { TaskForm } from '../parts/task-form.tsx';
import { MonthFields, newestPeriod, PeriodFields } from '../screens/period-fields.tsx';
import { batchText as text } from '../text/lote.ts';
import { PERIOD_FAULTS } from '../text/rascunhos.ts';

/** What neither name nor content says, asked once for all files of which it is open. */
export const AskOnce = () => {
  if (bringing.value) return null;
  const asked = [...questions.value];
  const noLayout = asked.flatMap(([n, { layout }]) => (layout ? [] : [n]));
  const noMonth = asked.flatMap(([n, { layout, period }]) => (layout && !period ? [n] : []));
  return (
    <>
      {noMonth.length > 0 && <Question key={noMonth.join()} ns={noMonth} wantsLayout={false} />}
      {noLayout.length > 0 && <Question key={noLayout.join()} ns={noLayout} wantsLayout />}
    </>
  );
};

interface QuestionProps {
  /** Of the files asked about. */
  ns: readonly number[];
  wantsLayout: boolean;
}

const Question = ({ ns, wantsLayout }: QuestionProps) => {
  const [what, setWhat] = useState(newestPeriod);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [fault, setFault] = useState<string>();
  const chosen = ns.filter((n) => !left.has(n));
  const use = () => {
    const { spc, slp, mes, ano } = what;
    const wrong = periodFault(mes, ano);
    setFault(wrong && PERIOD_FAULTS[wrong]);
    const said: Answer = { period: { mes, ano }, ...(wantsLayout && { layout: { spc, slp } }) };
    if (!wrong) void answer(chosen, said);
  };
  const toggle = (n: number) => {
    const other = new Set(left);
    if (!other.delete(n)) other.add(n);
    setLeft(other);
  };
  return (
    <TaskForm onSubmit={use} card>
      <p>{wantsLayout ? text.askLayout(ns.length) : text.askMonth(ns.length)}</p>
      {fault && <Notice tone="danger">{fault}</Notice>}
      {wantsLayout ? (
        <PeriodFields value={what} onChange={setWhat} />
      ) : (
        <MonthFields id="lote" value={what} onChange={(month) => setWhat({ ...what, ...month })} />
      )}
      <fieldset class="radio-list">
        <legend class="small">{text.askedFiles}</legend>
        {ns.map((n) => (
          <label key={n} class="path">
            <input type="checkbox" checked={!left.has(n)} onChange={() => toggle(n)} />{' '}
            {items.value[n]?.path}
          </label>
        ))}
      </fieldset>
      <div class="actions">
        <Button type="submit" disabled={chosen.length === 0}>
          {text.use}
        </Button>
      </div>
    </TaskForm>
  );
};
