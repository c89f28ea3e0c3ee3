import { folded } from '../../base/text-comparison.ts';
import { periodFault } from '../../layout/period.ts';
import type { LayoutId } from '../../layout/types.ts';

/** A month of reference. `mes`: 1 to 12. */
export interface Period {
  mes: number;
  ano: number;
}

/** What the names of a file and of its folders say; what they leave open, or say twice differently, is absent. */
export interface PathReading {
  layout?: LayoutId;
  period?: Period;
}

/** Reads `LIC/REG_LICITACAO/10/2024/x.json`, `REG_LICITACAO_10_2024.json`, `2024-10/REG_LICITACAO.json` and the like. */
export const readPath = (path: string, layouts: readonly LayoutId[]): PathReading => {
  const parts = partsOf(path);
  const layout = layoutIn(parts, layouts);
  const period = periodIn(layout ? parts.map((part) => without(part, layout.slp)) : parts);
  return { ...(layout && { layout }), ...(period && { period }) };
};

/** Folders and the file without its extension, in capitals, words divided by `_`. */
const partsOf = (path: string): string[] =>
  path
    .replace(/\.[^./]*$/, '')
    .split('/')
    .map((part) =>
      folded(part)
        .toUpperCase()
        .replace(/[^A-Z0-9]+/g, '_'),
    );

const names = (part: string, slp: string): boolean => `_${part}_`.includes(`_${slp}_`);

const without = (part: string, slp: string): string => `_${part}_`.replace(`_${slp}_`, '_');

/** The file's own name says more than its folders'; the name of one layout may be a part of another's. */
const layoutIn = (parts: string[], layouts: readonly LayoutId[]): LayoutId | undefined => {
  for (const part of parts.toReversed()) {
    const named = layouts.filter(({ slp }) => names(part, slp));
    const [only, ...others] = named.filter(
      ({ slp }) => !named.some((other) => other.slp !== slp && names(other.slp, slp)),
    );
    if (only) return others.length === 0 ? only : undefined;
  }
  return undefined;
};

const MONTHS =
  'JANEIRO FEVEREIRO MARCO ABRIL MAIO JUNHO JULHO AGOSTO SETEMBRO OUTUBRO NOVEMBRO DEZEMBRO'
    .split(' ')
    .flatMap((name, index): [string, number][] => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
    ]);
const MONTH_NAMES = new Map(MONTHS);

const monthOf = (word: string | undefined): number | undefined =>
  word !== undefined && /^\d{1,2}$/.test(word) ? Number(word) : MONTH_NAMES.get(word ?? '');
const yearOf = (word: string | undefined): number | undefined =>
  word !== undefined && /^20\d{2}$/.test(word) ? Number(word) : undefined;
const isDay = (word: string | undefined): boolean => /^([0-2]?\d|3[01])$/.test(word ?? '');

const periodIn = (parts: string[]): Period | undefined => {
  const found = [...periodsWithin(parts), ...periodsAcross(parts)];
  const [first] = found;
  const agree = found.every(({ mes, ano }) => mes === first?.mes && ano === first?.ano);
  return agree ? first : undefined;
};

const valid = (mes: number | undefined, ano: number | undefined): Period[] =>
  mes !== undefined && ano !== undefined && periodFault(mes, ano) === undefined
    ? [{ mes, ano }]
    : [];

const wordsOf = (part: string): string[] => part.split('_').filter((word) => word !== '');

/** `10_2024`, `2024_10`, `202410`, `102024`, `OUT_2024`; not the month of a day: `05_10_2024`. */
const periodsWithin = (parts: string[]): Period[] =>
  parts.map(wordsOf).flatMap((words) =>
    words.flatMap((word, index) => {
      const [before, next, after] = [words[index - 1], words[index + 1], words[index + 2]];
      const joined = /^\d{6}$/.test(word)
        ? [
            ...valid(monthOf(word.slice(4)), yearOf(word.slice(0, 4))),
            ...valid(monthOf(word.slice(0, 2)), yearOf(word.slice(2))),
          ]
        : [];
      const monthFirst = isDay(before) ? [] : valid(monthOf(word), yearOf(next));
      const yearFirst = isDay(after) ? [] : valid(monthOf(next), yearOf(word));
      return [...joined, ...monthFirst, ...yearFirst];
    }),
  );

/** `10/2024` and `2024/10`: the month and the year in parts of their own, or the only numbers beside words. */
const periodsAcross = (parts: string[]): Period[] =>
  parts.flatMap((part, index) => {
    const [own, next] = [onlyNumber(part), onlyNumber(parts[index + 1] ?? '')];
    return [...valid(monthOf(own), yearOf(next)), ...valid(monthOf(next), yearOf(own))];
  });

const onlyNumber = (part: string): string | undefined => {
  const [only, ...others] = wordsOf(part).filter(
    (word) => /^\d+$/.test(word) || MONTH_NAMES.has(word),
  );
  return others.length === 0 ? only : undefined;
};
