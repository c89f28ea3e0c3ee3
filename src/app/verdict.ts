import type { Json, JsonObject } from '../base/json.ts';
import type { VerdictService } from '../validation/ajv.worker.ts';
import { isFenced } from './offline.ts';
import { ambientesFromGateway } from './state.ts';
import { AJV_WORKER } from './worker-addresses.ts';
import { inWorker, livingWorker, type WorkerLife } from './worker-life.ts';

let life: WorkerLife<VerdictService> | undefined;

/**
 * Whether the response of Ajv's worker carries the fence around `eval`: from the gateway it does; on a static host only
 * where the service worker controls the page. Elsewhere there is no second verdict (the report needs no eval).
 */
const isFencedIn = (): boolean =>
  isFenced() && (ambientesFromGateway.value || Boolean(navigator.serviceWorker?.controller));

/** Ajv's verdict on an instance; `undefined` where Ajv cannot tell (no worker, a schema it refuses). */
export const verdictOf = async (
  schema: JsonObject,
  schemaSha256: string,
  instance: Json,
): Promise<boolean | undefined> => {
  if (!isFencedIn()) return undefined;
  life = livingWorker(life, AJV_WORKER, 'segunda conferência');
  try {
    return await inWorker(life, async (service) => service.verdict(schema, schemaSha256, instance));
  } catch {
    return undefined;
  }
};
