import type { DraftSession } from '../../../app/drafts/draft-session.ts';
import { useBrokenLinks } from '../../links/use-broken-links.ts';
import { Notice } from '../../parts/notice.tsx';
import { LINK_FAULTS } from '../../text/ligacoes.ts';
import { FieldLink } from './field-link.tsx';

/** The fields whose delivery to come will not come: with them the draft cannot be sent. */
export const BrokenLinks = ({ session }: { session: Pick<DraftSession, 'form' | 'payload'> }) => (
  <>
    {useBrokenLinks(session).map(({ pointer, fault }) => (
      <Notice key={pointer} tone="danger">
        <FieldLink form={session.form} pointer={pointer} />
        <p>{LINK_FAULTS[fault]}</p>
      </Notice>
    ))}
  </>
);
