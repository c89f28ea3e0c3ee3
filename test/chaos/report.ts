import type { Played } from './players.ts';
import { BREACHES, type Breach } from './tally.ts';

const WORDS: Record<Breach['kind'], string> = {
  lost: 'lost',
  doubled: 'doubled',
  'other-content': 'homologated with other content',
  unresolved: 'unresolved',
  untrue: 'untrue words',
  rule: 'rules broken',
};

/** The last line: in how many histories each of the things that must not happen has happened. */
export const lastLine = ({ runs, failed }: Played): string => {
  const times = BREACHES.map((kind) => {
    const histories = failed.filter(({ breaches }) => breaches.some((one) => one.kind === kind));
    return `${histories.length} ${WORDS[kind]}`;
  });
  return [`${runs} runs`, ...times].join(', ');
};

/** How often each thing was met, one a line. */
export const metLines = ({ tally }: Played): string[] =>
  Object.entries(tally)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, times]) => `${String(times).padStart(9)}  ${name}`);
