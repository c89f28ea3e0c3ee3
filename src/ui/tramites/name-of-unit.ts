/** A unit by its name, or by its number where nobody told the name. */
export const nameOfUnit = ({ nome, numero }: { nome: string; numero: string }): string =>
  nome || `unidade ${numero}`;
