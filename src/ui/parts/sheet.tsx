import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface SheetProps {
  title: string;
  onClose: () => void;
  /** Buttons, the one that goes on last. */
  actions: ComponentChildren;
  children: ComponentChildren;
}

/** A modal question over the screen (the browser's own dialog: focus stays in it, Escape closes it). */
export const Sheet = ({ title, onClose, actions, children }: SheetProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} class="sheet" aria-labelledby={titleId} onClose={onClose}>
      <form class="sheet-body" method="dialog" onSubmit={(event) => event.preventDefault()}>
        <h2 id={titleId}>{title}</h2>
        {children}
        <div class="sheet-actions">{actions}</div>
      </form>
    </dialog>
  );
};
