import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentedPayload } from '../../test/support/documented-payload.ts';
import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { compileReport, gedIds, type ReportEntry, report, SchemaError } from './report.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const layout = (sigla: string): JsonObject =>
  JSON.parse(read(`../../public/layouts/${sigla.replace('/', '__')}.schema.json`)) as JsonObject;

interface Vector {
  name?: string;
  layout?: string;
  schema?: JsonObject;
  instance: Json;
  report: Json[];
}

const vectors = (file: string): Vector[] =>
  read(`../../test/vectors/${file}.jsonl`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Vector);

/** What a vector can be compared with: no `arquivo-ged` entries, no messages where it has none. */
const comparable = (entries: ReportEntry[], recorded: Json[]): Json[] =>
  entries
    .filter((entry) => !('attribute' in entry && entry.attribute === 'arquivo-ged'))
    .map((entry, index): Json => {
      const twin = recorded[index];
      const { message, ...rest }: JsonObject = JSON.parse(JSON.stringify(entry)) as JsonObject;
      if (!isJsonObject(twin)) return rest;
      if ('reports' in entry && isJsonObject(twin.reports)) {
        const lists = twin.reports;
        rest.reports = Object.fromEntries(
          Object.entries(entry.reports).map(([branch, list]) => {
            const recordedList = lists[branch];
            return [branch, comparable(list, Array.isArray(recordedList) ? recordedList : [])];
          }),
        );
      }
      return 'message' in twin && message !== undefined ? { ...rest, message } : rest;
    });

describe('the recorded reports of the court’s library', () => {
  it.each(vectors('validation-keywords'))(
    '$name',
    ({ schema = {}, instance, report: recorded }) => {
      expect(comparable(report(schema, instance), recorded)).toEqual(recorded);
    },
  );

  const byLayout = new Map<string, Vector[]>();
  for (const vector of vectors('validation-layouts')) {
    const sigla = vector.layout ?? '';
    byLayout.set(sigla, [...(byLayout.get(sigla) ?? []), vector]);
  }
  it.each([...byLayout])('layout %s', (sigla, lines) => {
    const reportOn = compileReport(layout(sigla));
    expect(lines.length).toBeGreaterThanOrEqual(20);
    for (const { instance, report: recorded } of lines) {
      expect(comparable(reportOn(instance), recorded)).toEqual(recorded);
    }
  });

  it('covers every layout', () => {
    const files = readdirSync(new URL('../../public/layouts', import.meta.url));
    expect(byLayout.size).toBe(files.length);
  });
});

const regulamentacao = layout('LIC/REG_LICITACAO');
const { detalhamentoLc123 } = documentedPayload;
const entrega = { ...documentedPayload, idDocumentoPDF: '29f5882c-1188-4be6-9d16-b56d959e3519' };
const answer = (instance: Json, gedExists?: (id: string) => boolean) =>
  JSON.stringify(report(regulamentacao, instance, gedExists ? { gedExists } : {}));

