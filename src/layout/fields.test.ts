import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../base/json.ts';
import { pointerTokens, valueAt } from '../base/json-pointer.ts';
import { CATALOGUE, sampleAddress } from './catalogue.ts';
import { publicTables, tablesIn } from './code-tables.ts';
import { fieldsOf } from './fields.ts';
import { fieldOfRule } from './reception-rules.ts';
import { loadSide } from './side.ts';
import type { LayoutField, LayoutId, ObjectField } from './types.ts';
import { fieldAtTokens, membersOf } from './walk.ts';

const samples = new URL('../../public/layouts/', import.meta.url);

const schemaOf = (layout: LayoutId): JsonObject => {
  const file = new URL(`../../public${sampleAddress(layout)}`, import.meta.url);
  const schema = parseJson(readFileSync(file, 'utf8'));
  return isJsonObject(schema) ? schema : {};
};

const regLicitacao = { spc: 'LIC', slp: 'REG_LICITACAO' };
const fase1 = { spc: 'LIC', slp: 'LICITACAOFASE1' };

const tables = tablesIn({ mes: 1, ano: 2026 }, await publicTables());
const formOf = async (layout: LayoutId): Promise<ObjectField> =>
  fieldsOf(schemaOf(layout), layout, { side: await loadSide(layout), tables });
const forms = new Map([
  [regLicitacao.slp, await formOf(regLicitacao)],
  [fase1.slp, await formOf(fase1)],
  ['LICITACAOFASE2', await formOf({ spc: 'LIC', slp: 'LICITACAOFASE2' })],
]);

const fieldOf = ({ slp }: LayoutId, ...tokens: string[]): LayoutField | undefined => {
  const form = forms.get(slp);
  return form && fieldAtTokens(form, tokens);
};

/** Every leaf of a schema by its tokens, found without the code under test. */
const leavesOf = (root: JsonObject, schema: Json | undefined, tokens: string[]): string[][] => {
  if (!isJsonObject(schema)) return [];
  if (typeof schema.$ref === 'string') {
    return leavesOf(root, valueAt(root, schema.$ref.slice(1)), tokens);
  }
  if (isJsonObject(schema.properties)) {
    return Object.entries(schema.properties).flatMap(([name, member]) =>
      leavesOf(root, member, [...tokens, name]),
    );
  }
  return schema.items ? leavesOf(root, schema.items, [...tokens, '0']) : [tokens];
};

describe('the layouts that come with the app', () => {
  const layouts = CATALOGUE.flatMap((accounts) => accounts.layouts);

  it('are exactly those of the catalogue', () => {
    const addresses = layouts.map((layout) => sampleAddress(layout));
    expect(addresses.sort()).toEqual(
      readdirSync(samples)
        .map((name) => `/layouts/${name}`)
        .sort(),
    );
    expect(layouts).toHaveLength(27);
  });

  it.each(layouts)(
    '$spc/$slp: every leaf of the schema is a field that can be filled in',
    async (layout) => {
      const schema = schemaOf(layout);
      const form = await formOf(layout);
      const leaves = leavesOf(schema, schema, []);
      expect(leaves.length).toBeGreaterThan(2);
      for (const tokens of leaves) {
        const field = fieldAtTokens(form, tokens);
        expect(field?.kind, tokens.join('/')).not.toMatch(/object|array|other|undefined/);
        expect(field?.label).toMatch(/^\p{Lu}/u);
        expect(valueAt(schema, field?.schemaPointer ?? '/nowhere')).toBeDefined();
      }
    },
  );
});

