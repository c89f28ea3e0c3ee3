import type { OfferedRepresentacao } from '../../app/session/represented.ts';

/** What the strip says of representações; the first screen waits for no more words of them. */
export const inNameOfText = {
  title: 'Em nome de quem',
  strip: 'Em nome de',
  unknown: 'Em nome de quem?',
  choose: 'Escolha a representação',
  ended: 'encerrada',
} as const;

/** A representação in words, as far as Passaporte told of it. */
export const sayRepresentacao = ({ codigo, told }: OfferedRepresentacao): string =>
  told ? `${told.representacao}, ${told.unidade}` : `Representação ${codigo}`;
