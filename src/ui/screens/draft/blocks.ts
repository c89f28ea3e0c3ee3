import type { LayoutField, ObjectField } from '../../../app/form.ts';
import { type Pointer, pointerTo } from '../../../base/json-pointer.ts';
import type { ShownError } from '../../form/entries-by-field.ts';
import { draftText as text } from '../../text/rascunho.ts';

/** A part of the form by which a person finds her way in it. */
export interface Block {
  title: string;
  fields: LayoutField[];
}

const isPart = ({ kind }: LayoutField) => kind === 'object' || kind === 'array';

/**
 * The groups of a form in their order; of a group without a title, each section and each table is a block of its own,
 * after the fields outside of them.
 */
export const blocksOf = (form: ObjectField): Block[] =>
  form.groups
    .flatMap(({ title, fields }) =>
      title !== undefined
        ? [{ title, fields }]
        : [
            { title: text.start, fields: fields.filter((field) => !isPart(field)) },
            ...fields.filter(isPart).map((field) => ({ title: field.label, fields: [field] })),
          ],
    )
    .filter(({ fields }) => fields.length > 0);

interface BlockErrors {
  title: string;
  errors: readonly ShownError[];
}

/** The errors of each block that has any, in their order; what concerns the form as a whole comes first. */
export const errorsByBlock = (form: ObjectField, shown: readonly ShownError[]): BlockErrors[] => {
  const blocks = blocksOf(form);
  const titleOf = new Map<Pointer, string>(
    blocks.flatMap(({ title, fields }) => fields.map(({ name }) => [pointerTo('', name), title])),
  );
  const byTitle = new Map<string, ShownError[]>([[text.start, []]]);
  for (const { title } of blocks) byTitle.set(title, []);
  for (const error of shown) {
    const [, member] = error.pointer.split('/', 2);
    byTitle.get(titleOf.get(`/${member}`) ?? text.start)?.push(error);
  }
  return [...byTitle]
    .map(([title, errors]) => ({ title, errors }))
    .filter(({ errors }) => errors.length > 0);
};
