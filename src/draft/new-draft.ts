import { isJsonObject } from '../base/json.ts';
import type { CachedLayout, ObjectField } from '../layout/types.ts';
import { emptySection } from './sections.ts';
import type { Draft, DraftSnapshot } from './types.ts';

/**
 * A draft for one layout and month with nothing filled in. `now`: epoch ms UTC. `representacao`: in whose name it is made, as
 * far as that is known.
 */
export const newDraft = (
  id: string,
  ambiente: string,
  layout: CachedLayout,
  form: ObjectField,
  now: number,
  representacao?: number,
): { draft: Draft; snapshot: DraftSnapshot } => {
  const document = emptySection(form);
  const draft: Draft = {
    id,
    ambiente,
    ...(representacao !== undefined && { representacao }),
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
  };
  const snapshot = { draftId: id, seq: 0, document: isJsonObject(document) ? document : {} };
  return { draft, snapshot };
};
