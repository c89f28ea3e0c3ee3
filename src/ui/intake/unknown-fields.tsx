import { useMemo } from 'preact/hooks';
import type { DraftSession } from '../../app/drafts/draft-session.ts';
import { unknownFields } from '../../app/intake/unknown-fields.ts';
import { labelPath } from '../form/label-path.ts';
import { Notice } from '../parts/notice.tsx';
import { intakeText as text } from '../text/trazer.ts';

/** Fields that came with a file and that no field of the form stands for. Nothing in the form makes or removes one. */
export const UnknownFields = ({ session }: { session: DraftSession }) => {
  const unknown = useMemo(() => unknownFields(session), [session]);
  if (unknown.length === 0) return null;
  return (
    <Notice tone="info">
      <details>
        <summary>{text.unknownInDraft(unknown.length)}</summary>
        <ul>
          {unknown.map(({ place, count }) => (
            <li key={place} class="file-name">
              {text.remarks.inPlaces(labelPath(session.form, place).join(' › '), count)}
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
};
