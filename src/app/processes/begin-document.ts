import type { ProcessDocument } from '../../process/types.ts';
import { office } from '../pen/office.ts';
import { clock } from '../stores.ts';
import { bodyInUse } from './body.ts';
import { species } from './choices.ts';
import { newDocument, producerOf } from './new-record.ts';

/** "Outra", of the platform's table. */
const OTHER = { codigo: 999, nome: 'Outra' };

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('pt-BR');

/** The espécie that something is called by: the longest name its own begins with. */
export const especieCalled = (name: string) =>
  species.value
    .filter((one) => plain(name).startsWith(plain(one.nome)))
    .reduce((longest, one) => (one.nome.length > longest.nome.length ? one : longest), {
      ...OTHER,
      nome: '',
    });

/** A document of the body in use without content yet; `name`: of its file, or what it begins as. */
export const beginDocument = (origin: 'written' | 'file', name: string): ProcessDocument => {
  const body = bodyInUse.value;
  if (!body) throw new Error('no body in use');
  const { codigo } = especieCalled(name);
  const nomeNoProdutor = species.value.find((one) => one.codigo === codigo)?.nome ?? OTHER.nome;
  const beginning = { produtor: producerOf(body, office.value?.nome), now: clock.now() };
  return newDocument(origin, { codigo, nomeNoProdutor }, '', beginning);
};