describe('the documented answers, text for text (colare-doc 1.5.1)', () => {
  it('missing properties', () => {
    expect(answer({ detalhamentoLc123 })).toBe(
      String.raw`[{"level":"error","schema":{"loadingURI":"#","pointer":""},"instance":{"pointer":""},"domain":"validation","keyword":"required","message":"objeto tem as seguintes propriedades exigidas faltando ([\"codTipoEnvio\",\"codTipoRegulamentacao\",\"existeRegulamentacaoMunicipal\"])","required":["codTipoEnvio","codTipoRegulamentacao","existeRegulamentacaoMunicipal"],"missing":["codTipoEnvio","codTipoRegulamentacao","existeRegulamentacaoMunicipal"]}]`,
    );
  });

  it('wrong date and types', () => {
    const instance = {
      ...entrega,
      detalhamentoLc123: {
        ...detalhamentoLc123,
        regulamentouParticipExclusivaMEEPP: 'true',
        valorLimiteRegParticipExclusivaMEEPP: '50000',
      },
      dataDecretoMunicipal: '01/01/2019',
    };
    expect(answer(instance)).toBe(
      String.raw`[{"level":"error","schema":{"loadingURI":"#","pointer":"/properties/dataDecretoMunicipal"},"instance":{"pointer":"/dataDecretoMunicipal"},"domain":"validation","keyword":"format","attribute":"date","message":"string \"01/01/2019\" é inválido contra o formato de data solicitado yyyy-MM-dd","value":"01/01/2019","expected":"yyyy-MM-dd"},{"level":"error","schema":{"loadingURI":"#","pointer":"/definitions/detalhamentoLc123/properties/regulamentouParticipExclusivaMEEPP"},"instance":{"pointer":"/detalhamentoLc123/regulamentouParticipExclusivaMEEPP"},"domain":"validation","keyword":"type","message":"instância de tipo (string) não corresponde a nenhum tipo primitivo permitido ( permitido : [\"boolean\"] )","found":"string","expected":["boolean"]},{"level":"error","schema":{"loadingURI":"#","pointer":"/definitions/detalhamentoLc123/properties/valorLimiteRegParticipExclusivaMEEPP"},"instance":{"pointer":"/detalhamentoLc123/valorLimiteRegParticipExclusivaMEEPP"},"domain":"validation","keyword":"type","message":"instância de tipo (string) não corresponde a nenhum tipo primitivo permitido ( permitido : [\"integer\",\"number\"] )","found":"string","expected":["integer","number"]}]`,
    );
  });

  it('a file id that is not a UUID', () => {
    expect(answer({ ...entrega, idDocumentoPDF: 'abcd' })).toBe(
      '[{"level":"error","schema":{"loadingURI":"#","pointer":"/properties/idDocumentoPDF"},"instance":{"pointer":"/idDocumentoPDF"},"domain":"validation","keyword":"format","attribute":"arquivo-ged","message":"Formato do arquivo GED inválido. O formato segue a estrutura UUID (Universally Unique IDentifier).","value":"abcd","expected":"UUID"}]',
    );
  });

  it('a file the court does not have', () => {
    expect(answer(entrega, () => false)).toBe(
      '[{"level":"error","schema":{"loadingURI":"#","pointer":"/properties/idDocumentoPDF"},"instance":{"pointer":"/idDocumentoPDF"},"domain":"validation","keyword":"format","attribute":"arquivo-ged","message":"Arquivo não existente na base do GED.","value":"29f5882c-1188-4be6-9d16-b56d959e3519"}]',
    );
  });

  it('a file the court has, and offline any well-formed id', () => {
    expect(answer(entrega, (id) => id === entrega.idDocumentoPDF)).toBe('[]');
    expect(answer(entrega)).toBe('[]');
  });
});

describe('the files an instance names', () => {
  it('are its well-formed arquivo-ged values, each once, whatever else is wrong', () => {
    const schema = {
      properties: {
        capa: { $ref: '#/definitions/arquivo' },
        anexos: { items: { $ref: '#/definitions/arquivo' } },
        nome: { type: 'string' },
      },
      definitions: { arquivo: { type: 'string', format: 'arquivo-ged' } },
    };
    const [a, b] = ['29f5882c-1188-4be6-9d16-b56d959e3518', '29f5882c-1188-4be6-9d16-b56d959e3519'];
    expect([...gedIds(schema, { capa: b, anexos: [a, 'x', b, 7], nome: a })]).toEqual([a, b]);
  });
});

describe('warnings', () => {
  const schema = {
    type: 'object',
    'x-tabela': 'T1',
    properties: { cpf: { format: 'cpf', 'x-b': 1, 'x-a': 2 } },
  };

  it('are not part of the court’s answer', () => {
    expect(report(schema, { cpf: '1' })).toEqual([]);
  });

  it('tell unknown words and formats when asked for, before the errors of the same place', () => {
    const entries = report(schema, { cpf: '1' }, { warnings: true });
    expect(JSON.stringify(entries)).toBe(
      '[{"level":"warning","schema":{"loadingURI":"#","pointer":""},"domain":"syntax","message":"o schema usa palavras desconhecidas, que foram ignoradas ([\\"x-tabela\\"])","ignored":["x-tabela"]},{"level":"warning","schema":{"loadingURI":"#","pointer":"/properties/cpf"},"domain":"syntax","message":"o schema usa palavras desconhecidas, que foram ignoradas ([\\"x-a\\",\\"x-b\\"])","ignored":["x-a","x-b"]},{"level":"warning","schema":{"loadingURI":"#","pointer":"/properties/cpf"},"domain":"validation","keyword":"format","message":"formato \\"cpf\\" desconhecido: o valor não foi conferido","attribute":"cpf"}]',
    );
  });

  it('never decide a branch', () => {
    const branches = { not: { 'x-nada': 1 }, anyOf: [{ format: 'cpf' }] };
    const entries = report(branches, 'x', { warnings: true });
    expect(entries.flatMap((entry) => ('keyword' in entry ? [entry.keyword] : []))).toEqual([
      'not',
    ]);
  });
});

