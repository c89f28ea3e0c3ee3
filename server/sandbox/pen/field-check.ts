import { isJsonObject, type Json } from '../../../src/base/json.ts';

/** What does not hold of a value, a line each, beginning with its path (`processo.documentos[2].especie`). */
export type Check = (value: Json | undefined, path: string) => string[];

export const rule =
  (holds: (value: Json | undefined) => boolean, sentence: string): Check =>
  (value, path) =>
    holds(value) ? [] : [`${path} ${sentence}`];

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** An object with these members; others may be there. */
export const object =
  (members: Record<string, Check>): Check =>
  (value, path) =>
    isJsonObject(value)
      ? Object.entries(members).flatMap(([name, check]) => check(value[name], below(path, name)))
      : [`${path} deve ser informado`];

/** One element at least. */
export const list =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value) && value.length > 0
      ? value.flatMap((each, index) => check(each, `${path}[${index}]`))
      : [`${path} deve ter ao menos um elemento`];

export const optional =
  (check: Check): Check =>
  (value, path) =>
    value === undefined || value === null ? [] : check(value, path);

export const isText = (longest: number): Check =>
  rule(
    (value) => typeof value === 'string' && value.length > 0 && value.length <= longest,
    `deve ter de 1 a ${longest} caracteres`,
  );

export const isInteger = (least: number): Check =>
  rule(
    (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= least,
    `deve ser um número inteiro a partir de ${least}`,
  );

export const isOneOf = (...values: (string | number)[]): Check =>
  rule(
    (value) => values.some((each) => each === value),
    `deve ser um destes valores: ${values.join(', ')}`,
  );

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** W3C date and time with offset. */
export const isDateTime: Check = rule(
  (value) => typeof value === 'string' && DATE_TIME.test(value) && !Number.isNaN(Date.parse(value)),
  'deve ser data e hora com fuso, como 2013-12-21T09:32:42-02:00',
);
