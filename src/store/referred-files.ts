import type { Attachment } from '../attachment/types.ts';
import type { Draft } from '../draft/types.ts';
import type { CachedLayout } from '../layout/types.ts';
import type { RecepcaoEntry } from '../protocol/recepcao/types.ts';
import type { CourtDelivery } from '../receipt/court-delivery.ts';
import type { Delivery } from '../receipt/types.ts';

/** What refers to contents. */
export interface Referring {
  drafts: readonly Draft[];
  attachments: readonly Attachment[];
  entries: readonly RecepcaoEntry[];
  deliveries: readonly Delivery[];
  courtDeliveries: readonly CourtDelivery[];
  layouts: readonly CachedLayout[];
}

/** A content that a record refers to. */
export interface ReferredFile {
  /** `layout`: the schema's very bytes, which the court gives again. */
  of: 'draft' | 'entry' | 'delivery' | 'layout';
  /** Id of the draft, entry or delivery; hash of the layout. */
  id: string;
  /** What a person knows it by. */
  name: string;
  /** Hexadecimal. */
  sha256: string;
}

/** Every content that the work refers to; the one list of them. */
export const referredFiles = (by: Referring): ReferredFile[] => [
  ...by.layouts.flatMap(({ sha256, former = [] }) =>
    [sha256, ...former.map((version) => version.sha256)].map(layoutFile),
  ),
  // The version it is filled in against, which another may have taken the place of.
  ...by.drafts.map(({ layoutSha256 }) => layoutFile(layoutSha256)),
  ...by.attachments.flatMap(({ draftId: id, chosen, signed }) =>
    [chosen, ...(signed ? [signed.file] : [])].map(
      ({ name, sha256 }): ReferredFile => ({ of: 'draft', id, name, sha256 }),
    ),
  ),
  ...by.entries.flatMap(({ id, frozen, progress: { homologation } }) =>
    sentFiles('entry', { id, ...frozen, homologation }),
  ),
  ...by.deliveries.flatMap((delivery) => sentFiles('delivery', delivery)),
  ...by.courtDeliveries.flatMap(({ contents, look }): ReferredFile[] =>
    look?.differs === undefined
      ? []
      : [
          {
            of: 'delivery',
            id: contents.at(-1) ?? '',
            name: 'tribunal.json',
            sha256: look.differs,
          },
        ],
  ),
];

const layoutFile = (sha256: string): ReferredFile => ({
  of: 'layout',
  id: sha256,
  name: 'layout.json',
  sha256,
});

interface Sent {
  id: string;
  layoutSha256: string;
  files: readonly Pick<Delivery['files'][number], 'name' | 'sha256' | 'sentSha256'>[];
  homologation?: Delivery['homologation'] | undefined;
}

const sentFiles = (
  of: 'entry' | 'delivery',
  { id, layoutSha256, files, homologation }: Sent,
): ReferredFile[] => {
  const file = (name: string, sha256: string): ReferredFile => ({ of, id, name, sha256 });
  const { pdfSha256, signedPdfSha256 } = homologation ?? {};
  return [
    layoutFile(layoutSha256),
    ...files.flatMap(({ name, sha256, sentSha256 }) =>
      [...new Set([sentSha256, sha256])].map((each) => file(name, each)),
    ),
    ...(pdfSha256 === undefined ? [] : [file('homologacao.pdf', pdfSha256)]),
    ...(signedPdfSha256 === undefined ? [] : [file('homologacao-assinada.pdf', signedPdfSha256)]),
  ];
};
