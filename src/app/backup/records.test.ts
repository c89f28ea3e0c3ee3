import { expect, it } from 'vitest';
import { parseJson } from '../../base/json.ts';
import { workOf } from './records.ts';

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
