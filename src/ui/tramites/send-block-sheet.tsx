import { useState } from 'preact/hooks';
import { type Block, sendBlock } from '../../app/pen/blocks.ts';
import type { KnownUnit } from '../../app/processes/types.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { UnitChoice } from '../processes/destination/unit-choice.tsx';
import { blocksText as text } from '../text/blocos.ts';

interface SendBlockSheetProps {
  block: Block;
  onClose: () => void;
}

/** To whom all processes of a block go. */
export const SendBlockSheet = ({ block, onClose }: SendBlockSheetProps) => {
  const [unit, setUnit] = useState<KnownUnit>();
  const [isBusy, setBusy] = useState(false);
  const [isFull, setFull] = useState(false);
  const send = async () => {
    if (!unit) return;
    setBusy(true);
    const { repositorio, numero, nome } = unit;
    const sent = await sendBlock(block, { repositorio, numero, nome });
    setBusy(false);
    setFull(!sent.ok);
    if (sent.ok) onClose();
  };
  return (
    <Sheet
      title={text.sendTitle(block.name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={!unit || isBusy} onClick={() => void send()}>
            {isBusy ? text.sending : text.send}
          </Button>
        </>
      }
    >
      {isFull && <Notice tone="danger">{text.notKept}</Notice>}
      <UnitChoice chosen={unit} onChoose={setUnit} />
    </Sheet>
  );
};
