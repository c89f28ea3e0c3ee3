import Ajv from 'ajv-draft-04';
import { isUuid } from '../base/ids.ts';
import type { Json, JsonObject } from '../base/json.ts';
import { isMultipleOf } from './decimal.ts';
import { hasDuplicates } from './duplicates.ts';
import { formats } from './formats.ts';

/** Whether an instance is valid. */
export type Verdict = (instance: Json) => boolean;

/**
 * Compiles a draft-04 schema with Ajv, which needs `eval`. Agrees with an empty report, but for
 * whole numbers from 1e21 up, which Ajv takes for integers. Throws where Ajv refuses the schema.
 */
export const compileVerdict = ({ $schema: _, ...schema }: JsonObject): Verdict => {
  const ajv = new Ajv({
    strict: false,
    logger: false,
    ownProperties: true,
    ignoreKeywordsWithRef: true,
    unicodeRegExp: false,
  });
  for (const [name, { accepts }] of formats) ajv.addFormat(name, accepts);
  ajv.addFormat('arquivo-ged', isUuid);

  // Binary remainders refuse 1.15 for 0.01, and comparing every pair of rows takes too long.
  ajv.removeKeyword('multipleOf').addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    validate: (divisor: number, value: number) => isMultipleOf(value, divisor),
  });
  ajv.removeKeyword('uniqueItems').addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    validate: (unique: boolean, items: Json[]) => !unique || !hasDuplicates(items),
  });

  const validate = ajv.compile(schema);
  return (instance) => validate(instance);
};
