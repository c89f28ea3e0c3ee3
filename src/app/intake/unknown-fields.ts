import { lookThrough, type UnknownMember } from '../../draft/intake/look-through.ts';
import { payloadOf } from '../../draft/payload.ts';
import type { DraftSession } from '../drafts/draft-session.ts';

/** What a draft would send that its layout does not know, and that its form therefore does not show. */
export const unknownFields = ({
  document,
  form,
}: Pick<DraftSession, 'document' | 'form'>): UnknownMember[] =>
  lookThrough(payloadOf(document.peek()), form).unknown;
