import { useEffect, useState } from 'preact/hooks';
import {
  addToBlock,
  type Block,
  type BlockLine,
  blockState,
  isLeft,
  linesOf,
  removeBlock,
  removeFromBlock,
  sendRest,
} from '../../app/pen/blocks.ts';
import { penQueue } from '../../app/pen/queue-records.ts';
import { tramitesWritten } from '../../app/pen/written.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { hrefOf } from '../router.ts';
import { BLOCK_STATES, sayLine, blocksText as text } from '../text/blocos.ts';
import { AddToBlock } from './add-to-block.tsx';
import { nameOfUnit } from './name-of-unit.ts';
import { SendBlockSheet } from './send-block-sheet.tsx';

interface BlockCardProps {
  block: Block;
  onChanged: () => void;
}

/** One block: its processes, each with what became of it, and what can be done while it is open. */
export const BlockCard = ({ block, onChanged }: BlockCardProps) => {
  const lines = useLines(block);
  const [isSending, setSending] = useState(false);
  const state = blockState(block, lines);
  const [isFull, setFull] = useState(false);
  const doing = (act: ReturnType<typeof addToBlock>) =>
    void act.then((done) => {
      setFull(!done.ok);
      onChanged();
    });
  return (
    <section class="card stack" aria-label={block.name} data-block={state}>
      <header>
        <h2>{block.name}</h2>
        <p class="small">
          <span class="chip">{BLOCK_STATES[state]}</span> {text.count(lines.length)}
        </p>
        {block.sent && (
          <p class="small soft">
            {text.sentTo(nameOfUnit(block.sent.to), showInstant(block.sent.at))}
          </p>
        )}
      </header>
      <ul class="plain-list">
        {lines.map((line) => (
          <li key={line.processId} class="arrival">
            <a href={hrefOf({ screen: 'processos', id: line.processId })}>{line.protocolo}</a>
            <span role="status">{sayLine(line)}</span>
            {(state !== 'waiting' || line.state.kind === 'fault') && (
              <Button
                look="quiet"
                aria-label={text.removeOf(line.protocolo)}
                onClick={() => doing(removeFromBlock(block.id, line.processId))}
              >
                {text.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!block.sent && (
        <AddToBlock
          without={block.processIds}
          onAdd={(processId) => doing(addToBlock(block.id, processId))}
        />
      )}
      <div class="actions">
        {!block.sent && (
          <Button disabled={lines.length === 0} onClick={() => setSending(true)}>
            {text.send}
          </Button>
        )}
        {block.sent && lines.some(isLeft) && (
          <Button onClick={() => doing(sendRest(block.id))}>{text.sendRest}</Button>
        )}
        {lines.length === 0 && (
          <Button look="quiet" onClick={() => doing(removeBlock(block.id))}>
            {text.drop}
          </Button>
        )}
      </div>
      {lines.length > 0 && state !== 'waiting' && <p class="small soft">{text.dropHelp}</p>}
      {isFull && <Notice tone="danger">{text.notKept}</Notice>}
      {isSending && (
        <SendBlockSheet
          block={block}
          onClose={() => {
            setSending(false);
            onChanged();
          }}
        />
      )}
    </section>
  );
};

const useLines = (block: Block): BlockLine[] => {
  const [lines, setLines] = useState<BlockLine[]>([]);
  const queue = penQueue.value;
  const written = tramitesWritten.value;
  useEffect(() => {
    let isWanted = true;
    void linesOf(block).then((found) => isWanted && setLines(found));
    return () => {
      isWanted = false;
    };
  }, [block, queue, written]);
  return lines;
};
