import { isCivilDate, toBrazilianDate } from '../base/civil-date.ts';
import { isUuid } from '../base/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { folded } from '../base/text-comparison.ts';

/** What a document says, each value once, to be searched; numbers and dates as a person reads them, too. */
export const searchTextOf = (document: JsonObject): string => {
  const values = new Set<string>();
  collect(document, values);
  return folded([...values].join('\n'));
};

const collect = (value: Json, into: Set<string>): void => {
  if (typeof value === 'number') into.add(String(value).replace('.', ','));
  else if (typeof value === 'string') {
    // A file stands in the document by its local id, which nobody reads.
    if (!isUuid(value)) into.add(isCivilDate(value) ? `${value} ${toBrazilianDate(value)}` : value);
  } else if (Array.isArray(value)) for (const each of value) collect(each, into);
  else if (isJsonObject(value)) for (const each of Object.values(value)) collect(each, into);
};

/** The words of a query, each in every form in which it may stand in a document; none for a blank query. */
export const searchWordsOf = (query: string): string[][] =>
  folded(query)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(formsOf);

// `1.234,50` stands there as `1234,5`, `123.456.789-09` as its digits.
const formsOf = (word: string): string[] => {
  if (!/^[\d.,/-]*\d[\d.,/-]*$/.test(word)) return [word];
  const withoutPoints = word.replaceAll('.', '');
  const number = withoutPoints.includes(',') ? withoutPoints.replace(/,?0+$/, '') : withoutPoints;
  const digits = word.replace(/\D/g, '');
  return [...new Set([word, number, ...(word.includes(',') ? [] : [digits])])];
};

/** Whether all words stand in a text. */
export const hasWords = (searchText: string, words: readonly string[][]): boolean =>
  words.every((forms) => forms.some((form) => searchText.includes(form)));
