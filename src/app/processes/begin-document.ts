import { folded } from '../../base/text-comparison.ts';
import type { ProcessDocument } from '../../process/types.ts';
import { office } from '../pen/office.ts';
import { clock } from '../stores.ts';
import { bodyInUse } from './body.ts';
import { documentTypes, especieOfType } from './choices.ts';
import { newDocument, producerOf } from './new-record.ts';

/** Where nothing better is known. */
const OTHER = 'Outra';

/** The type of document that the name of a file begins with, the longest one. */
const typeCalled = (name: string): string =>
  documentTypes.value
    .filter((type) => folded(name).startsWith(folded(type)))
    .reduce((longest, type) => (type.length > longest.length ? type : longest), '') || OTHER;

/** A document of the body in use without content yet; `name`: of its file, or what it begins as. */
export const beginDocument = (origin: 'written' | 'file', name: string): ProcessDocument => {
  const body = bodyInUse.value;
  if (!body) throw new Error('no body in use');
  const beginning = { produtor: producerOf(body, office.value?.nome), now: clock.now() };
  return newDocument(origin, especieOfType(typeCalled(name)), '', beginning);
};
