import { type Remote, wrap } from 'comlink';
import type { Json, JsonObject } from '../base/json.ts';
import type { VerdictService } from '../validation/ajv.worker.ts';
import { controlled } from './offline.ts';
import { ambientesFromGateway } from './state.ts';
import { ownScript } from './trusted-types.ts';
import { AJV_WORKER } from './worker-addresses.ts';

let service: Promise<Remote<VerdictService>> | undefined;

/**
 * Starts Ajv's worker. Its response must carry the fence around `eval`: from the gateway it does; on a static host only
 * once the service worker controls the page, and until then there is no second verdict (the report needs no eval).
 */
const start = async (): Promise<Remote<VerdictService>> => {
  if (!ambientesFromGateway.value) await controlled();
  return wrap<VerdictService>(new Worker(ownScript(AJV_WORKER), { type: 'module' }));
};

/** Ajv's verdict on an instance; `undefined` where Ajv cannot tell (no worker, a schema it refuses). */
export const verdictOf = async (
  schema: JsonObject,
  schemaSha256: string,
  instance: Json,
): Promise<boolean | undefined> => {
  service ??= start();
  try {
    return await (await service).verdict(schema, schemaSha256, instance);
  } catch {
    return undefined;
  }
};
