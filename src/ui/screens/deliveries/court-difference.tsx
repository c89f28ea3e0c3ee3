import { useEffect, useState } from 'preact/hooks';
import { fieldAt } from '../../../app/catalogue.ts';
import { courtDifferences, type Difference } from '../../../app/deliveries/court-difference.ts';
import type { CourtDelivery } from '../../../app/deliveries/delivery-list.ts';
import type { Delivery } from '../../../app/deliveries.ts';
import { type ObjectField, showText } from '../../../app/form.ts';
import { receiptForm } from '../../../app/receipts/receipt-form.ts';
import type { Json } from '../../../base/json.ts';
import { pointerTokens } from '../../../base/json-pointer.ts';
import { labelPath } from '../../form/label-path.ts';
import { atCourtText as text } from '../../text/entregas-no-tribunal.ts';

/** How many are shown; nobody reads a payroll so. */
const MOST = 50;

interface CourtDifferenceProps {
  known: CourtDelivery;
  /** The last content that is held here. */
  held: Delivery;
}

/** Field by field, what the court held at the last look and what is held here. */
export const CourtDifference = ({ known, held }: CourtDifferenceProps) => {
  const [shown, setShown] = useState<{ found?: Difference[]; form?: ObjectField }>();
  useEffect(() => {
    let isWanted = true;
    void Promise.all([courtDifferences(known, held), receiptForm(held)]).then(([found, form]) => {
      if (isWanted) setShown({ ...(found && { found }), ...(form && { form }) });
    });
    return () => {
      isWanted = false;
    };
  }, [known.look?.differs, held.id]);
  if (!shown) return null;
  if (!shown.found) return <p>{text.contentGone}</p>;
  return <DifferenceTable found={shown.found} form={shown.form} />;
};

const DifferenceTable = ({
  found,
  form,
}: {
  found: Difference[];
  form: ObjectField | undefined;
}) => (
  <>
    <h3>{text.difference}</h3>
    <div class="table-scroll">
      <table class="table table-stacked">
        <thead>
          <tr>
            <th scope="col">{text.field}</th>
            <th scope="col">{text.there}</th>
            <th scope="col">{text.here}</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, MOST).map(({ pointer, before, after }) => (
            <tr key={pointer + (after === undefined)}>
              <td>{form ? labelPath(form, pointer).join(', ') : pointer.slice(1)}</td>
              <td data-label={text.there}>{shownAs(form, pointer, before)}</td>
              <td data-label={text.here}>{shownAs(form, pointer, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    {found.length > MOST && <p>{text.more(found.length - MOST)}</p>}
  </>
);

const shownAs = (
  form: ObjectField | undefined,
  pointer: string,
  value: Json | undefined,
): string => {
  if (value === undefined || value === null || value === '') return text.empty;
  if (typeof value === 'object') return text.row;
  const field = form && fieldAt(form, pointerTokens(pointer));
  return field ? showText(field, value) : String(value);
};
