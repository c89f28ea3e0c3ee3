import { useMemo, useState } from 'preact/hooks';
import { layoutName } from '../../app/catalogue.ts';
import type { CourtDelivery } from '../../app/deliveries/delivery-list.ts';
import type { ReceiptQuery } from '../../app/receipts/find-receipts.ts';
import { representacaoInUse } from '../../app/session/represented.ts';
import { ambiente } from '../../app/state.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { hrefOf } from '../router.ts';
import '../styles/receipts.css';
import { receiptsText as text } from '../text/recibos.ts';
import { showPeriod } from '../text/units.ts';
import { CheckSheet } from './check-sheet.tsx';
import { PrintReceipts } from './print-receipts.tsx';
import { FilterFields, NO_FILTER, type ReceiptFilter } from './receipt-filter.tsx';
import { ReceiptTable } from './receipt-table.tsx';
import { useReceipts } from './use-receipts.ts';

/** The archive of receipts: to find, to read, to print one or many. What is marked in one name is not another's. */
export const ReceiptsScreen = () => (
  <Receipts key={`${ambiente.value?.id}/${representacaoInUse.value}`} />
);

const Receipts = () => {
  const [filter, setFilter] = useState(NO_FILTER);
  const [marked, setMarked] = useState<readonly CourtDelivery[]>([]);
  const [isPrinting, setPrinting] = useState(false);
  const [checked, setChecked] = useState<string>();
  if (isPrinting) return <PrintReceipts deliveries={marked} onBack={() => setPrinting(false)} />;
  return (
    <div class="stack">
      <ScreenHead
        title={text.title}
        lead={text.lead}
        above={
          <a class="small" href={hrefOf({ screen: 'entregas' })}>
            ← {text.back}
          </a>
        }
      >
        <div class="actions">
          <Button onClick={() => setChecked('')}>{text.check}</Button>
          <Button look="primary" disabled={marked.length === 0} onClick={() => setPrinting(true)}>
            {text.print(marked.length)}
          </Button>
        </div>
      </ScreenHead>
      <FilterFields filter={filter} onChange={setFilter} />
      <ReceiptList filter={filter} marked={marked} onMark={setMarked} onCheck={setChecked} />
      {checked !== undefined && (
        <CheckSheet recibo={checked} onClose={() => setChecked(undefined)} />
      )}
    </div>
  );
};

interface ReceiptListProps {
  filter: ReceiptFilter;
  marked: readonly CourtDelivery[];
  onMark: (marked: readonly CourtDelivery[]) => void;
  onCheck: (recibo: string) => void;
}

const ReceiptList = ({ filter, marked, onMark, onCheck }: ReceiptListProps) => {
  const where = ambiente.value?.id ?? '';
  const representacao = representacaoInUse.value;
  const query = useMemo(
    () => queryOf(filter, where, representacao),
    [filter, where, representacao],
  );
  const { deliveries, state, more } = useReceipts(query);
  return (
    <>
      <div class="actions">
        <span role="status" class="soft">
          {state === 'searching' ? text.searching : text.found(deliveries.length)}
        </span>
        {deliveries.length > 0 && (
          <Button look="quiet" onClick={() => onMark(together(marked, deliveries))}>
            {text.selectAll}
          </Button>
        )}
        {marked.length > 0 && (
          <Button look="quiet" onClick={() => onMark([])}>
            {text.clear}
          </Button>
        )}
      </div>
      {deliveries.length > 0 && (
        <ReceiptTable deliveries={deliveries} marked={marked} onMark={onMark} onCheck={onCheck} />
      )}
      {deliveries.length === 0 && state === 'ended' && (
        <Empty title={text.none} help={text.noneHelp} />
      )}
      {state === 'paused' && <Button onClick={more}>{text.more}</Button>}
    </>
  );
};

const together = (
  marked: readonly CourtDelivery[],
  added: readonly CourtDelivery[],
): CourtDelivery[] => [
  ...marked,
  ...added.filter(({ courtId }) => marked.every((each) => each.courtId !== courtId)),
];

const queryOf = (
  { text: words, spc, slp, ano, mes, state }: ReceiptFilter,
  where: string,
  representacao: number | undefined,
): ReceiptQuery => ({
  filter: {
    ...{ ambiente: where, representacao },
    ...(spc !== '' && { spc }),
    ...(slp !== '' && { slp }),
    ...{ ano, mes, state },
  },
  text: words,
  saidOf: (delivery) => {
    const { spc: accounts, slp: layout, mes: month, ano: year } = delivery;
    const numbers = `${String(month).padStart(2, '0')}/${year} ${month}/${year}`;
    return `${layoutName(delivery)} ${accounts} ${layout} ${showPeriod(delivery)} ${numbers}`;
  },
});
