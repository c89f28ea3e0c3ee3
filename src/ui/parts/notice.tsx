import type { ComponentChildren } from 'preact';

interface NoticeProps {
  tone: 'info' | 'success' | 'warning' | 'danger';
  children: ComponentChildren;
}

/** A message in the page; a screen reader reads it when it appears, once it is idle. */
export const Notice = ({ tone, children }: NoticeProps) => (
  <div class={`notice notice-${tone}`} role="status">
    {children}
  </div>
);
