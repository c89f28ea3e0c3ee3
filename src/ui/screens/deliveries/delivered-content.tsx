import { useEffect, useState } from 'preact/hooks';
import { fieldAt } from '../../../app/catalogue.ts';
import type { Delivery, PrintView } from '../../../app/deliveries.ts';
import { type LayoutField, type ObjectField, showText } from '../../../app/form.ts';
import { receiptForm } from '../../../app/receipts/receipt-form.ts';
import { pointerTokens } from '../../../base/json-pointer.ts';
import { labelPath } from '../../form/label-path.ts';
import { deliveriesText as text } from '../../text/entregas.ts';

interface DeliveredContentProps {
  delivery: Delivery;
  content: PrintView['content'];
}

/** The data as delivered, under the labels of the form; without its layout, under the names on the wire. */
export const DeliveredContent = ({ delivery, content }: DeliveredContentProps) => {
  const [form, setForm] = useState<ObjectField>();
  useEffect(() => {
    void receiptForm(delivery).then(setForm);
  }, [delivery.id]);
  return (
    <section>
      <h2>{text.content}</h2>
      <div class="table-scroll">
        <table class="table table-stacked">
          <thead>
            <tr>
              <th scope="col">{text.field}</th>
              <th scope="col">{text.value}</th>
            </tr>
          </thead>
          <tbody>
            {content.map(({ pointer, value }) => (
              <tr key={pointer}>
                <td>
                  {form ? labelPath(form, pointer).join(' › ') : pointer.slice(1)}
                  <div class="mono soft">{pointer.slice(1)}</div>
                </td>
                <td>{showValue(form && fieldAt(form, pointerTokens(pointer)), value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

type Value = PrintView['content'][number]['value'];

const showValue = (field: LayoutField | undefined, value: Value): string => {
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (field?.kind === 'choice') {
    const label = field.options.find((option) => option.value === value)?.label;
    return label ? `${value} – ${label}` : String(value);
  }
  return field ? showText(field, value) : String(value);
};
