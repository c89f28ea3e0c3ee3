import type { SigningAct } from './acts.ts';

/** The name of what comes of a file: `edital.pdf.p7s`; `edital (assinado).pdf`; a co-signed P7S `edital (assinado).p7s`. */
export const signedName = (name: string, act: SigningAct): string => {
  if (act === 'p7s') return `${name}.p7s`;
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)} (assinado)${name.slice(dot)}` : `${name} (assinado)`;
};

/** The name, or with the first number that makes it one not taken: `edital (assinado) (2).pdf`. */
export const freeName = async (
  name: string,
  isTaken: (name: string) => boolean | Promise<boolean>,
): Promise<string> => {
  const [, stem, ending] = /^(.+?)((?:\.[^. ]{1,5}){0,2})$/.exec(name) ?? [name, name, ''];
  let free = name;
  for (let number = 2; await isTaken(free); number++) free = `${stem} (${number})${ending}`;
  return free;
};
