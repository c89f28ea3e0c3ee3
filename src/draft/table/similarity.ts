import { normalised } from './normalised.ts';

/** What headings of municipal exports shorten words to. */
const SHORT: Record<string, string> = {
  ...{ n: 'numero', no: 'numero', nr: 'numero', nro: 'numero', num: 'numero' },
  ...{ dt: 'data', vl: 'valor', vlr: 'valor', val: 'valor', cod: 'codigo', cd: 'codigo' },
  ...{ qt: 'quantidade', qtd: 'quantidade', qtde: 'quantidade', ds: 'descricao' },
  ...{ tp: 'tipo', perc: 'percentual', pct: 'percentual', un: 'unidade', unid: 'unidade' },
  ...{ mat: 'matricula', dta: 'data', nm: 'nome', id: 'id' },
};

const EMPTY_WORDS = new Set([
  'a',
  'as',
  'da',
  'das',
  'de',
  'do',
  'dos',
  'e',
  'em',
  'o',
  'os',
  'na',
]);

/** A name such as `dataPublicacao` with a blank before each word. */
export const withWordsApart = (name: string): string =>
  name.replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ');

/** The words of a label or of a name such as `dataPublicacao`, shortened ones written out. */
export const wordsOf = (text: string): string[] =>
  normalised(withWordsApart(text))
    .split(' ')
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word))
    .map((word) => (Object.hasOwn(SHORT, word) ? (SHORT[word] ?? word) : word));

/** A word that begins as another does stands for it: `public` for `publicacao`. */
const LEAST_BEGINNING = 4;

const isLike = (a: string, b: string): boolean =>
  a === b ||
  (Math.min(a.length, b.length) >= LEAST_BEGINNING && (a.startsWith(b) || b.startsWith(a)));

/** How alike two lists of words are: the share that they have in common (Dice), 0 to 1. */
export const similarity = (a: readonly string[], b: readonly string[]): number => {
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const found = left.findIndex((other) => isLike(word, other));
    if (found < 0) continue;
    left.splice(found, 1);
    common++;
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length);
};
