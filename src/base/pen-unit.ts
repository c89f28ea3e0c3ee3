/** A unit of a body as PEN addresses it: the repository of structures it stands in, and its number there. */
export type PenUnit = {
  repositorio: number;
  /** Number of the structure; digits, as the platform gives them. */
  numero: string;
  nome: string;
};
