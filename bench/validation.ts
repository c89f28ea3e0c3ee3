import { pathToFileURL } from 'node:url';
import { type Schema, Validator } from '@cfworker/json-schema';
import { setShouldValidateFormat } from '@hyperjump/json-schema';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-04';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Json } from '../src/base/json.ts';
import { compileReport } from '../src/validation/report.ts';

/** Nine properties a row, one of them a `$ref`: the shape the peers were measured with. */
const layout = {
  type: 'object',
  properties: { itens: { type: 'array', items: { $ref: '#/definitions/item' } } },
  required: ['itens'],
  definitions: {
    item: {
      type: 'object',
      properties: {
        numero: { type: 'integer', minimum: 1 },
        descricao: { type: 'string' },
        codNatureza: { type: 'integer', enum: [1, 2, 3, 4, 5] },
        dataCotacao: { type: 'string', format: 'date' },
        quantidade: { type: 'number', minimum: 0 },
        valorUnitario: { type: 'number', minimum: 0 },
        exclusivo: { type: 'boolean' },
        unidade: { type: 'string' },
        fornecedor: { $ref: '#/definitions/fornecedor' },
      },
      required: ['numero', 'descricao', 'dataCotacao', 'valorUnitario', 'fornecedor'],
    },
    fornecedor: {
      type: 'object',
      properties: { nome: { type: 'string' }, documento: { type: 'string' } },
      required: ['nome'],
    },
  },
};

const row = (index: number) => {
  const good = {
    numero: index + 1,
    descricao: `Item ${index + 1}`,
    codNatureza: 1 + (index % 5),
    dataCotacao: '2026-02-28',
    quantidade: (index % 40) + 0.5,
    valorUnitario: index / 100,
    exclusivo: index % 2 === 0,
    unidade: 'un',
    fornecedor: { nome: `Fornecedor ${index % 30}`, documento: '00000000000191' },
  };
  return index % 20 === 7 ? { ...good, valorUnitario: '10,00', dataCotacao: '31/12/2026' } : good;
};

const ROUNDS = 15;
const SIZES = [1_000, 10_000];
const SCHEMA_ID = 'https://estafeta.invalid/bench';

/** Milliseconds of each validator; the middle of rounds run in turn, so that all share the noise. */
const race = (runners: Record<string, () => unknown>): Record<string, number> => {
  const times: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, runner] of Object.entries(runners)) {
      const start = performance.now();
      runner();
      times[name] = [...(times[name] ?? []), performance.now() - start];
    }
  }
  const middle = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, middle(list)]));
};

const makeRunners = async () => {
  const report = compileReport(layout);
  const ajv = new Ajv({ strict: false, allErrors: true, verbose: true });
  const ajvValidate = addFormats(ajv).compile(layout);
  const cfworker = new Validator(layout as Schema, '4', false);
  registerSchema({ $schema: 'http://json-schema.org/draft-04/schema#', ...layout }, SCHEMA_ID);
  setShouldValidateFormat(true);
  const hyperjump = await validate(SCHEMA_ID);
  return (instance: Json) => ({
    report: () => report(instance),
    ajv: () => ajvValidate(instance),
    '@cfworker': () => cfworker.validate(instance),
    '@hyperjump': () => hyperjump(instance, 'BASIC'),
  });
};

/** Times the report beside its peers; `misses` names each target that was not met. */
export const run = async (): Promise<{ lines: string[]; misses: string[] }> => {
  const runnersFor = await makeRunners();
  const lines = ['validation, median ms     report      ajv  @cfworker  @hyperjump'];
  const misses: string[] = [];
  for (const rows of SIZES) {
    const times = race(runnersFor({ itens: Array.from({ length: rows }, (_, i) => row(i)) }));
    const { report = 0, ajv = 1, '@cfworker': cfworker = 1, '@hyperjump': hyperjump = 1 } = times;
    const cells = [report, ajv, cfworker, hyperjump].map((ms) => ms.toFixed(1).padStart(9));
    const ratios = [report / ajv, report / cfworker, report / hyperjump];
    const [overAjv = 0, overCfworker = 0, overHyperjump = 0] = ratios;
    lines.push(
      `${String(rows).padStart(6)} rows, 5 % bad  ${cells.join(' ')}`,
      `       report is ${overAjv.toFixed(1)} × ajv, ${overCfworker.toFixed(2)} × @cfworker, ${overHyperjump.toFixed(2)} × @hyperjump`,
    );
    if (rows === 10_000 && overAjv > 15) misses.push(`report of ${rows} rows > 15 × ajv`);
    if (rows === 10_000 && overCfworker > 0.6)
      misses.push(`report of ${rows} rows > 0.6 × @cfworker`);
  }
  return { lines, misses };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { lines, misses } = await run();
  for (const line of lines) console.log(line);
  console.log(
    misses.length === 0 ? 'validation: all targets met' : `validation: ${misses.join('; ')}`,
  );
  process.exit(misses.length === 0 ? 0 : 1);
}
