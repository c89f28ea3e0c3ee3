import { useEffect, useState } from 'preact/hooks';
import { type Block, createBlock, LONGEST_BLOCK_NAME, readBlocks } from '../../app/pen/blocks.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { TextField } from '../parts/text-field.tsx';
import { hrefOf } from '../router.ts';
import { blocksText as text } from '../text/blocos.ts';
import { BlockCard } from './block-card.tsx';
import '../styles/tramites.css';

/** Processes that are sent together. */
export const BlocksScreen = () => {
  const [blocks, setBlocks] = useState<Block[]>();
  const reread = () => void readBlocks().then(setBlocks);
  useEffect(reread, []);
  if (!blocks) return null;
  return (
    <>
      <ScreenHead
        title={text.title}
        lead={text.lead}
        above={
          <a class="small" href={hrefOf({ screen: 'processos', id: 'em-tramite' })}>
            ← {text.back}
          </a>
        }
      />
      <div class="stack">
        <NewBlock onCreated={reread} />
        {blocks.length === 0 && <Empty title={text.none} help={text.noneHelp} />}
        {blocks.map((block) => (
          <BlockCard key={block.id} block={block} onChanged={reread} />
        ))}
      </div>
    </>
  );
};

const NewBlock = ({ onCreated }: { onCreated: () => void }) => {
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string>();
  const create = async () => {
    if (name.trim() === '') return setFault(text.nameMissing);
    const created = await createBlock(name.trim());
    if (!created.ok) return setFault(text.notKept);
    setName('');
    setFault(undefined);
    onCreated();
  };
  return (
    <section class="card stack" aria-label={text.create}>
      <TextField
        id="campo-bloco"
        label={text.name}
        help={text.nameHelp}
        value={name}
        onInput={(value) => setName(value.slice(0, LONGEST_BLOCK_NAME))}
      />
      {fault && <Notice tone="danger">{fault}</Notice>}
      <div class="actions">
        <Button onClick={() => void create()}>{text.create}</Button>
      </div>
    </section>
  );
};
