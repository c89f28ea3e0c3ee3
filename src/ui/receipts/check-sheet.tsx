import { useState } from 'preact/hooks';
import { checkReceipt, type ReciboSaid } from '../../app/receipts/check-receipt.ts';
import { isUuid } from '../../base/ids.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { TextField } from '../parts/text-field.tsx';
import { receiptsText as text } from '../text/recibos.ts';
import { ReciboAnswer } from './recibo-answer.tsx';

/** Asks the court about a recibo, of a delivery made here or by anybody. `recibo`: what stands in the field at first. */
export const CheckSheet = ({ recibo, onClose }: { recibo: string; onClose: () => void }) => {
  const [typed, setTyped] = useState(recibo);
  const [isBad, setBad] = useState(false);
  const [answer, setAnswer] = useState<(ReciboSaid & { recibo: string }) | 'asking' | 'none'>();
  const ask = async () => {
    const asked = typed.trim().toLowerCase();
    setBad(!isUuid(asked));
    if (!isUuid(asked)) return;
    setAnswer('asking');
    const said = await checkReceipt(asked);
    setAnswer(said ? { ...said, recibo: asked } : 'none');
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
        {typeof answer === 'object' && <ReciboAnswer recibo={answer.recibo} said={answer} />}
      </div>
    </Sheet>
  );
};
