import { useState } from 'preact/hooks';
import { processTypes } from '../../../app/processes/choices.ts';
import { createProcess } from '../../../app/processes/create-process.ts';
import { masked, nupVerdict } from '../../../app/processes/number.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { goTo } from '../../router.ts';
import { CREATE_PROCESS_FAULTS, processText, newProcessText as text } from '../../text/process.ts';

/** Its number and kind, and off it goes. */
export const NewProcessSheet = ({ onClose }: { onClose: () => void }) => {
  const [number, setNumber] = useState('');
  const [kind, setKind] = useState('');
  const [fault, setFault] = useState<string>();

  const begin = async () => {
    const created = await createProcess(number, kind.trim());
    if (!created.ok) return setFault(CREATE_PROCESS_FAULTS[created.error]);
    onClose();
    goTo({ screen: 'processos', id: created.value });
  };

  return (
    <Sheet
      title={text.title}
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
        <TextField
          id="campo-numero"
          label={text.number}
          help={text.numberHelp}
          value={number}
          hint={nupVerdict(number) === 'wrong-digits' ? processText.wrongDigits : undefined}
          onInput={setNumber}
          onLeave={() => setNumber(masked(number))}
        />
        <TextField
          id="campo-novo-tipo"
          label={text.kind}
          help={text.kindHelp}
          proposed={processTypes.value}
          value={kind}
          onInput={setKind}
        />
      </div>
    </Sheet>
  );
};
