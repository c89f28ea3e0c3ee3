import { expect, it } from 'vitest';
import { parseJson } from '../../base/json.ts';
import { recordsOf, workOf } from './records.ts';

/** A record of a draft as version 3 wrote it into copies. */
const COPIED = `{
  "draft": {
    "id": "d1", "ambiente": "simulado", "schemaVersion": 1, "rev": 4, "createdAt": 1, "changedAt": 7,
    "spc": "LIC", "slp": "X", "mes": 1, "ano": 2019, "layoutSha256": "aa", "layoutSource": "court",
    "snapshot": { "objeto": "Merenda" }, "snapshotSeq": 2
  },
  "changes": [],
  "attachments": [{ "id": "a", "draftId": "d1" }]
}`;

const EMPTY = {
  ...{ drafts: [], entries: [], deliveries: [], courtDeliveries: [], layouts: [] },
  ...{ certificates: [], pen: { processes: [], tramites: [], entries: [] } },
};

it('batches and decisions on deadlines are in a copy, and are none in one that was made before', () => {
  const head = { ambiente: 'a', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 } as const;
  const batch = { batch: { ...head, id: 'b', name: 'mes.zip' }, items: [] };
  const work = { ...EMPTY, batches: [batch], deadlines: { rules: [] } };
  const records = [...recordsOf(work)];
  expect(workOf(records)).toEqual(work);
  const before = records.filter(({ store }) => store === 'processes');
  expect(workOf(before)).toEqual({ ...EMPTY, batches: [], deadlines: undefined });
});

it('what a later program put into a copy beside what is known keeps nothing from being read', () => {
  const later = [
    { store: 'something', key: 's', record: {} },
    { store: 'settings', key: 'another', record: {} },
  ];
  expect(workOf(later)).toEqual({ ...EMPTY, batches: [], deadlines: undefined });
});

it('reads a draft out of a copy of version 3, whose record held the document', () => {
  const record = parseJson(COPIED) ?? null;
  const [whole] = workOf([{ store: 'drafts', key: 'd1', record }]).drafts;
  expect(whole?.draft).not.toHaveProperty('snapshot');
  expect(whole).toMatchObject({
    draft: { id: 'd1', rev: 4 },
    snapshot: { draftId: 'd1', seq: 2, document: { objeto: 'Merenda' } },
    versions: [],
    attachments: [{ id: 'a' }],
  });
});
