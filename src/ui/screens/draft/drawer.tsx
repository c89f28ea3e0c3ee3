import { useState } from 'preact/hooks';
import type { CourtReport } from '../../../app/drafts/court-report.ts';
import { type DraftSession, filesOf, keptFilesOf } from '../../../app/drafts/draft-session.ts';
import { needsSignature } from '../../../app/drafts/sign-files.ts';
import type { FormErrors } from '../../form/entries-by-field.ts';
import { showSize } from '../../text/attachment.ts';
import { draftText as text } from '../../text/rascunho.ts';
import { ErrorList } from './error-list.tsx';
import { PayloadText } from './payload-text.tsx';

interface DrawerProps {
  session: DraftSession;
  errors: FormErrors;
  checking: boolean;
  /** What the court said of the very content that is shown. */
  court: CourtReport | undefined;
}

type Tab = keyof typeof text.tabs;
const TABS: readonly Tab[] = ['errors', 'files', 'payload'];

/** Beside the form: what is wrong, the files, or the data as they would be sent. */
export const Drawer = (props: DrawerProps) => {
  const [tab, setTab] = useState<Tab>('errors');
  return (
    <aside class="drawer card" aria-label={text.drawer}>
      <div class="tabs" role="tablist">
        {TABS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            class="tab"
            aria-selected={tab === each}
            aria-controls="drawer-panel"
            onClick={() => setTab(each)}
          >
            {text.tabs[each]}
          </button>
        ))}
      </div>
      <div id="drawer-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'errors' && <ErrorList {...props} />}
        {tab === 'files' && <Files session={props.session} />}
        {tab === 'payload' && <PayloadText payload={props.session.payload} />}
      </div>
    </aside>
  );
};

const Files = ({ session }: { session: DraftSession }) => {
  const files = filesOf(session);
  const kept = keptFilesOf(session);
  if (files.length + kept.length === 0) return <p class="soft">{text.noFiles}</p>;
  return (
    <ul class="plain-list">
      {files.map((attachment) => (
        <li key={attachment.id}>
          <strong>{attachment.chosen.name}</strong> ({showSize(attachment.chosen.size)})
          <div class={needsSignature(attachment) ? 'chip chip-warning' : 'chip chip-success'}>
            {attachment.signed
              ? text.signedBy(attachment.signed.signer)
              : needsSignature(attachment)
                ? text.unsigned
                : text.unsignedImage}
          </div>
          <div class="mono soft">{(attachment.signed?.file ?? attachment.chosen).sha256}</div>
        </li>
      ))}
      {kept.map(({ courtId, name, size, sentSha256 }) => (
        <li key={courtId}>
          <strong>{name}</strong> ({showSize(size)})
          <div class="chip chip-success">{text.fileStays}</div>
          <div class="mono soft">{sentSha256}</div>
        </li>
      ))}
    </ul>
  );
};
