import type { PenOrgao } from '../../base/environment.ts';
import { newId } from '../../base/ids.ts';
import type { Process, ProcessDocument, Producer } from '../../process/types.ts';

/** Hours behind UTC in Brasília, in all of the year since Decreto 9.772/2019. */
const OFFSET_HOURS = 3;

/** An instant (epoch ms UTC) as PEN writes it: `2026-11-22T14:05:00-03:00`. */
export const penDateTime = (instant: number): string =>
  `${new Date(instant - OFFSET_HOURS * 3_600_000).toISOString().slice(0, 19)}-03:00`;

/** Who makes something: the person where known, in the unit of the body; else the body itself. */
export const producerOf = (body: PenOrgao, person: string | undefined): Producer => {
  const unidade = { nome: body.unidade.nome, tipo: 'orgaopublico' } as const;
  return person === undefined
    ? { nome: body.nome, tipo: 'orgaopublico', unidade }
    : { nome: person, tipo: 'fisica', unidade };
};

interface Beginning {
  produtor: Producer;
  /** Epoch ms UTC. */
  now: number;
}

/** A process with nothing in it yet. */
export const newProcess = (
  place: Pick<Process, 'ambiente' | 'orgao'>,
  protocolo: string,
  tipo: string,
  { produtor, now }: Beginning,
): Process => ({
  id: newId(),
  ...place,
  schemaVersion: 1,
  rev: 0,
  createdAt: now,
  changedAt: now,
  protocolo,
  tipo,
  descricao: '',
  nivelDeSigilo: 1,
  interessados: [],
  produtor,
  dataHoraDeProducao: penDateTime(now),
  dataHoraDeRegistro: penDateTime(now),
  documents: [],
});

/** A document without content, to stand at the end of a process. */
export const newDocument = (
  origin: 'written' | 'file',
  especie: ProcessDocument['especie'],
  descricao: string,
  { produtor, now }: Beginning,
): ProcessDocument => ({
  id: newId(),
  ordem: 0,
  descricao,
  retirado: false,
  nivelDeSigilo: 1,
  especie,
  origin,
  produtor,
  dataHoraDeProducao: penDateTime(now),
  dataHoraDeRegistro: penDateTime(now),
  ...(origin === 'written' && { draftHtml: '' }),
  components: [],
});
