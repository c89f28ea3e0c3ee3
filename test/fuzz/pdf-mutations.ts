import fc from 'fast-check';
import { type Bytes, utf8 } from '../../src/base/bytes.ts';
import { tablePdf } from '../support/pdfs.ts';
import { type Mutation, place } from './byte-mutations.ts';

const latin1 = new TextDecoder('latin1');
const bytesOf = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'latin1'));

type Place = (length: number) => number;

/** The first piece that a pattern finds after a place, or after the beginning. */
const findFrom = (text: string, pattern: RegExp, at: number): RegExpExecArray | null => {
  const search = new RegExp(pattern, 'g');
  search.lastIndex = at;
  return search.exec(text) ?? search.exec(text);
};

/** Changes one of the pieces of a file that a pattern finds; `to` is told the piece, and another one. */
const changeOne =
  (
    pattern: RegExp,
    [where, elsewhere]: [Place, Place],
    to: (found: string, other: string) => string,
  ): Mutation =>
  (bytes) => {
    const text = latin1.decode(bytes);
    const found = findFrom(text, pattern, where(text.length));
    const other = findFrom(text, pattern, elsewhere(text.length));
    if (!found || !other) return bytes;
    const after = found.index + found[0].length;
    return bytesOf(text.slice(0, found.index) + to(found[0], other[0]) + text.slice(after));
  };

const NUMBERS = /\d+/;
const NAMES = /\/[A-Za-z0-9]+/;
const TOKENS = /\/?[A-Za-z]+|\d{1,9} \d{1,5} R|<<|>>|\[|\]|[()<>]/;

const places = fc.tuple(place, place);

const strangeNumber = fc.constantFrom(
  ...['0', '1', '2', '-1', '3', '4', '8', '65535', '2147483647', '4294967296', '9007199254740993'],
  ...['99999999999999999999', '1.5', '1e9', '', '5 0 R', '(text)', '<<>>', '[]', 'null'],
);

/** Offsets, counts, lengths and references gone astray; with as many digits, nothing else moves. */
const numbers = fc.oneof(
  fc.tuple(places, strangeNumber).map(([at, value]) => changeOne(NUMBERS, at, () => value)),
  places.map((at) => changeOne(NUMBERS, at, (_, other) => other)),
  fc
    .tuple(places, fc.nat())
    .map(([at, value]) =>
      changeOne(NUMBERS, at, (old) => String(value).padStart(old.length, '0').slice(-old.length)),
    ),
);

const words = fc.oneof(
  places.map((at) => changeOne(NAMES, at, (_, other) => other)),
  places.map((at) => changeOne(TOKENS, at, (_, other) => other)),
  places.map((at) => changeOne(TOKENS, at, () => '')),
  fc
    .tuple(
      places,
      fc.constantFrom('[', '<<', '(', '<', '<</A '),
      fc.integer({ min: 1, max: 20_000 }),
    )
    .map(([at, opening, times]) => changeOne(TOKENS, at, () => opening.repeat(times))),
);

export const pdfMutation: fc.Arbitrary<Mutation> = fc.oneof(numbers, words);

const KEYS = [
  ...[
    'Type',
    'Pages',
    'Kids',
    'Count',
    'Parent',
    'AcroForm',
    'Fields',
    'Annots',
    'FT',
    'T',
    'V',
    'SigFlags',
  ],
  ...[
    'Perms',
    'DocMDP',
    'Reference',
    'ByteRange',
    'Contents',
    'SubFilter',
    'M',
    'Lock',
    'P',
    'Rect',
    'MediaBox',
  ],
  ...[
    'Length',
    'Filter',
    'DecodeParms',
    'Predictor',
    'Columns',
    'First',
    'N',
    'W',
    'Index',
    'Size',
    'Prev',
    'Extends',
  ],
  ...[
    'Metadata',
    'OutputIntents',
    'Resources',
    'Font',
    'Names',
    'OpenAction',
    'Rotate',
    'UserUnit',
    'XRefStm',
  ],
];
const VALUES = [
  'Catalog',
  'Page',
  'Pages',
  'Sig',
  'FlateDecode',
  'ObjStm',
  'XRef',
  'Widget',
  'ETSI.CAdES.detached',
];

const simple = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((number) => `${number} 0 R`),
  fc.constantFrom(...VALUES).map((value) => `/${value}`),
  strangeNumber,
  fc.constantFrom(
    'true',
    'null',
    '<3080>',
    '<zz>',
    "(D:20300101120000-03'00')",
    '(a\\(b)',
    '(\\777',
  ),
);

const { object } = fc.letrec<{ object: string; dictionary: string }>((tie) => ({
  object: fc.oneof(
    { maxDepth: 4 },
    simple,
    fc.array(tie('object'), { maxLength: 5 }).map((items) => `[${items.join(' ')}]`),
    tie('dictionary'),
    tie('dictionary').map((dictionary) => `${dictionary}\nstream\nabc\nendstream`),
  ),
  dictionary: fc
    .array(fc.tuple(fc.constantFrom(...KEYS), tie('object')), { maxLength: 6 })
    .map((entries) => `<< ${entries.map(([key, value]) => `/${key} ${value}`).join(' ')} >>`),
}));

/** Files whose cross references are right and whose objects are anything. */
export const strangePdf: fc.Arbitrary<Bytes> = fc.oneof(
  fc.array(object, { minLength: 1, maxLength: 9 }).map((objects) => tablePdf(objects)),
  fc
    .tuple(object, fc.array(object, { maxLength: 7 }))
    .map(([page, others]) =>
      tablePdf([
        '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /Perms 5 0 R /Metadata 6 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        page,
        ...others,
      ]),
    ),
  fc.string().map((text) => utf8(`%PDF-1.7\n${text}\nstartxref\n9\n%%EOF`)),
);
