import { useEffect, useState } from 'preact/hooks';
import type { DraftSession } from '../../../app/drafts/draft-session.ts';
import { type DraftVersion, keepVersion, versionsOf } from '../../../app/drafts/versions.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { versionsText as text, VERSION_REASONS } from '../../text/versoes.ts';
import { VersionDifferences } from './version-differences.tsx';

interface SheetProps {
  session: DraftSession;
  readOnly: boolean;
  onClose: () => void;
}

/** What the draft was, what changed since, and the way back. */
export const VersionsSheet = ({ session, readOnly, onClose }: SheetProps) => {
  const [versions, setVersions] = useState<DraftVersion[]>();
  const { id } = session.draft.value;
  useEffect(() => {
    void versionsOf(id).then(setVersions);
  }, [id]);

  const goBack = async ({ document }: DraftVersion) => {
    await keepVersion(id, 'return', session.document.value);
    session.edit({ op: 'set', pointer: '', value: document });
    onClose();
  };

  return (
    <Sheet
      title={text.title}
      onClose={onClose}
      actions={<Button onClick={onClose}>{text.close}</Button>}
    >
      <div class="stack">
        <p>{text.lead}</p>
        {versions === undefined && <p role="status">{text.reading}</p>}
        {versions?.length === 0 && <p>{text.none}</p>}
        <ul class="plain-list">
          {versions?.map((version) => (
            <li key={version.n}>
              <h3>{showInstant(version.at)}</h3>
              <p class="soft">{VERSION_REASONS[version.why]}</p>
              <VersionDifferences session={session} version={version} />
              {!readOnly && (
                <Button
                  aria-label={text.backTo(showInstant(version.at))}
                  onClick={() => void goBack(version)}
                >
                  {text.back}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
};
