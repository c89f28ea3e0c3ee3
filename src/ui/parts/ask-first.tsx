import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { Sheet } from './sheet.tsx';

interface AskFirstProps {
  /** On the button, and again on the one that does it. */
  label: string;
  /** Names the button where several of the same stand on a screen. */
  nameOf?: string;
  title: string;
  cancel: string;
  disabled?: boolean;
  look?: 'quiet' | 'secondary';
  onConfirm: () => void;
  /** What it will cause. */
  children: ComponentChildren;
}

/** A button whose act cannot be taken back: it says what will happen and asks once. */
export const AskFirst = ({
  label,
  nameOf,
  title,
  cancel,
  disabled,
  look = 'quiet',
  onConfirm,
  children,
}: AskFirstProps) => {
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const confirm = () => {
    close();
    onConfirm();
  };
  return (
    <>
      <Button look={look} aria-label={nameOf} disabled={disabled} onClick={() => setAsking(true)}>
        {label}
      </Button>
      {asking && (
        <Sheet
          title={title}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{cancel}</Button>
              <Button look="primary" onClick={confirm}>
                {label}
              </Button>
            </>
          }
        >
          {children}
        </Sheet>
      )}
    </>
  );
};
