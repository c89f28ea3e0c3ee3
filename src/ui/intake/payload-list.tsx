import { useState } from 'preact/hooks';
import { layoutName } from '../../app/catalogue.ts';
import {
  type BroughtPayload,
  changePayload,
  isReady,
  payloads,
  work,
} from '../../app/intake/intake-state.ts';
import { Button } from '../parts/button.tsx';
import { hrefOf } from '../router.ts';
import { showSize } from '../text/attachment.ts';
import { intakeText as text } from '../text/trazer.ts';
import { showPeriod } from '../text/units.ts';
import { Remarks } from './remarks.tsx';
import { SettleSheet } from './settle-sheet.tsx';

/** A step of rows: thousands at once would take the page its time. */
const ROWS = 100;

/** What was found, file by file, with what is to be decided of each. */
export const PayloadList = () => {
  const [shown, setShown] = useState(ROWS);
  const [settling, setSettling] = useState<BroughtPayload>();
  const all = payloads.value;
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{text.list}</h2>
      <div class="table-scroll">
        <table class="table table-stacked intake-table">
          <thead>
            <tr>
              <th scope="col">{text.columns.file}</th>
              <th scope="col">{text.columns.what}</th>
              <th scope="col">{text.columns.errors}</th>
              <th scope="col">{text.columns.files}</th>
              <th scope="col">{text.columns.remarks}</th>
            </tr>
          </thead>
          <tbody>
            {all.slice(0, shown).map((payload) => (
              <Row key={payload.path} payload={payload} onSettle={() => setSettling(payload)} />
            ))}
          </tbody>
        </table>
      </div>
      {all.length > shown && <Button onClick={() => setShown(shown + ROWS)}>{text.more}</Button>}
      {settling && <SettleSheet payload={settling} onClose={() => setSettling(undefined)} />}
    </section>
  );
};

const Row = ({ payload, onSettle }: { payload: BroughtPayload; onSettle: () => void }) => {
  const { path, size, examined } = payload;
  return (
    <tr>
      <td>
        <Choice payload={payload} /> <span class="soft small">{showSize(size)}</span>
      </td>
      <td>
        <What payload={payload} onSettle={onSettle} />
      </td>
      <td data-label={text.columns.errors}>
        {examined?.ok && (
          <span class={examined.value.errors > 0 ? 'chip chip-warning' : 'chip chip-success'}>
            {text.errors(examined.value.errors)}
          </span>
        )}
      </td>
      <td data-label={text.columns.files}>
        {examined?.ok &&
          text.files(
            examined.value.files.filter(({ path: found }) => found !== undefined).length,
            examined.value.files.length,
          )}
      </td>
      <td data-payload={path}>
        <Remarks payload={payload} />
      </td>
    </tr>
  );
};

const Choice = ({ payload }: { payload: BroughtPayload }) => {
  const { path, selected } = payload;
  if (!isReady(payload)) return <strong class="path">{path}</strong>;
  return (
    <label>
      <input
        type="checkbox"
        aria-label={text.select(path)}
        checked={selected}
        disabled={work.value !== undefined}
        onChange={({ currentTarget }) => changePayload(path, { selected: currentTarget.checked })}
      />{' '}
      <strong class="path">{path}</strong>
    </label>
  );
};

const What = ({ payload, onSettle }: { payload: BroughtPayload; onSettle: () => void }) => {
  const { path, reading, layout, period, outcome } = payload;
  if (!reading.ok) return null;
  if (outcome?.ok) {
    const href = hrefOf({ screen: 'rascunhos', id: outcome.value.draftId });
    return (
      <>
        <span class="chip chip-success">{text.made}</span>{' '}
        <a href={href} aria-label={text.openOf(path)}>
          {text.open}
        </a>
      </>
    );
  }
  const isKnown = layout !== undefined && period !== undefined;
  return (
    <>
      <div>{layout ? layoutName(layout) : text.layoutMissing}</div>
      {layout && (
        <div class="soft small">
          {layout.spc} / {layout.slp}
        </div>
      )}
      <div>{period ? showPeriod(period) : text.periodMissing}</div>
      <Button
        look={isKnown ? 'quiet' : 'secondary'}
        aria-label={isKnown ? text.changeOf(path) : text.settleOf(path)}
        disabled={work.value !== undefined}
        onClick={onSettle}
      >
        {isKnown ? text.change : text.settle}
      </Button>
    </>
  );
};
