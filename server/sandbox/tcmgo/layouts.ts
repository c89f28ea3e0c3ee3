import { readdir, readFile } from 'node:fs/promises';
import { type Bytes, fromUtf8 } from '../../../src/base/bytes.ts';
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
}

const FOLDER = new URL('../../../public/layouts/', import.meta.url);
const NAME = /^(.+)__(.+)\.schema\.json$/;

const readSchema = (document: Bytes): JsonObject => {
  const schema = parseJson(fromUtf8(document));
  if (!isJsonObject(schema)) throw new Error('a layout file holds no JSON object');
  return schema;
};

const readLayout = async (file: string): Promise<Layout> => {
  const document = new Uint8Array(await readFile(new URL(file, FOLDER)));
  const schema = readSchema(document);
  return {
    document,
    report: compileReport(schema),
    fileIds: (instance) => gedIds(schema, instance),
  };
};

/** The sample layouts of `public/layouts`, the same for every month. */
export const loadLayouts = async (): Promise<LayoutCatalogue> => {
  const layouts = new Map<string, Layout>();
  for (const file of await readdir(FOLDER)) {
    const [, spc, slp] = NAME.exec(file) ?? [];
    if (spc && slp) layouts.set(`${spc}/${slp}`, await readLayout(file));
  }
  return {
    find: (period) =>
      periodFault(period.mes, period.ano) === undefined
        ? layouts.get(`${period.spc}/${period.slp}`)
        : undefined,
  };
};
