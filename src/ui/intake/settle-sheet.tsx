import { useState } from 'preact/hooks';
import { periodFault } from '../../app/catalogue.ts';
import type { BroughtPayload } from '../../app/intake/intake-state.ts';
import { settle } from '../../app/intake/take-files.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { newestPeriod, PeriodFields } from '../screens/period-fields.tsx';
import { PERIOD_FAULTS } from '../text/rascunhos.ts';
import { intakeText as text } from '../text/trazer.ts';

interface SettleSheetProps {
  payload: BroughtPayload;
  onClose: () => void;
}

/** The person says of what layout and month a file is. */
export const SettleSheet = ({ payload, onClose }: SettleSheetProps) => {
  const [what, setWhat] = useState({ ...newestPeriod(), ...payload.layout, ...payload.period });
  const [fault, setFault] = useState<string>();
  const use = () => {
    const wrong = periodFault(what.mes, what.ano);
    if (wrong) return setFault(PERIOD_FAULTS[wrong]);
    onClose();
    void settle(payload.path, what);
  };
  return (
    <Sheet
      title={text.settleTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" onClick={use}>
            {text.use}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p class="soft">{payload.path}</p>
        {fault && <Notice tone="danger">{fault}</Notice>}
        <PeriodFields value={what} onChange={setWhat} />
      </div>
    </Sheet>
  );
};
