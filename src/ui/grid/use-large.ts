import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A part of the page that can be shown over the whole window, until it is reduced or the focus leaves it. */
export const useLarge = () => {
  const part = useRef<HTMLDivElement>(null);
  const [isLarge, setLarge] = useState(false);
  useLayoutEffect(() => {
    if (isLarge) part.current?.showPopover();
    // The page was shorter meanwhile.
    else if (part.current?.contains(document.activeElement)) {
      document.activeElement?.scrollIntoView({ block: 'nearest' });
    }
  }, [isLarge]);

  return {
    isLarge,
    toggle: () => setLarge(!isLarge),
    props: {
      ref: part,
      popover: isLarge ? ('manual' as const) : undefined,
      tabIndex: isLarge ? -1 : undefined,
      onKeyDown: (event: KeyboardEvent) => {
        if (!isLarge || event.key !== 'Escape' || event.defaultPrevented) return;
        // What is open over it closes first.
        if (part.current?.querySelector('dialog')) return;
        event.preventDefault();
        setLarge(false);
      },
      onFocusOut: ({ relatedTarget }: FocusEvent) => {
        if (relatedTarget instanceof Node && !part.current?.contains(relatedTarget)) {
          setLarge(false);
        }
      },
    },
  };
};
