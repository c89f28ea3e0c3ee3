import type { ComponentChildren } from 'preact';

interface ScreenHeadProps {
  title: string;
  lead?: ComponentChildren;
  /** What stands above the title, such as the way back. */
  above?: ComponentChildren;
  /** What can be done on this screen, at the right. */
  children?: ComponentChildren;
}

/** The title of a screen, what it is for, and its one primary action. */
export const ScreenHead = ({ title, lead, above, children }: ScreenHeadProps) => (
  <header class="screen-head">
    <div>
      {above}
      <h1>{title}</h1>
      {lead && <p>{lead}</p>}
    </div>
    {children && <div class="screen-head-actions">{children}</div>}
  </header>
);
