import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { titled } from '../text/frame.ts';

interface ScreenHeadProps {
  title: string;
  lead?: ComponentChildren;
  /** What stands above the title, such as the way back. */
  above?: ComponentChildren;
  /** What can be done on this screen, at the right. */
  children?: ComponentChildren;
}

/** The title of a screen, which its window is called too, what it is for, and its one primary action. */
export const ScreenHead = ({ title, lead, above, children }: ScreenHeadProps) => {
  useEffect(() => {
    document.title = titled(title);
  });
  return (
    <header class="screen-head">
      <div>
        {above}
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {children && <div class="screen-head-actions">{children}</div>}
    </header>
  );
};
