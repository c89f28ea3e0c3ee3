import { expect, it } from 'vitest';
import { recepcaoEntryOf } from '../../test/support/recepcao-entry.ts';
import type { CourtDelivery } from '../receipt/court-delivery.ts';
import type { Delivery } from '../receipt/types.ts';
import { referredFiles } from './referred-files.ts';

const file = {
  ...({ localId: 'l', name: 'edital.pdf', kind: 'pdf', size: 1 } as const),
  ...{ sha256: 'chosen', sentSha256: 'sent' },
};
const homologation = { pdfSha256: 'pdf', signedPdfSha256: 'signed-pdf' };

it('names what an entry refers to: its files, the homologation, and the layout of its dossier', () => {
  const entry = recepcaoEntryOf({ files: [file], progress: { uploads: {}, homologation } });
  const entries = [{ ...entry, frozen: { ...entry.frozen, layoutSha256: 'layout' } }];
  const files = referredFiles({
    drafts: [],
    attachments: [],
    entries,
    deliveries: [],
    courtDeliveries: [],
    layouts: [],
  });
  expect(files.map(({ of, sha256 }) => `${of} ${sha256}`).sort()).toEqual([
    'entry chosen',
    'entry pdf',
    'entry sent',
    'entry signed-pdf',
    'layout layout',
  ]);
});

it('names what a delivery, a draft and a kept layout refer to', () => {
  const delivery: Delivery = {
    ...{ id: 'e', ambiente: 'a', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 },
    ...{ representacao: 1, spc: 'LIC', slp: 'X', mes: 1, ano: 2026, layoutSha256: 'old' },
    ...{ courtId: 1, recibo: 'r', statusEnvio: 'HOMOLOGADO', deliveredAt: 1, logHead: '' },
    body: { text: '{}', sha256: 'body' },
    files: [{ ...file, sha256: 'sent', courtId: 'c', signatarios: [] }],
    homologation,
  };
  const known: CourtDelivery = {
    ...{ ambiente: 'a', representacao: 1, spc: 'LIC', slp: 'X', mes: 1, ano: 2026, courtId: 1 },
    ...{ recibo: 'r', statusEnvio: 'HOMOLOGADO', heardAt: 1, deliveredAt: 1, contents: ['e'] },
    ...{ bodySha256: 'body', origin: 'sent', look: { at: 2, differs: 'at-the-court' } },
  };
  const { name, kind, size } = file;
  const chosen = { name, kind, size, sha256: 'attached' };
  const signed = { file: { ...chosen, sha256: 'p7s' }, signer: 'MARIA', at: 1 };
  const layout = { spc: 'LIC', slp: 'X', mes: 1, ano: 2026, sha256: 'new' };
  const head = { ambiente: 'a', schemaVersion: 1 as const, rev: 1, createdAt: 1, changedAt: 1 };
  const of = { spc: 'LIC', slp: 'X', mes: 1, ano: 2026 };
  const former = [{ sha256: 'before', source: 'sample' as const, fetchedAt: 1 }];
  const files = referredFiles({
    drafts: [{ id: 'd', ...head, ...of, layoutSha256: 'of-draft', layoutSource: 'court' }],
    attachments: [{ id: 'l', draftId: 'd', chosen, signed }],
    entries: [],
    deliveries: [delivery],
    courtDeliveries: [known],
    layouts: [{ ...layout, schema: {}, fetchedAt: 1, source: 'court', former }],
  });
  expect(files.map(({ of, sha256 }) => `${of} ${sha256}`).sort()).toEqual([
    'delivery at-the-court',
    'delivery pdf',
    'delivery sent',
    'delivery signed-pdf',
    'draft attached',
    'draft p7s',
    'layout before',
    'layout new',
    'layout of-draft',
    'layout old',
  ]);
});
