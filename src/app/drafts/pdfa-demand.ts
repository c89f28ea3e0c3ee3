import type { PdfAClaim } from '../../attachment/pdfa/types.ts';
import type { Attachment } from '../../attachment/types.ts';
import { isJsonObject, type Json } from '../../base/json.ts';
import type { Result } from '../../base/result.ts';
import type { LayoutField } from '../../layout/types.ts';
import type { DraftSession } from './draft-session.ts';

/** Whether a file claims to be PDF/A and nothing was seen that contradicts it. */
export const keepsItsClaim = (read: Result<PdfAClaim, unknown> | undefined): boolean =>
  read?.ok === true && read.value.claims !== undefined && read.value.contradictions.length === 0;

/** The files of fields that ask for PDF/A and that are none, as far as can be told; in the order of the form. */
export const notPdfAWhereDemanded = ({
  form,
  payload,
  attachments,
}: Pick<DraftSession, 'form' | 'payload' | 'attachments'>): Attachment[] =>
  demandedIds(form, payload.value)
    .flatMap((id) => attachments.value.get(id) ?? [])
    .filter(({ pdfa }) => !keepsItsClaim(pdfa));

const demandedIds = (field: LayoutField, value: Json | undefined): string[] => {
  if (field.kind === 'file') return field.demandsPdfA && typeof value === 'string' ? [value] : [];
  if (field.kind === 'array' && Array.isArray(value))
    return value.flatMap((item) => demandedIds(field.items, item));
  if (field.kind === 'object' && isJsonObject(value))
    return field.groups
      .flatMap(({ fields }) => fields)
      .flatMap((member) => demandedIds(member, value[member.name]));
  return [];
};
