import { expect, it } from 'vitest';
import { documentOf, processOf } from '../../test/support/pen-records.ts';
import { recepcaoEntryOf } from '../../test/support/recepcao-entry.ts';
import type { PenEntry } from '../protocol/pen/types.ts';
import type { CourtDelivery } from '../receipt/court-delivery.ts';
import type { Delivery } from '../receipt/types.ts';
import { NOTHING_REFERS, referredFiles } from './referred-files.ts';

const file = {
  ...({ localId: 'l', name: 'edital.pdf', kind: 'pdf', size: 1 } as const),
  ...{ sha256: 'chosen', sentSha256: 'sent' },
};
const homologation = { pdfSha256: 'pdf', signedPdfSha256: 'signed-pdf' };

it('names what an entry refers to: its files, the homologation, and the layout of its dossier', () => {
  const entry = recepcaoEntryOf({ files: [file], progress: { uploads: {}, homologation } });
  const entries = [{ ...entry, frozen: { ...entry.frozen, layoutSha256: 'layout' } }];
  const files = referredFiles({
    ...NOTHING_REFERS,
    entries,
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
    ...NOTHING_REFERS,
    drafts: [{ id: 'd', ...head, ...of, layoutSha256: 'of-draft', layoutSource: 'court' }],
    attachments: [{ id: 'l', draftId: 'd', chosen, signed }],
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

it('names the files of a process, also of a withdrawn document, and what was sent of it', () => {
  const signatures = [{ p7sSha256: 'p7s', holder: 'MARIA', at: 1 }];
  const [component] = documentOf().components;
  if (!component) throw new Error('no component');
  const components = [{ ...component, sha256: 'html', signatures }];
  const documents = [documentOf({ components, retirado: true })];
  const sent: PenEntry = {
    ...recepcaoEntryOf({}),
    frozen: {
      orgao: 'o',
      errand: {
        ...{ kind: 'send', processId: 'p1', protocolo: '1' },
        remetente: { repositorio: 1, numero: '1', nome: 'a' },
        destinatario: { repositorio: 1, numero: '2', nome: 'b' },
        ...{ metadataSha256: 'metadata', known: [], partSize: 1, mostTries: 3 },
        components: [
          {
            ...{
              documento: 1,
              protocolo: '1',
              ordem: 1,
              nome: 'a.html',
              sha256: 'sent',
              hash: '',
              size: 1,
            },
            whole: true,
          },
        ],
      },
    },
    progress: {},
  };
  const files = referredFiles({
    ...NOTHING_REFERS,
    processes: [processOf({ documents })],
    penEntries: [sent],
  });
  expect(files.map(({ of, sha256 }) => `${of} ${sha256}`)).toEqual([
    'process html',
    'process p7s',
    'process metadata',
    'process sent',
  ]);
});

it('keeps what of a trâmite was downloaded, before it is a process here', () => {
  const coming: PenEntry = {
    ...{ id: 'e2', ambiente: 'simulado', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 },
    ...{ protocol: 'pen', frozenSha256: '', state: { kind: 'ready' }, attempts: 0, waits: 0 },
    ...{ failures: 0, tokenRefused: false, consents: [], absenceStated: [], mustAsk: false },
    ...{ owner: { id: 'o', name: 'aqui' }, logSize: 1, logHead: '' },
    frozen: { orgao: 'prefeitura', errand: { kind: 'receive', idt: 7 } },
    progress: {
      receive: {
        metadataSha256: 'metadata',
        complete: ['whole'],
        parts: { coming: { sha256s: ['part1', 'part2'], bytes: 2 } },
      },
    },
  };
  const files = referredFiles({ ...NOTHING_REFERS, penEntries: [coming] });
  expect(files.map(({ sha256 }) => sha256)).toEqual(['metadata', 'whole', 'part1', 'part2']);
});
