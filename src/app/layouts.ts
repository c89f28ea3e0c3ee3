import { sha256Hex, utf8 } from '../base/bytes.ts';
import { isJsonObject, type JsonObject, parseJson } from '../base/json.ts';
import { err, ok, type Result } from '../base/result.ts';
import { sampleAddress } from '../layout/catalogue.ts';
import type { CachedLayout, LayoutId, LayoutVersion } from '../layout/types.ts';
import { paths } from '../protocol/recepcao/endpoints.ts';
import { askCourt } from './connection.ts';
import { loadLayouts } from './load-layouts.ts';
import { clock, stores } from './stores.ts';
import { tellChanged } from './tabs.ts';

/** `not-found`: neither the court nor the samples have it. `no-answer`: nobody could be asked. */
export type LayoutFault = 'not-found' | 'no-answer' | 'not-a-schema';

export interface LayoutPeriod extends LayoutId {
  mes: number;
  ano: number;
}

/** Something made with one version of a layout: a draft, a delivery; without a hash, with no certain one. */
export interface MadeWith extends LayoutPeriod {
  layoutSha256?: string;
  layoutSource?: LayoutVersion['source'];
}

/** A first draft waits so long (ms) for the court's layout; the sample lets it begin. */
const PATIENCE_MS = 4_000;

/**
 * The layout of a month: what is kept, else the court's, else the sample that comes with the app. A kept sample is used
 * at once; the court's takes its place the next time.
 */
export const layoutFor = async (
  period: LayoutPeriod,
): Promise<Result<CachedLayout, LayoutFault>> => {
  const kept = await stores.layouts.load(period, period.mes, period.ano);
  if (kept?.source === 'sample') void fetchLayout(period);
  if (kept) return ok(kept);
  const fetched = await fetchLayout(period, AbortSignal.timeout(PATIENCE_MS));
  return fetched.ok ? fetched : sampleFor(period);
};

/** The very version that something was made with; where its schema is gone, the one of its month. */
export const layoutOf = async (made: MadeWith): Promise<Result<LayoutVersion, LayoutFault>> => {
  const { spc, slp, mes, ano, layoutSha256: sha256, layoutSource } = made;
  const kept = await stores.layouts.load(made, mes, ano);
  if (sha256 === undefined || sha256 === kept?.sha256) return layoutFor(made);
  const schema = await schemaOf(sha256);
  if (!schema) return layoutFor(made);
  const former = kept?.former?.find((version) => version.sha256 === sha256);
  return ok({
    ...{ spc, slp, mes, ano, schema, sha256 },
    source: layoutSource ?? former?.source ?? 'court',
  });
};

/** The schema of a version by its hash; `undefined` where it is not kept. */
export const schemaOf = async (sha256: string): Promise<JsonObject | undefined> => {
  const content = await stores.files.get(sha256);
  const schema = content && parseJson(await content.text());
  return isJsonObject(schema) ? schema : undefined;
};

/** Asks the court for the schema of a month (no token is needed) and keeps it. */
export const fetchLayout = async (
  period: LayoutPeriod,
  signal?: AbortSignal,
): Promise<Result<CachedLayout, LayoutFault>> => {
  const reply = await askCourt({ method: 'GET', path: paths.schema(period) }, signal);
  if (reply?.kind === 'problem') return err('not-found');
  if (reply?.kind !== 'success') return err('no-answer');
  return keep(period, new TextDecoder().decode(reply.body), 'court');
};

const sampleFor = async (period: LayoutPeriod): Promise<Result<CachedLayout, LayoutFault>> => {
  try {
    const response = await fetch(`.${sampleAddress(period)}`);
    if (!response.ok) return err('not-found');
    return keep(period, await response.text(), 'sample');
  } catch {
    return err('no-answer');
  }
};

const keep = async (
  period: LayoutPeriod,
  text: string,
  source: LayoutVersion['source'],
): Promise<Result<CachedLayout, LayoutFault>> => {
  const schema = parseJson(text);
  if (!isJsonObject(schema)) return err('not-a-schema');
  const { spc, slp, mes, ano } = period;
  const version = { spc, slp, mes, ano, schema, sha256: await sha256Hex(utf8(text)), source };
  const kept = await stores.layouts.load(period, mes, ano);
  // The court's may have come while the sample was fetched.
  if (kept?.source === 'court' && source === 'sample') return ok(kept);
  const layout = inPlaceOf(kept, version, clock.now());
  // A cache: without room for it the draft goes on with the copy in the hand.
  await stores.layouts.save(layout);
  // Its very bytes, for the drafts that stay with it and the dossier of what will be delivered under it.
  await stores.files.put(new Blob([text]));
  await loadLayouts();
  tellChanged('layouts');
  return ok(layout);
};

/** What was kept before goes on the list of former versions. `now`: epoch ms UTC. */
const inPlaceOf = (
  kept: CachedLayout | undefined,
  version: LayoutVersion,
  now: number,
): CachedLayout => {
  if (!kept) return { ...version, fetchedAt: now, askedAt: now };
  const { sha256, source, fetchedAt, former = [] } = kept;
  if (sha256 === version.sha256) return { ...kept, source: version.source, askedAt: now };
  const others = former.filter((each) => each.sha256 !== version.sha256);
  return {
    ...version,
    ...{ fetchedAt: now, askedAt: now },
    former: [...others, { sha256, source, fetchedAt }],
  };
};
