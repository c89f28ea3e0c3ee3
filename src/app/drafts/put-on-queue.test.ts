import { signal } from '@preact/signals';
import { afterEach, expect, it } from 'vitest';
import { type KnownEntry, recepcaoEntryOf } from '../../../test/support/recepcao-entry.ts';
import type { Attachment } from '../../attachment/types.ts';
import type { Ambiente } from '../../base/environment.ts';
import type { Draft } from '../../draft/types.ts';
import type { CachedLayout } from '../../layout/types.ts';
import { report } from '../../validation/report.ts';
import { ambiente, ambientes, records } from '../state.ts';
import { leftAtCourt, queueFault } from './put-on-queue.ts';

const FILE = '29f5882c-1188-4be6-9d16-b56d959e3518';
const schema = {
  type: 'object',
  properties: { idDocumentoPDF: { type: 'string', format: 'arquivo-ged' } },
  required: ['idDocumentoPDF'],
};
const pdf = { sha256: 'aa', size: 9, name: 'edital.pdf', kind: 'pdf' } as const;
const unsigned: Attachment = { id: FILE, draftId: 'd1', chosen: pdf };
const signed: Attachment = {
  ...unsigned,
  signed: { file: { ...pdf, kind: 'p7s' }, signer: 'MARIA', at: 1 },
};

const draft: Draft = {
  id: 'd1',
  ambiente: 'a',
  schemaVersion: 1,
  rev: 1,
  createdAt: 1,
  changedAt: 1,
  spc: 'LIC',
  slp: 'REG_LICITACAO',
  mes: 2,
  ano: 2019,
  layoutSha256: 'bb',
  layoutSource: 'sample',
};

const NOWHERE = { hosts: { recepcao: '' }, anchors: [] };

const worksIn = (tipo: Ambiente['tipo']) => {
  ambiente.value = { id: 'a', tipo, nome: tipo, ...NOWHERE };
  ambientes.value = [ambiente.value];
};

interface Given {
  payload?: Record<string, string>;
  attachment?: Attachment;
  source?: CachedLayout['source'];
  verdict?: boolean;
}

const judged = ({
  payload = { idDocumentoPDF: FILE },
  attachment = signed,
  source = 'court',
  verdict = true,
}: Given = {}) => ({
  draft: signal(draft),
  layout: { ...draft, schema, sha256: 'bb', fetchedAt: 1, source },
  payload: signal(payload),
  report: signal(report(schema, payload)),
  verdict: signal<boolean | undefined>(verdict),
  attachments: signal(new Map([[FILE, attachment]])),
});

afterEach(() => {
  ambiente.value = undefined;
  ambientes.value = [];
  records.entries.value = [];
});

it('queues what is checked, signed and made for somewhere', () => {
  expect(queueFault(judged())).toBe('no-ambiente');
  worksIn('producao');
  expect(queueFault(judged())).toBeUndefined();
  expect(queueFault(judged({ payload: {} }))).toBe('has-errors');
  expect(queueFault(judged({ verdict: false }))).toBe('verdicts-differ');
  expect(queueFault(judged({ attachment: unsigned }))).toBe('not-signed');
});

it('queues a draft on a sample layout in the simulator only', () => {
  for (const tipo of ['producao', 'testes'] as const) {
    worksIn(tipo);
    expect(queueFault(judged({ source: 'sample' }))).toBe('sample-layout');
  }
  worksIn('simulado');
  expect(queueFault(judged({ source: 'sample' }))).toBeUndefined();
});

it('judges a draft by its own environment, whichever is in use by then', () => {
  worksIn('producao');
  const other = { ...{ id: 'b', tipo: 'simulado' as const, nome: 'b' }, ...NOWHERE };
  ambiente.value = other;
  ambientes.value = [...ambientes.value, other];
  expect(queueFault(judged({ source: 'sample' }))).toBe('sample-layout');
  const open = recepcaoEntryOf({ state: { kind: 'ready' } });
  records.entries.value = [
    { ...open, ambiente: 'a', frozen: { ...open.frozen, draftId: draft.id } },
  ];
  expect(queueFault(judged())).toBe('already-queued');
});

const former = (known: KnownEntry) => {
  worksIn('simulado');
  records.entries.value = [{ ...recepcaoEntryOf(known), ambiente: 'a' }];
  return leftAtCourt('d')?.id;
};

it('knows of a draft that a former entry of it left something at the court, or may have', () => {
  const delivery = { id: 7, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 };
  const given = { kind: 'cancelled', unresolved: false } as const;
  expect(former({ state: { ...given, unresolved: true } })).toBe('e');
  expect(former({ state: given, progress: { uploads: {}, delivery } })).toBe('e');
  expect(former({ state: given })).toBeUndefined();
  // What still is on its way is no former entry: it keeps the draft from being queued.
  expect(former({ state: { kind: 'ready' }, progress: { uploads: {}, delivery } })).toBeUndefined();
});
