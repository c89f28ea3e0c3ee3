import { type Schema, Validator } from '@cfworker/json-schema';
import { setShouldValidateFormat } from '@hyperjump/json-schema';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-04';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Json } from '../src/base/json.ts';
import { compileReport } from '../src/validation/report.ts';
import type { Outcome, Target } from './outcome.ts';
import { race, timed } from './race.ts';

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

const SIZES = [1_000, 10_000];
const SCHEMA_ID = 'https://estafeta.invalid/bench';

const makeRunners = async () => {
  const report = compileReport(layout);
  const ajv = new Ajv({ strict: false, allErrors: true, verbose: true });
  const ajvValidate = addFormats(ajv).compile(layout);
  const cfworker = new Validator(layout as Schema, '4', false);
  registerSchema({ $schema: 'http://json-schema.org/draft-04/schema#', ...layout }, SCHEMA_ID);
  setShouldValidateFormat(true);
  const hyperjump = await validate(SCHEMA_ID);
  return (instance: Json) => ({
    report: timed(() => report(instance)),
    ajv: timed(() => ajvValidate(instance)),
    '@cfworker': timed(() => cfworker.validate(instance)),
    '@hyperjump': timed(() => hyperjump(instance, 'BASIC')),
  });
};

/** Times the report beside its peers, all compiled, on the same parsed rows. */
export const benchValidation = async (): Promise<Outcome> => {
  const runnersFor = await makeRunners();
  const lines = ['report, ms     report      ajv  @cfworker  @hyperjump   report/ajv  /@cfworker'];
  const targets: Target[] = [];
  for (const rows of SIZES) {
    const instance = { itens: Array.from({ length: rows }, (_, index) => row(index)) };
    const median = await race(runnersFor(instance));
    const [report, ajv, cfworker] = [median('report'), median('ajv'), median('@cfworker')];
    const cells = [
      `${rows} rows`.padStart(10),
      ...[report, ajv, cfworker, median('@hyperjump')].map((ms) => ms.toFixed(1).padStart(10)),
      ...[report / ajv, report / cfworker].map((times) => times.toFixed(2).padStart(12)),
    ];
    lines.push(cells.join(''));
    if (rows === 10_000) {
      targets.push(
        { name: `report of ${rows} rows ≤ 15 × Ajv`, met: report <= 15 * ajv },
        { name: `report of ${rows} rows ≤ 0.6 × @cfworker`, met: report <= 0.6 * cfworker },
      );
    }
  }
  return { lines, targets };
};
