import { useEffect, useId, useState } from 'preact/hooks';
import { processPage } from '../../app/processes/list.ts';
import type { Process } from '../../app/processes/types.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { blocksText as text } from '../text/blocos.ts';

interface AddToBlockProps {
  /** Processes that are in it already. */
  without: readonly string[];
  onAdd: (processId: string) => void;
}

/** One more process for a block, of those that were changed last. */
export const AddToBlock = ({ without, onAdd }: AddToBlockProps) => {
  const [processes, setProcesses] = useState<Process[]>([]);
  const [chosen, setChosen] = useState('');
  const id = useId();
  useEffect(() => void processPage('all').then(({ found }) => setProcesses(found)), []);
  const offered = processes.filter(({ id }) => !without.includes(id));
  return (
    <div class="actions list-line">
      <Choice id={id} label={text.add} value={chosen} onChange={setChosen}>
        <option value="">{text.choose}</option>
        {offered.map(({ id, protocolo, descricao }) => (
          <option key={id} value={id}>
            {protocolo} {descricao}
          </option>
        ))}
      </Choice>
      <Button
        disabled={!offered.some(({ id }) => id === chosen)}
        onClick={() => {
          onAdd(chosen);
          setChosen('');
        }}
      >
        {text.addNow}
      </Button>
    </div>
  );
};
