import { Fragment } from 'preact';
import type { ReciboSaid } from '../../app/receipts/check-receipt.ts';
import { showInstant } from '../../base/civil-date.ts';
import { isJsonObject, type Json, parseJson } from '../../base/json.ts';
import { Notice } from '../parts/notice.tsx';
import { receiptsText as text } from '../text/recibos.ts';

/** What the court said of a recibo, and when, as it said it. `recibo`: where it does not stand above. */
export const ReciboAnswer = ({ recibo, said }: { recibo?: string; said: ReciboSaid }) => {
  const { status, at } = said;
  const json = parseJson(said.text);
  return (
    <section class="stack" data-answer={status}>
      <Notice tone={status < 400 ? 'info' : 'warning'}>
        {recibo && <p class="mono">{recibo}</p>}
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
        <pre class="payload">{said.text || text.empty}</pre>
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
