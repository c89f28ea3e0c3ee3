import { isJsonObject } from '../base/json.ts';
import type { CachedLayout, ObjectField } from '../layout/types.ts';
import { emptySection } from './sections.ts';
import type { Draft } from './types.ts';

/** A draft for one layout and month with nothing filled in. `now`: epoch ms UTC. */
export const newDraft = (
  id: string,
  ambiente: string,
  layout: CachedLayout,
  form: ObjectField,
  now: number,
): Draft => {
  const document = emptySection(form);
  return {
    id,
    ambiente,
    schemaVersion: 1,
    rev: 1,
    createdAt: now,
    changedAt: now,
    spc: layout.spc,
    slp: layout.slp,
    mes: layout.mes,
    ano: layout.ano,
    layoutSha256: layout.sha256,
    layoutSource: layout.source,
    snapshot: isJsonObject(document) ? document : {},
    snapshotSeq: 0,
  };
};