describe('schemas and instances without a report', () => {
  const fault = (schema: JsonObject, instance: Json = {}): unknown => {
    try {
      return report(schema, instance);
    } catch (error) {
      return error instanceof SchemaError ? [error.code, error.pointer] : error;
    }
  };

  it.each<[string, JsonObject, string, string]>([
    ['a limit given as text', { minimum: '5' }, 'keyword-malformed', '/minimum'],
    [
      'an exclusive limit of draft 6',
      { minimum: 1, exclusiveMinimum: 5 },
      'keyword-malformed',
      '/exclusiveMinimum',
    ],
    ['an unknown type', { type: 'text' }, 'keyword-malformed', '/type'],
    [
      'a pattern that does not compile',
      { items: { pattern: '(' } },
      'keyword-malformed',
      '/items/pattern',
    ],
    ['a divisor of zero', { multipleOf: 0 }, 'keyword-malformed', '/multipleOf'],
    ['an empty enum', { enum: [] }, 'keyword-malformed', '/enum'],
    ['a boolean schema of draft 6', { properties: { a: true } }, 'not-a-schema', '/properties/a'],
    [
      'a reference to nothing',
      { properties: { a: { $ref: '#/definitions/x' } } },
      'ref-not-found',
      '/properties/a',
    ],
    [
      'a reference to itself',
      { definitions: { a: { $ref: '#/definitions/a' } }, items: { $ref: '#/definitions/a' } },
      'ref-loop',
      '/definitions/a',
    ],
    [
      'a reference to another document',
      { items: { $ref: 'http://exemplo.test/x' } },
      'ref-remote',
      '/items',
    ],
  ])('%s', (_, schema, code, pointer) => {
    expect(fault(schema)).toEqual([code, pointer]);
  });

  const nested = (levels: number): Json => {
    let value: Json = {};
    for (let level = 0; level < levels; level++) value = { f: value };
    return value;
  };
  const branchingTree = { properties: { f: { anyOf: [{ allOf: [{ $ref: '#' }] }] } } };

  it('an instance nested beyond 500 visits, whatever the keyword that descends', () => {
    const tree = { properties: { f: { $ref: '#' } } };
    expect(fault(tree, nested(499))).toEqual([]);
    expect(fault(tree, nested(500))).toEqual(['too-deep', '']);
    expect(fault(branchingTree, nested(166))).toEqual([]);
    expect(fault(branchingTree, nested(5000))).toEqual(['too-deep', expect.any(String)]);
  });

  it('a schema that applies itself to the same value without end', () => {
    expect(fault({ allOf: [{ $ref: '#' }, { $ref: '#' }] })).toEqual(['too-deep', '']);
  });

  it('report again as before after such a fault', () => {
    expect(fault(branchingTree, nested(5000))).toEqual(['too-deep', expect.any(String)]);
    expect(report(branchingTree, nested(1))).toEqual([]);
  });
});

describe('numbers', () => {
  it('all cents from 0.01 to 1000.00 are multiples of 0.01, and a tenth of a cent is not', () => {
    const reportOn = compileReport({ multipleOf: 0.01 });
    for (let cents = 1; cents <= 100_000; cents++) {
      expect(reportOn(cents / 100).length).toBe(0);
    }
    expect(reportOn(0.011).length).toBe(1);
    expect(reportOn(1e-7).length).toBe(1);
    expect(reportOn(1e22).length).toBe(0);
  });

  it('a whole number from 1e21 up is written with an exponent and is no integer', () => {
    const reportOn = compileReport({ type: 'integer' });
    expect(reportOn(999999999999999900000)).toEqual([]);
    expect(reportOn(1e21)).toMatchObject([{ keyword: 'type', found: 'number' }]);
  });
});

it('a $schema at the root is ignored, also one that nobody knows', () => {
  expect(report({ $schema: 'http://exemplo.test/draft', type: 'string' }, 'x')).toEqual([]);
});

it('names of Object.prototype are names like any other', () => {
  const schema = JSON.parse(
    '{"properties":{"__proto__":{"type":"string"},"toString":{"type":"string"}},"additionalProperties":false}',
  ) as JsonObject;
  const instance = JSON.parse('{"__proto__":1,"valueOf":2}') as Json;
  expect(report(schema, {})).toEqual([]);
  expect(report(schema, instance)).toMatchObject([
    { keyword: 'additionalProperties', unwanted: ['valueOf'] },
    { keyword: 'type', instance: { pointer: '/__proto__' } },
  ]);
});
