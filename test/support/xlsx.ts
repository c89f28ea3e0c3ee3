import { zipSync } from 'fflate';
import { utf8 } from '../../src/base/bytes.ts';

/** A workbook by its XML, as Excel divides it into parts. */
interface WorkbookXml {
  /** `<row>`s, and what stands behind `sheetData`, of each sheet by its name. */
  sheets: Record<string, { rows: string; behind?: string; hidden?: boolean }>;
  /** `<si>`s. */
  sharedStrings?: string;
  /** Codes of number formats; style n + 1 of a cell has the n-th. */
  formats?: string[];
  from1904?: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const xml = (body: string) =>
  utf8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);

const relations = (list: [string, string, string][]) =>
  xml(
    `<Relationships xmlns="${PACKAGE}">${list
      .map(([id, kind, to]) => `<Relationship Id="${id}" Type="${TYPES}/${kind}" Target="${to}"/>`)
      .join('')}</Relationships>`,
  );

const stylesXml = (formats: string[]) => {
  const codes = formats.map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`,
  );
  const styles = formats.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`);
  return xml(
    `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts>` +
      `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
      `<cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
  );
};

/** The bytes of an XLSX file. */
export const xlsxOf = ({ sheets, sharedStrings = '', formats = [], from1904 }: WorkbookXml) => {
  const list = Object.entries(sheets).map(([name, sheet], index) => ({
    name,
    id: index + 1,
    ...sheet,
  }));
  const sheetTags = list.map(
    ({ name, id, hidden }) =>
      `<sheet name="${name}" sheetId="${id}"${hidden ? ' state="hidden"' : ''} r:id="rId${id}"/>`,
  );
  const parts = list.map(({ id, rows, behind = '' }) => [
    `xl/worksheets/sheet${id}.xml`,
    xml(`<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${behind}</worksheet>`),
  ]);
  return new Uint8Array(
    zipSync({
      '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
      'xl/workbook.xml': xml(
        `<workbook xmlns="${MAIN}" xmlns:r="${TYPES}">${from1904 ? '<workbookPr date1904="1"/>' : ''}` +
          `<sheets>${sheetTags.join('')}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': relations([
        ...list.map(({ id }): [string, string, string] => [
          `rId${id}`,
          'worksheet',
          `worksheets/sheet${id}.xml`,
        ]),
        ['rId98', 'sharedStrings', '/xl/sharedStrings.xml'],
        ['rId99', 'styles', 'styles.xml'],
      ]),
      'xl/sharedStrings.xml': xml(`<sst xmlns="${MAIN}">${sharedStrings}</sst>`),
      'xl/styles.xml': stylesXml(formats),
      ...Object.fromEntries(parts),
    }),
  );
};
