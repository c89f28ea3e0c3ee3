import { type Remote, releaseProxy, wrap } from 'comlink';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JsonObject } from '../base/json.ts';
import type { VerdictService } from './ajv.worker.ts';

let worker: Worker;
let service: Remote<VerdictService>;

beforeAll(() => {
  worker = new Worker(new URL('./ajv.worker.ts', import.meta.url), { type: 'module' });
  service = wrap<VerdictService>(worker);
});

afterAll(() => {
  service[releaseProxy]();
  worker.terminate();
});

const schema: JsonObject = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  properties: { data: { type: 'string', format: 'date' } },
  required: ['data'],
};

it('tells valid from invalid outside the page’s thread', async () => {
  expect(await service.verdict(schema, 'a', { data: '2024-02-29' })).toBe(true);
  expect(await service.verdict(schema, 'a', { data: '2023-02-29' })).toBe(false);
  expect(await service.verdict(schema, 'a', {})).toBe(false);
});

it('compiles a schema once for its hash', async () => {
  expect(await service.verdict({ type: 'string' }, 'b', 1)).toBe(false);
  expect(await service.verdict({}, 'b', 1)).toBe(false);
  expect(await service.verdict({}, 'c', 1)).toBe(true);
});

it('rejects a schema that is invalid, and goes on', async () => {
  await expect(service.verdict({ type: 'texto' }, 'd', 1)).rejects.toThrow(/schema is invalid/);
  expect(await service.verdict({}, 'c', 1)).toBe(true);
});
