import type { ComponentChildren } from 'preact';
import { Notice } from '../../parts/notice.tsx';

interface SettingSectionProps {
  id: string;
  title: string;
  lead?: string;
  /** What came in the way of the last change. */
  fault?: string | undefined;
  children: ComponentChildren;
}

/** A part of the settings under its heading. */
export const SettingSection = ({ id, title, lead, fault, children }: SettingSectionProps) => (
  <section class="card stack" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {lead && <p class="soft">{lead}</p>}
    {children}
    {fault && <Notice tone="danger">{fault}</Notice>}
  </section>
);
