import type { PackedFile } from '../../../base/zip/unzip.ts';
import { MOST_CELLS, MOST_PART_BYTES, TooLongError } from '../limits.ts';
import { unescapedText } from './cell-value.ts';
import { scanXml, type XmlAttributes, XmlError } from './xml.ts';

/** A sheet of a workbook, as its list names it. `part`: the name of its file in the ZIP. */
export interface SheetOfList {
  name: string;
  hidden: boolean;
  part: string;
}

/** What a workbook lists (ECMA-376 §18.2). */
export interface WorkbookList {
  sheets: SheetOfList[];
  from1904: boolean;
  sharedStrings?: string;
  styles?: string;
}

interface Relation {
  id: string;
  /** The last part of its type, the same in both editions of the norm. */
  kind: string;
  target: string;
}

const scanElements = async (
  file: PackedFile,
  onOpen: (name: string, attributes: XmlAttributes) => void,
): Promise<void> =>
  scanXml(file.pieces(), { open: onOpen, close: () => undefined, text: () => undefined });

/** Finds a file by its name, with or without a slash in front. */
export const partOf = (
  files: readonly PackedFile[],
  name: string | undefined,
): PackedFile | undefined =>
  name === undefined ? undefined : files.find((file) => file.name === name.replace(/^\//, ''));

/** The relations of a part (ECMA-376 part 2 §9.3); targets are names from the root of the ZIP. */
const relationsOf = async (files: readonly PackedFile[], part: string): Promise<Relation[]> => {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const file = partOf(files, `${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (!file) return relations;
  await scanElements(file, (name, attribute) => {
    if (name !== 'Relationship') return;
    const target = attribute('Target') ?? '';
    const { pathname } = new URL(target, `zip://x/${folder}`);
    relations.push({
      id: attribute('Id') ?? '',
      kind: (attribute('Type') ?? '').split('/').at(-1) ?? '',
      target: decodeURIComponent(pathname).slice(1),
    });
  });
  return relations;
};

/** Reads what a workbook lists. Throws `XmlError` where there is no workbook. */
export const workbookListOf = async (files: readonly PackedFile[]): Promise<WorkbookList> => {
  const root = (await relationsOf(files, '')).find(({ kind }) => kind === 'officeDocument');
  const workbook = partOf(files, root?.target);
  if (!workbook) throw new XmlError('no workbook');
  const relations = await relationsOf(files, workbook.name);
  const list: WorkbookList = { sheets: [], from1904: false };
  await scanElements(workbook, (name, attribute) => {
    if (name === 'workbookPr') list.from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
    if (name !== 'sheet') return;
    const relation = relations.find(({ id }) => id === attribute('id'));
    if (relation?.kind !== 'worksheet') return;
    const hidden = (attribute('state') ?? 'visible') !== 'visible';
    list.sheets.push({ name: attribute('name') ?? '', hidden, part: relation.target });
  });
  const targetOf = (wanted: string) => relations.find(({ kind }) => kind === wanted)?.target;
  const [sharedStrings, styles] = [targetOf('sharedStrings'), targetOf('styles')];
  return { ...list, ...(sharedStrings && { sharedStrings }), ...(styles && { styles }) };
};

/** Numbers of the formats that show dates (ECMA-376 §18.8.30), those of other languages too. */
const isDateFormat = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a format's code shows a day, month or year: colours, conditions and quoted text aside. */
const showsDate = (code: string): boolean =>
  /[dmy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '')) && /[dy]/i.test(code);

/** Which cell styles show dates, by their index. */
export const dateStylesOf = async (file: PackedFile | undefined): Promise<boolean[]> => {
  const styles: boolean[] = [];
  if (!file) return styles;
  const codes = new Map<number, string>();
  let inCells = false;
  await scanXml(file.pieces(), {
    open: (name, attribute) => {
      if (name === 'numFmt')
        codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attribute('numFmtId'));
      const code = codes.get(id);
      styles.push(code === undefined ? isDateFormat(id) : showsDate(code));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  });
  return styles;
};

/** The texts that cells refer to (ECMA-376 §18.4.8), without their phonetic readings. Throws `TooLongError`. */
export const sharedStringsOf = async (file: PackedFile | undefined): Promise<string[]> => {
  const strings: string[] = [];
  if (!file) return strings;
  if (file.size > MOST_PART_BYTES) throw new TooLongError();
  let current: string | undefined;
  let inText = false;
  let phonetic = 0;
  await scanXml(file.pieces(), {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') phonetic++;
      inText = name === 't' && phonetic === 0;
    },
    close: (name) => {
      if (name === 'rPh') phonetic--;
      if (name === 't') inText = false;
      if (name !== 'si') return;
      if (strings.length >= MOST_CELLS) throw new TooLongError();
      strings.push(unescapedText(current ?? ''));
      current = undefined;
    },
    text: (text) => {
      if (inText && current !== undefined) current += text;
    },
  });
  return strings;
};
