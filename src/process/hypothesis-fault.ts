import type { HypothesisFault } from './findings.ts';
import type { PenTables } from './tables.ts';
import type { SecrecyLevel } from './types.ts';

/** What is wrong with the legal ground of something restricted; what is public needs none. */
export const hypothesisFault = (
  nivelDeSigilo: SecrecyLevel,
  hipoteseLegal: number | undefined,
  { hipoteses }: Pick<PenTables, 'hipoteses'>,
): HypothesisFault | undefined => {
  if (nivelDeSigilo !== 2) return undefined;
  if (hipoteseLegal === undefined) return 'hypothesis-missing';
  const known = hipoteses.find(({ identificacao }) => identificacao === hipoteseLegal);
  if (!known) return 'hypothesis-unknown';
  return known.ativa ? undefined : 'hypothesis-inactive';
};
