import { sha256Hex, utf8 } from '../base/bytes.ts';
import { isJsonObject, parseJson } from '../base/json.ts';
import { err, ok, type Result } from '../base/result.ts';
import { sampleAddress } from '../layout/catalogue.ts';
import type { CachedLayout, LayoutId } from '../layout/types.ts';
import { paths } from '../protocol/recepcao/endpoints.ts';
import { askCourt } from './connection.ts';
import { layouts } from './state.ts';
import { clock, stores } from './stores.ts';

/** `not-found`: neither the court nor the samples have it. `no-answer`: nobody could be asked. */
export type LayoutFault = 'not-found' | 'no-answer' | 'not-a-schema';

export interface LayoutPeriod extends LayoutId {
  mes: number;
  ano: number;
}

export const loadLayouts = async (): Promise<void> => {
  layouts.value = await stores.layouts.list();
};

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
  { spc, slp, mes, ano }: LayoutPeriod,
  text: string,
  source: CachedLayout['source'],
): Promise<Result<CachedLayout, LayoutFault>> => {
  const schema = parseJson(text);
  if (!isJsonObject(schema)) return err('not-a-schema');
  const sha256 = await sha256Hex(utf8(text));
  const layout = { spc, slp, mes, ano, schema, sha256, fetchedAt: clock.now(), source };
  // A cache: without room for it the draft goes on with the copy in the hand.
  await stores.layouts.save(layout);
  // Its very bytes, for the dossier of what will be delivered under it.
  await stores.files.put(new Blob([text]));
  await loadLayouts();
  return ok(layout);
};
