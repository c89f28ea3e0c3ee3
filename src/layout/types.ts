import type { JsonObject } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';

/** A layout by the two names in its address: `LIC`, `REG_LICITACAO`. */
export interface LayoutId {
  /** Sigla of the prestação de contas. */
  spc: string;
  /** Sigla of the layout. */
  slp: string;
}

/** A layout's schema as it was got for one month, untouched. */
export interface LayoutVersion extends LayoutId {
  /** 1 to 12. */
  mes: number;
  ano: number;
  schema: JsonObject;
  /** SHA-256 of the received text, lower-case hexadecimal. */
  sha256: string;
  /** `sample`: came with the app. */
  source: 'sample' | 'court';
}

/** The version of a month that was got last, and which ones it took the place of. */
export interface CachedLayout extends LayoutVersion {
  /** When this version was first got; epoch ms UTC. */
  fetchedAt: number;
  /** When the court last said that it is this one; epoch ms UTC. Absent where it was asked only once. */
  askedAt?: number;
  /** The versions before, the oldest first; their schemas lie among the files, by their hash. */
  former?: FormerVersion[];
}

/** A version of a month that another took the place of. */
export type FormerVersion = Pick<CachedLayout, 'sha256' | 'source' | 'fetchedAt'>;

/** That another field has one of some values. */
export interface Condition {
  /** Name of a member beside the field, or a pointer from the root of the payload. */
  field: string;
  in: (string | number | boolean)[];
}

interface FieldBase {
  /** Member name; `''` for the root and for the element of an array. */
  name: string;
  /** Where the deciding keywords stand, after `$ref`, as in a report's `schema.pointer`. */
  schemaPointer: Pointer;
  label: string;
  help?: string;
  /** A rule of the court that the schema does not hold ("only when …"): shown, never enforced. */
  hint?: string;
  /** When the hint applies, where a program can tell. */
  when?: Condition;
  /** From the owner's `required`. */
  required: boolean;
}

export interface TextField extends FieldBase {
  kind: 'text';
  /** Whether it is likely to hold sentences. */
  long: boolean;
}

export interface DateField extends FieldBase {
  kind: 'date';
}

export interface NumberField extends FieldBase {
  kind: 'number' | 'integer';
  minimum?: number;
  maximum?: number;
  /** Shown beside the number: `R$`, `%`. */
  unit?: string;
  /** The deliveries of which it holds the court's id. */
  reference?: Reference;
}

/** The deliveries that a field may refer to: of what layouts, and how far they have to be. */
export interface Reference {
  layouts: LayoutId[];
  until: 'delivered' | 'homologated';
}

export interface BooleanField extends FieldBase {
  kind: 'boolean';
}

export interface ChoiceField extends FieldBase {
  kind: 'choice';
  options: ChoiceOption[];
}

export interface ChoiceOption {
  value: string | number;
  /** Absent where only the code is public. */
  label?: string;
  /** Only where the code is not valid in the month of the layout. */
  validity?: Validity;
}

/** Months of the layout in which a code is valid, both included, as `MM/YYYY`; open where absent. */
export interface Validity {
  from?: string;
  until?: string;
}

/** `format: arquivo-ged`: holds the UUID of an uploaded file. */
export interface FileField extends FieldBase {
  kind: 'file';
  /** Whether the layout itself asks for PDF/A. */
  demandsPdfA: boolean;
}

export interface ObjectField extends FieldBase {
  kind: 'object';
  groups: FieldGroup[];
}

/** Fields that belong together, in the order to show. */
export interface FieldGroup {
  title?: string;
  fields: LayoutField[];
}

export interface ArrayField extends FieldBase {
  kind: 'array';
  items: LayoutField;
  minItems: number;
}

/** A part of a schema that no form of ours can fill in (combinators, a schema inside itself). */
export interface OtherField extends FieldBase {
  kind: 'other';
}

export type LayoutField =
  | TextField
  | DateField
  | NumberField
  | BooleanField
  | ChoiceField
  | FileField
  | ObjectField
  | ArrayField
  | OtherField;
