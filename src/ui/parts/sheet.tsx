import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface SheetProps {
  title: string;
  onClose: () => void;
  /** Buttons, the one that goes on last. */
  actions: ComponentChildren;
  children: ComponentChildren;
}

/**
 * A modal question over the screen (the browser's own dialog: focus stays in it, Escape closes it). Where a step took
 * away what had the focus, the title has it; in the end the focus is where it was before.
 */
export const Sheet = ({ title, onClose, actions, children }: SheetProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      // The browser gives the focus back where it closed the dialog itself, not where the dialog was taken away.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    if (!heading.current || dialog.current?.contains(document.activeElement)) return;
    // From the beginning it would be what the browser lets a dialog begin at.
    heading.current.tabIndex = -1;
    heading.current.focus();
  });
  return (
    <dialog ref={dialog} class="sheet" aria-labelledby={titleId} onClose={onClose}>
      <form class="sheet-body" method="dialog" onSubmit={(event) => event.preventDefault()}>
        <h2 ref={heading} id={titleId}>
          {title}
        </h2>
        {children}
        <div class="sheet-actions">{actions}</div>
      </form>
    </dialog>
  );
};
