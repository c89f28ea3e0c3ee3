import { readdir, readFile } from 'node:fs/promises';
import { type Bytes, fromUtf8, utf8 } from '../../../src/base/bytes.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../../src/base/json.ts';
import { periodFault } from '../../../src/layout/period.ts';
import { compileReport, gedIds, type Reporter } from '../../../src/validation/report.ts';
import type { Period } from '../state/delivery-store.ts';

/** One layout as the court would serve it. */
export interface Layout {
  /** The schema document, byte for byte. */
  document: Bytes;
  /** The validation report (recepcao.md B4). */
  report: Reporter;
  /** The files that data of this layout name. */
  fileIds(instance: Json): Set<string>;
}

export interface LayoutCatalogue {
  find(period: Period): Layout | undefined;
  /** Takes another schema for a layout from a month on. */
  publish(from: Period, schema: JsonObject): void;
  /** Takes back what was published. */
  forgetPublished(): void;
}

const FOLDER = new URL('../../../public/layouts/', import.meta.url);
const NAME = /^(.+)__(.+)\.schema\.json$/;

const readSchema = (document: Bytes): JsonObject => {
  const schema = parseJson(fromUtf8(document));
  if (!isJsonObject(schema)) throw new Error('a layout file holds no JSON object');
  return schema;
};

const layoutOf = (document: Bytes): Layout => {
  const schema = readSchema(document);
  return {
    document,
    report: compileReport(schema),
    fileIds: (instance) => gedIds(schema, instance),
  };
};

const monthsOf = ({ mes, ano }: Period): number => ano * 12 + mes;

/** The sample layouts of `public/layouts`, the same for every month, and what was published since the start. */
export const loadLayouts = async (): Promise<LayoutCatalogue> => {
  const layouts = new Map<string, Layout>();
  let published: { from: Period; layout: Layout }[] = [];
  for (const file of await readdir(FOLDER)) {
    const [, spc, slp] = NAME.exec(file) ?? [];
    if (spc && slp) {
      const document = new Uint8Array(await readFile(new URL(file, FOLDER)));
      layouts.set(`${spc}/${slp}`, layoutOf(document));
    }
  }
  return {
    find: (period) => {
      if (periodFault(period.mes, period.ano) !== undefined) return undefined;
      const last = published.findLast(
        ({ from }) =>
          from.spc === period.spc && from.slp === period.slp && monthsOf(from) <= monthsOf(period),
      );
      return last?.layout ?? layouts.get(`${period.spc}/${period.slp}`);
    },
    publish: (from, schema) => {
      published.push({ from, layout: layoutOf(utf8(JSON.stringify(schema))) });
    },
    forgetPublished: () => {
      published = [];
    },
  };
};
