import type { Pointer } from '../base/json-pointer.ts';

/**
 * Why a schema, or a schema with this instance, gives no report at all. The court's library ends
 * such a run with an exception as well:
 * - `keyword-malformed`: a keyword's value is not what draft 4 allows there;
 * - `not-a-schema`: a subschema is not an object;
 * - `ref-not-found`, `ref-loop`: a `$ref` leads nowhere or back to itself;
 * - `ref-remote`: a `$ref` leaves the document, which an offline report cannot follow;
 * - `too-deep`: more than {@link MAX_DEPTH} nested visits, so the instance is nested beyond any
 *   layout or the schema applies itself to the same value without end.
 */
export type SchemaErrorCode =
  | 'keyword-malformed'
  | 'not-a-schema'
  | 'ref-not-found'
  | 'ref-loop'
  | 'ref-remote'
  | 'too-deep';

/** Nested visits of (schema, instance) pairs: deeper than any layout, shallow enough for every stack. */
export const MAX_DEPTH = 500;

/** Thrown by the report where no report exists; `pointer` is the place in the schema. */
export class SchemaError extends Error {
  readonly code: SchemaErrorCode;
  readonly pointer: Pointer;

  constructor(code: SchemaErrorCode, pointer: Pointer) {
    super(`${code} at "${pointer}"`);
    this.name = 'SchemaError';
    this.code = code;
    this.pointer = pointer;
  }
}
