import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/base/canonical-json.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../src/base/json.ts';
import { pointerTokens } from '../../src/base/json-pointer.ts';
import { applyEdit } from '../../src/draft/edit.ts';
import { changedReport, openLiveReport } from '../../src/draft/live-report.ts';
import { payloadOf } from '../../src/draft/payload.ts';
import type { Edit } from '../../src/draft/types.ts';
import { CATALOGUE, sampleAddress } from '../../src/layout/catalogue.ts';
import { publicTables, tableFor, tablesIn } from '../../src/layout/code-tables.ts';
import { fieldsOf } from '../../src/layout/fields.ts';
import { loadSide } from '../../src/layout/side.ts';
import type { LayoutId } from '../../src/layout/types.ts';
import { fieldAtTokens } from '../../src/layout/walk.ts';
import { errorIndex, type FormErrors } from '../../src/ui/form/entries-by-field.ts';
import { compileReport } from '../../src/validation/report.ts';
import { damages, damaging } from './damage.ts';
import { entered } from './entered.ts';
import { documentsOf } from './schema-documents.ts';

const layouts = CATALOGUE.flatMap((accounts) => accounts.layouts);
const tables = tablesIn({ mes: 1, ano: 2026 }, await publicTables());

/** The same documents at every run. */
const RUN = { numRuns: 200, seed: 20_261_122 };

const schemaOf = (layout: LayoutId): JsonObject => {
  const file = new URL(`../../public${sampleAddress(layout)}`, import.meta.url);
  const schema = parseJson(readFileSync(file, 'utf8'));
  return isJsonObject(schema) ? schema : {};
};

describe.each(layouts)('$spc/$slp', async (layout) => {
  const schema = schemaOf(layout);
  const reportOn = compileReport(schema);
  const form = fieldsOf(schema, layout, { side: await loadSide(layout), tables });
  const documents = documentsOf(schema, (name) =>
    tableFor(tables, layout, name)?.items.map(({ code }) => code),
  ).map((document) => (isJsonObject(document) ? document : {}));

  it('any valid document can be entered in the form and goes to the court as it was', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(reportOn(document)).toEqual([]);
        const payload = payloadOf(entered(form, document).document);
        expect(canonicalJson(payload)).toBe(canonicalJson(document));
      }),
      RUN,
    );
  });

  it('the errors at the fields of a damaged document are those of the report, in its order', () => {
    const live = openLiveReport(schema, {});
    const index = errorIndex();
    let entries = live.entries;
    let document: JsonObject = {};
    let wrong = 0;

    const shownAfter = (edit: Edit): FormErrors => {
      document = applyEdit(document, edit);
      entries = changedReport(entries, live.edit([edit]));
      return index(entries, 'checking');
    };
    const areCourts = ({ shown, at, within }: FormErrors): void => {
      const courts = reportOn(payloadOf(document));
      expect([...new Set(shown.map(({ entry }) => entry))]).toEqual(courts);
      const homeless = shown.filter(
        ({ pointer, entry }) =>
          !at(pointer).includes(entry) || !fieldAtTokens(form, pointerTokens(pointer)),
      );
      expect(homeless).toEqual([]);
      expect(within('')).toBe(shown.length);
      wrong += courts.length;
    };

    fc.assert(
      fc.property(documents, damages, (valid, all) => {
        areCourts(shownAfter({ op: 'set', pointer: '', value: valid }));
        for (const damage of all) {
          const edit = damaging(document, damage);
          if (edit) areCourts(shownAfter(edit));
        }
      }),
      RUN,
    );
    expect(wrong).toBeGreaterThan(RUN.numRuns);
  });
});
