import type { SigningAct } from './acts.ts';

// The last ending, and with `.p7s` the one before it, too.
const ENDING = /(?:\.[^. ]{1,5})?\.p7[sm]$|\.[^. ]{1,5}$/i;

/** A name in two, such as `edital` and `.pdf.p7s`; the first part is never empty. */
const split = (name: string): [stem: string, ending: string] => {
  const at = name.search(ENDING);
  return at > 0 ? [name.slice(0, at), name.slice(at)] : [name, ''];
};

/** The name of what comes of a file: `edital.pdf.p7s`; where there is a signature inside, `edital (assinado).pdf`. */
export const signedName = (name: string, { kind }: SigningAct): string => {
  if (kind === 'p7s' || kind === 'detached') return `${name}.p7s`;
  const [stem, ending] = split(name);
  return `${stem} (assinado)${ending}`;
};

/** The name, or with the first number that makes it one not taken: `edital (2).pdf.p7s`. */
export const freeName = async (
  name: string,
  isTaken: (name: string) => boolean | Promise<boolean>,
): Promise<string> => {
  const [stem, ending] = split(name);
  let free = name;
  for (let number = 2; await isTaken(free); number++) free = `${stem} (${number})${ending}`;
  return free;
};
