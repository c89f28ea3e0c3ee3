import type { ComponentChildren } from 'preact';

interface TaskFormProps {
  onSubmit: () => void;
  card?: boolean;
  labelledBy?: string;
  children: ComponentChildren;
}

/** A few fields and a button; Enter submits, and the page never goes anywhere. */
export const TaskForm = ({ onSubmit, card, labelledBy, children }: TaskFormProps) => (
  <form
    class={card ? 'card stack' : 'stack'}
    aria-labelledby={labelledBy}
    onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    {children}
  </form>
);
