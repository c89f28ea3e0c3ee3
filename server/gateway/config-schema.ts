/** Pieces of the JSON Schema of the operator's configuration; `description` ends the sentence that tells a fault. */

export const text = { type: 'string', minLength: 1, description: 'deve ser um texto' };

export const list = (items: object, more: object = {}) => ({
  type: 'array',
  items,
  description: 'deve ser uma lista',
  ...more,
});

export const object = (properties: object, required: string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  description: 'deve ser um objeto',
});
