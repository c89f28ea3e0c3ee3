import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { checkReceipt, type ReceiptAnswer } from '../../app/receipts/check-receipt.ts';
import { showInstant } from '../../base/civil-date.ts';
import { isUuid } from '../../base/ids.ts';
import { isJsonObject, type Json, parseJson } from '../../base/json.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { TextField } from '../parts/text-field.tsx';
import { receiptsText as text } from '../text/recibos.ts';

/** Asks the court about a recibo, of a delivery made here or by anybody. `recibo`: what stands in the field at first. */
export const CheckSheet = ({ recibo, onClose }: { recibo: string; onClose: () => void }) => {
  const [typed, setTyped] = useState(recibo);
  const [isBad, setBad] = useState(false);
  const [answer, setAnswer] = useState<ReceiptAnswer | 'asking' | 'none'>();
  const ask = async () => {
    const asked = typed.trim().toLowerCase();
    setBad(!isUuid(asked));
    if (!isUuid(asked)) return;
    setAnswer('asking');
    setAnswer((await checkReceipt(asked)) ?? 'none');
  };
  return (
    <Sheet
      title={text.check}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.close}</Button>
          <Button
            look="primary"
            type="submit"
            disabled={answer === 'asking'}
            onClick={() => void ask()}
          >
            {answer === 'asking' ? text.asking : text.ask}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{text.checkLead}</p>
        <TextField
          id="recibo-conferir"
          label={text.recibo}
          help={text.reciboHelp}
          fault={isBad ? text.badRecibo : undefined}
          value={typed}
          onInput={setTyped}
        />
        {answer === 'none' && <Notice tone="warning">{text.noAnswer}</Notice>}
        {typeof answer === 'object' && <Answer answer={answer} />}
      </div>
    </Sheet>
  );
};

const Answer = ({ answer: { text: said, status, at, recibo } }: { answer: ReceiptAnswer }) => {
  const json = parseJson(said);
  return (
    <section class="stack" data-answer={status}>
      <Notice tone={status < 400 ? 'info' : 'warning'}>
        <p class="mono">{recibo}</p>
        <p>
          {text.answered(showInstant(at), status)} {status >= 400 && text.refused(status)}
        </p>
        <p>{text.undocumented}</p>
      </Notice>
      {json !== undefined && typeof json === 'object' ? (
        <dl class="facts">
          {leavesOf(json, []).map(([name, value]) => (
            <Fragment key={name}>
              <dt class="mono">{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      ) : (
        <pre class="payload">{said || text.empty}</pre>
      )}
    </section>
  );
};

/** Every value under the names that lead to it. */
const leavesOf = (value: Json, path: readonly string[]): [name: string, value: string][] => {
  const members = Array.isArray(value)
    ? value.map((each, index): [string, Json] => [String(index + 1), each])
    : isJsonObject(value)
      ? Object.entries(value)
      : undefined;
  if (!members) return [[path.join(' › '), String(value)]];
  return members.flatMap(([name, member]) => leavesOf(member, [...path, name]));
};
