import type { Step } from './selection.ts';

/** `typed`: the first key replaces what was there, arrows go on; `opened`: arrows move within the text. */
export type Editing = 'typed' | 'opened';

/** What a key asks of the grid. */
export type Command =
  | { do: 'move'; step: Step; extend: boolean }
  /** Whatever the cell offers: editing, a panel, sorting. */
  | { do: 'enter' }
  | { do: 'edit'; how: Editing }
  | { do: 'answer'; answer: boolean | 'other' }
  | { do: 'give-back' }
  | { do: 'leave-next' }
  | { do: 'select-all' | 'select-row' | 'clear' | 'copy-from-above' }
  | { do: 'insert-row' | 'remove-rows' | 'duplicate-row' | 'next-fault' | 'undo' | 'redo' };

export type Key = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
>;

const STEPS: Record<string, Step> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'row-start',
  End: 'row-end',
  PageUp: 'page-up',
  PageDown: 'page-down',
};

const FAR_STEPS: Record<string, Step> = {
  ArrowUp: 'top',
  ArrowDown: 'bottom',
  ArrowLeft: 'row-start',
  ArrowRight: 'row-end',
  Home: 'first',
  End: 'last',
};

const WITH_CTRL: Record<string, Command> = {
  a: { do: 'select-all' },
  d: { do: 'copy-from-above' },
  z: { do: 'undo' },
  y: { do: 'redo' },
  Delete: { do: 'remove-rows' },
};

const ALONE: Record<string, Command> = {
  Enter: { do: 'enter' },
  F2: { do: 'edit', how: 'opened' },
  F8: { do: 'next-fault' },
  Delete: { do: 'clear' },
  Backspace: { do: 'clear' },
  Insert: { do: 'insert-row' },
  Escape: { do: 'leave-next' },
};

const move = (step: Step, extend = false): Command => ({ do: 'move', step, extend });

/** What a key asks while a cell is merely chosen; `undefined`: nothing of ours. `field`: the kind of the cell's field. */
export const commandOf = (event: Key, field: string | undefined): Command | undefined => {
  const { key, shiftKey, altKey } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  if (altKey) return undefined;
  if (key === 'Tab' && !ctrl) return move(shiftKey ? 'previous' : 'next');
  const step = (ctrl ? FAR_STEPS : STEPS)[key];
  if (step) return move(step, shiftKey);
  if (ctrl) {
    const letter = key.length === 1 ? key.toLowerCase() : key;
    if (shiftKey) return { z: { do: 'redo' }, d: { do: 'duplicate-row' } }[letter] as Command;
    return WITH_CTRL[letter];
  }
  if (key === ' ' && shiftKey) return { do: 'select-row' };
  if (ALONE[key]) return ALONE[key];
  if (field === 'boolean') return answerOf(key);
  const types = key.length === 1 || key === 'Dead' || key === 'Process';
  return types ? { do: 'edit', how: 'typed' } : undefined;
};

const answerOf = (key: string): Command | undefined => {
  const answers: Record<string, boolean | 'other'> = { s: true, n: false, ' ': 'other' };
  const answer = answers[key.toLowerCase()];
  return answer === undefined ? undefined : { do: 'answer', answer };
};

/** What a key asks while a cell is being edited; `undefined`: it belongs to the editor. */
export const editingCommandOf = (
  { key, shiftKey, altKey, isComposing }: Key,
  how: Editing,
): Command | undefined => {
  if (isComposing || altKey) return undefined;
  if (key === 'Enter') return move(shiftKey ? 'up' : 'down');
  if (key === 'Tab') return move(shiftKey ? 'previous' : 'next');
  if (key === 'Escape') return { do: 'give-back' };
  if (key === 'F2') return { do: 'edit', how: 'opened' };
  if (key === 'F8') return { do: 'next-fault' };
  const step = key.startsWith('Arrow') && !shiftKey && how === 'typed' ? STEPS[key] : undefined;
  return step && move(step);
};