describe('a field is what the schema says', () => {
  it('required comes from the owner, limits from the field', () => {
    expect(fieldOf(fase1, 'numeroLicitacao')).toMatchObject({
      kind: 'integer',
      required: true,
      minimum: 1,
      maximum: 500,
      schemaPointer: '/properties/numeroLicitacao',
    });
    expect(fieldOf(fase1, 'descricaoNaturezaObjetoOutros')?.required).toBe(false);
  });

  it('an array within an array points to where its definition stands, as a report does', () => {
    expect(fieldOf(fase1, 'lote', '7', 'item', '3', 'valorDeReferencia')).toMatchObject({
      kind: 'number',
      schemaPointer: '/definitions/item/properties/valorDeReferencia',
    });
    expect(fieldOf(fase1, 'lote', '7', 'item')).toMatchObject({ kind: 'array', minItems: 1 });
  });

  it('dates, files, yes/no and long texts are told apart', () => {
    const kinds = ['dataPrevistaAberturaSessao', 'idDocumentoPDF', 'servicoContinuo', 'objeto'].map(
      (name) => fieldOf(fase1, name)?.kind,
    );
    expect(kinds).toEqual(['date', 'file', 'boolean', 'text']);
    expect(fieldOf(fase1, 'objeto')).toMatchObject({ long: true });
    expect(fieldOf(fase1, 'numeroProcessoAdministrativo')).toMatchObject({ long: false });
  });

  it('codes bear the labels of the court’s tables where they are public', () => {
    expect(fieldOf(regLicitacao, 'codTipoRegulamentacao')).toMatchObject({
      kind: 'choice',
      options: [
        { value: 1, label: 'Registro de preços' },
        { value: 2, label: 'Pregão' },
        { value: 3, label: 'Artigo 47 da LC 123/2006' },
        { value: 4, label: 'Adesão a registro de preços' },
      ],
    });
    const origin = fieldOf(fase1, 'lote', '0', 'item', '0', 'codOrigemValorReferencia');
    expect(origin).toMatchObject({ kind: 'choice' });
    expect(origin?.kind === 'choice' && origin.options.at(-1)).toEqual({ value: 8 });
  });

  it('the same field name takes the table of its own layout', () => {
    const firstLabel = (slp: string, ...tokens: string[]) => {
      const field = fieldOf({ spc: 'LIC', slp }, ...tokens);
      return field?.kind === 'choice' && field.options[1]?.label;
    };
    expect(firstLabel('LICITACAOFASE1', 'responsaveis', '0', 'codTipoResponsabilidade')).toBe(
      'Emissão do edital',
    );
    expect(
      firstLabel('LICITACAOFASE2', 'responsaveisPelaLicitacao', '0', 'codTipoResponsabilidade'),
    ).toBe('Homologação');
  });

  it('a schema inside itself and a combinator become fields that are only shown', () => {
    const form = fieldsOf(
      {
        type: 'object',
        properties: {
          child: { $ref: '#' },
          either: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
          lost: { $ref: '#/definitions/lost' },
          circle: { $ref: '#/properties/circle' },
        },
      },
      regLicitacao,
    );
    expect(membersOf(form).map(({ kind }) => kind)).toEqual(['other', 'other', 'other', 'other']);
  });
});

describe('the side file of LIC/REG_LICITACAO', () => {
  it('groups the members in the order a person thinks of them', async () => {
    const form = await formOf(regLicitacao);
    expect(form.groups.map(({ title }) => title)).toEqual([
      'O que está sendo regulamentado',
      'Decreto municipal',
      'Benefícios a micro e pequenas empresas',
    ]);
    expect(form.groups[0]?.fields.map(({ name }) => name)).toEqual([
      'codTipoEnvio',
      'codTipoRegulamentacao',
      'motivoAtualizacaoCorrecao',
    ]);
  });

  it('says the rules that are not in the schema as hints, without making anything required', () => {
    expect(fieldOf(regLicitacao, 'motivoAtualizacaoCorrecao')).toMatchObject({
      hint: expect.stringContaining('2 ou 3'),
      when: { field: 'codTipoEnvio', in: [2, 3] },
      required: false,
    });
    expect(fieldOf(regLicitacao, 'detalhamentoLc123')).toMatchObject({
      hint: expect.stringContaining('Artigo 47'),
      when: { field: 'codTipoRegulamentacao', in: [3] },
      required: false,
    });
  });

  it('has help for every field', () => {
    const schema = schemaOf(regLicitacao);
    for (const tokens of leavesOf(schema, schema, [])) {
      expect(fieldOf(regLicitacao, ...tokens)?.help, tokens.join('/')).toBeTruthy();
    }
  });
});

it('a rule of reception speaks of a field that the layout has', () => {
  const pointer = fieldOfRule(regLicitacao, 6) ?? '';
  expect(fieldOf(regLicitacao, ...pointerTokens(pointer))).toMatchObject({ unit: '%' });
  expect(fieldOfRule(regLicitacao, 7)).toBeUndefined();
});

it('a member the side file does not know still appears, after the others', async () => {
  const schema = schemaOf(regLicitacao);
  const widened = {
    ...schema,
    properties: { novoCampo: { type: 'string' }, ...(schema.properties as JsonObject) },
  };
  const form = fieldsOf(widened, regLicitacao, { side: await loadSide(regLicitacao), tables });
  expect(form.groups.at(-1)).toMatchObject({
    fields: [{ name: 'novoCampo', label: 'Novo campo' }],
  });
});
