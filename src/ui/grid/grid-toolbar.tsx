import { Button } from '../parts/button.tsx';
import { gridText as text } from '../text/grade.ts';
import type { Command } from './keys.ts';

interface GridToolbarProps {
  label: string;
  readOnly: boolean;
  /** How many rows are chosen. */
  chosen: number;
  hasFaults: boolean;
  onCommand: (command: Command) => void;
  onOpen: () => void;
  isLarge: boolean;
  onLarge: () => void;
}

/** What can be done with the rows, for those who use no keys. Nothing comes or goes: it would move what is below. */
export const GridToolbar = ({
  label,
  readOnly,
  chosen,
  hasFaults,
  onCommand,
  onOpen,
  isLarge,
  onLarge,
}: GridToolbarProps) => {
  const size = isLarge ? text.reduce : text.enlarge;
  return (
    <div role="toolbar" class="grid-tools" aria-label={text.toolbar(label)}>
      {!readOnly && (
        <Button aria-label={text.insertOf(label)} onClick={() => onCommand({ do: 'insert-row' })}>
          {text.insert}
        </Button>
      )}
      <Button look="quiet" disabled={chosen === 0} onClick={onOpen}>
        {text.openRow}
      </Button>
      {!readOnly && (
        <>
          <Button
            look="quiet"
            disabled={chosen === 0}
            onClick={() => onCommand({ do: 'duplicate-row' })}
          >
            {text.duplicate}
          </Button>
          <Button
            look="quiet"
            disabled={chosen === 0}
            onClick={() => onCommand({ do: 'remove-rows' })}
          >
            {text.remove(chosen)}
          </Button>
        </>
      )}
      <Button look="quiet" disabled={!hasFaults} onClick={() => onCommand({ do: 'next-fault' })}>
        {text.nextFault}
      </Button>
      <Button look="quiet" aria-label={text.viewOf(size, label)} onClick={onLarge}>
        {size}
      </Button>
    </div>
  );
};
