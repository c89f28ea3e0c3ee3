import { expect, it } from 'vitest';
import { playAll } from './players.ts';
import { lastLine } from './report.ts';
import { FAULTS } from './weather.ts';

const RUNS = 700;
/** A hundred a second on an idle machine; a busy one takes its time. */
const LONGEST_MS = 240_000;

/** Everything that the world can do, and every way on that the machine has: each has to be met. */
const MET = [
  ...FAULTS.map((fault) => `fault: ${fault}`),
  ...['arrived late', 'clock set', 'disk full', 'tampered with', 'court went back to older books'],
  ...['arrived slowly', 'disk read threw', 'another key opened', 'whim: pause'],
  ...['crash at save:before', 'crash at save:after', 'crash at request:before'],
  ...['crash at request:after', 'crash at blob read:after', 'crash at load:before'],
  ...['crash at begin', 'crash at ensure network:after', 'sender taken for dead', 'stale-revision'],
  ...['copy restored, the first wiped', 'copy restored, the first told'],
  ...['copy restored, the first not told', 'person found it', 'absence stated', 'whim: cancel'],
  ...['row: interrupted → uncertain', 'row: interrupted → ready', 'row: doubted → uncertain'],
  ...['row: absent → paused', 'row: happened → ready', 'row: still-unknown → needs-person'],
  ...['row: taken-over → ready', 'row: finished → done'],
];

it(
  'loses, doubles and misstates nothing in hundreds of random histories, and meets every trouble',
  async () => {
    const played = await playAll({ world: 'recepcao', seed: 1, runs: RUNS, stopAtFirst: false });
    expect(played.failed).toEqual([]);
    expect(lastLine(played)).toBe(
      `${RUNS} runs, 0 lost, 0 doubled, 0 homologated with other content, 0 unresolved, 0 untrue words, 0 rules broken`,
    );
    expect(MET.filter((name) => !(name in played.tally))).toEqual([]);
  },
  LONGEST_MS,
);

const PEN_RUNS = 150;

/** Of processes sent through PEN, the same. */
const MET_BY_PEN = [
  ...FAULTS.map((fault) => `fault: ${fault}`),
  ...['arrived late', 'frozen', 'cancelled by somebody', 'taken by the other body'],
  ...['crash at save:before', 'crash at save:after', 'crash at request:before'],
  ...['crash at request:after', 'copy restored, the first wiped', 'whim: cancel'],
  'the copy is older than the sending',
  ...['row: interrupted', 'row: doubted', 'row: absent', 'row: happened', 'row: taken-over'],
].map((name) => `pen ${name}`);

it(
  'loses and doubles no trâmite in random histories of processes that are sent through PEN',
  async () => {
    const played = await playAll({ world: 'pen', seed: 1, runs: PEN_RUNS, stopAtFirst: false });
    expect(played.failed).toEqual([]);
    expect(MET_BY_PEN.filter((name) => !(name in played.tally))).toEqual([]);
  },
  LONGEST_MS,
);
