import type { ComponentChildren } from 'preact';
import { mayConfigure } from '../../../app/pen/settings.ts';
import { Notice } from '../../parts/notice.tsx';

interface SettingSectionProps {
  id: string;
  title: string;
  lead?: string;
  /** What came in the way of the last change. */
  fault?: string | undefined;
  /** Whether who may only look may use it, too. */
  forAll?: boolean;
  children: ComponentChildren;
}

/** A part of the settings under its heading. */
export const SettingSection = ({
  id,
  title,
  lead,
  fault,
  forAll = false,
  children,
}: SettingSectionProps) => (
  <section class="card stack" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {lead && <p class="soft">{lead}</p>}
    <fieldset class="setting-fields stack" disabled={!forAll && !mayConfigure.value}>
      {children}
    </fieldset>
    {fault && <Notice tone="danger">{fault}</Notice>}
  </section>
);
