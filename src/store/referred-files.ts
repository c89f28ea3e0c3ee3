import type { Attachment } from '../attachment/types.ts';
import type { Draft } from '../draft/types.ts';
import type { CachedLayout } from '../layout/types.ts';
import type { Process } from '../process/types.ts';
import type { PenEntry, PenProgress, SendErrand } from '../protocol/pen/types.ts';
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
  processes: readonly Process[];
  penEntries: readonly PenEntry[];
}

/** For who asks about some kinds of records only. */
export const NOTHING_REFERS: Referring = {
  ...{ drafts: [], attachments: [], entries: [], deliveries: [], courtDeliveries: [] },
  ...{ layouts: [], processes: [], penEntries: [] },
};

/** A content that a record refers to. */
export interface ReferredFile {
  /** `layout`: the schema's very bytes, which the court gives again. */
  of: 'draft' | 'entry' | 'delivery' | 'layout' | 'process';
  /** Id of the draft, entry, delivery or process; hash of the layout. */
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
  ...by.processes.flatMap(processFiles),
  ...by.penEntries.flatMap(({ id, frozen: { errand }, progress }) =>
    errand.kind === 'send' ? sentOnFiles(errand) : comingFiles(id, progress),
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

// Kept for ever: a process that comes back must go out with the very bytes it had (0047).
const processFiles = ({ id, documents }: Process): ReferredFile[] =>
  documents.flatMap(({ components }) =>
    components.flatMap(({ nome, sha256, signatures }): ReferredFile[] => [
      { of: 'process', id, name: nome, sha256 },
      ...signatures.map(
        ({ p7sSha256 }): ReferredFile => ({
          ...{ of: 'process', id, name: `${nome}.p7s`, sha256: p7sSha256 },
        }),
      ),
    ]),
  );

// Downloaded, and not yet a process here; each part until the file is whole.
const comingFiles = (id: string, { processId = id, receive = {} }: PenProgress): ReferredFile[] => {
  const { metadataSha256, wanted = [], complete = [], parts = {} } = receive;
  const file = (name: string, sha256: string): ReferredFile => ({
    ...{ of: 'process', id: processId, name, sha256 },
  });
  return [
    ...(metadataSha256 === undefined ? [] : [file('metadados.json', metadataSha256)]),
    ...complete.map((sha256) =>
      file(wanted.find((each) => each.sha256 === sha256)?.nome ?? sha256, sha256),
    ),
    ...Object.values(parts).flatMap(({ sha256s }) =>
      sha256s.map((sha256) => file('parte', sha256)),
    ),
  ];
};

const sentOnFiles = ({ processId: id, metadataSha256, components }: SendErrand): ReferredFile[] => [
  { of: 'process', id, name: 'metadados.json', sha256: metadataSha256 },
  ...components.map(
    ({ nome, sha256 }): ReferredFile => ({ of: 'process', id, name: nome, sha256 }),
  ),
];
