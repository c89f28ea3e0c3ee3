import { useState } from 'preact/hooks';
import { type Block, sendBlock } from '../../app/pen/blocks.ts';
import type { KnownUnit } from '../../app/processes/types.ts';
import { Button } from '../parts/button.tsx';
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
  const send = async () => {
    if (!unit) return;
    setBusy(true);
    const { repositorio, numero, nome } = unit;
    await sendBlock(block, { repositorio, numero, nome });
    onClose();
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
      <UnitChoice chosen={unit} onChoose={setUnit} />
    </Sheet>
  );
};
