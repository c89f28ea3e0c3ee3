import { useState } from 'preact/hooks';
import { periodFault } from '../../../app/catalogue.ts';
import { createDraft } from '../../../app/drafts/create-draft.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { goTo } from '../../router.ts';
import { CREATE_FAULTS } from '../../text/faults.ts';
import { PERIOD_FAULTS, draftsText as text } from '../../text/rascunhos.ts';
import { newestPeriod, PeriodFields } from '../period-fields.tsx';

/** Accounts, layout, month and year, and off it goes. */
export const NewDraftSheet = ({ onClose }: { onClose: () => void }) => {
  const [period, setPeriod] = useState(newestPeriod);
  const [fault, setFault] = useState<string>();

  const begin = async () => {
    const wrong = periodFault(period.mes, period.ano);
    if (wrong) return setFault(PERIOD_FAULTS[wrong]);
    const created = await createDraft(period);
    if (!created.ok) return setFault(CREATE_FAULTS[created.error]);
    onClose();
    goTo({ screen: 'rascunhos', id: created.value });
  };

  return (
    <Sheet
      title={text.newTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" onClick={() => void begin()}>
            {text.begin}
          </Button>
        </>
      }
    >
      <div class="stack">
        {fault && <Notice tone="danger">{fault}</Notice>}
        <PeriodFields value={period} onChange={setPeriod} />
        <p class="soft small">{text.sampleNote}</p>
      </div>
    </Sheet>
  );
};
