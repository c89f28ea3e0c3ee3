import process from 'node:process';
import { type App, NARROW, openApp, WIDE } from './form/app.ts';
import { timeBareTable } from './form/bare-table.ts';
import type { KeyTimes } from './form/key-clock.ts';
import { openPeers, type PeerName } from './form/peers.ts';
import { clipboardOf, rowsOf, schemaOf } from './form/rows.ts';
import type { Outcome, Target } from './outcome.ts';

const ROWS = 10_000;
const FEW_ROWS = 100;
const WIDE_COLUMNS = 20;
const PEER_ROWS = Number(process.env.BENCH_PEER_ROWS ?? 1_000);
const PEER_COLUMNS = 9;
/** Times slower than the machine. */
const RATES = [1, 4];
const OPENINGS = 5;

const MOST_OF_BARE = 1.3;
const MOST_OF_FEW = 1.2;
const MOST_PASTE_MS = 3_000;
const MOST_OPENING_MS = 1_000;
const LEAST_QUICKER_KEY = 10;
const LEAST_QUICKER_MOUNT = 20;

const PEERS: PeerName[] = ['rjsf', 'jsonforms'];

const ms = (value: number): string => value.toFixed(1).padStart(9);

const line = (name: string, rate: number, { median, p95 }: KeyTimes): string =>
  `${name.padEnd(34)} ${rate} × ${ms(median)} ${ms(p95)}`;

const atMost = (name: string, found: number, most: number): Target => ({
  name: `${name} ≤ ${most} (${found.toFixed(2)})`,
  met: found <= most,
});

const atLeast = (name: string, found: number, least: number): Target => ({
  name: `${name} ≥ ${least} (${found.toFixed(1)})`,
  met: found >= least,
});

const median = (list: number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

const openings = async (app: App, id: string, rate: number): Promise<number> => {
  const times: number[] = [];
  for (let each = 0; each < OPENINGS; each++) times.push(await app.open(id, rate));
  return median(times);
};

/** Keys in the middle of many rows and of few, beside a bare table, all in one browser. */
const timeTyping = async (app: App, many: string, few: string, rate: number): Promise<Outcome> => {
  const bare = await timeBareTable(app.context, rate);
  await app.open(few, rate);
  const ofFew = await app.type(FEW_ROWS / 2, rate);
  await app.open(many, rate);
  const ofMany = await app.type(ROWS / 2, rate);
  return {
    lines: [
      line('bare table of 20 rows, letter', rate, bare),
      line(`${FEW_ROWS} rows, letter`, rate, ofFew.letter),
      line(`${ROWS} rows, letter`, rate, ofMany.letter),
      line(`${FEW_ROWS} rows, Enter`, rate, ofFew.enter),
      line(`${ROWS} rows, Enter`, rate, ofMany.enter),
    ],
    targets: [
      atMost(
        `a key in ${ROWS} rows / in a bare table, ${rate} ×`,
        ofMany.letter.median / bare.median,
        MOST_OF_BARE,
      ),
      atMost(
        `a key in ${ROWS} rows / in ${FEW_ROWS}, ${rate} ×`,
        ofMany.letter.median / ofFew.letter.median,
        MOST_OF_FEW,
      ),
    ],
  };
};

const timeApp = async (app: App): Promise<Outcome> => {
  await app.publish(WIDE, schemaOf(WIDE_COLUMNS));
  const few = await app.paste(WIDE, clipboardOf(FEW_ROWS, WIDE_COLUMNS));
  const many = await app.paste(WIDE, clipboardOf(ROWS, WIDE_COLUMNS));
  const opening = await openings(app, many.id, 1);
  const typing: Outcome[] = [];
  for (const rate of RATES) typing.push(await timeTyping(app, many.id, few.id, rate));
  return {
    lines: [
      ...typing.flatMap(({ lines }) => lines),
      `paste of ${ROWS} × ${WIDE_COLUMNS} cells up to their report ${ms(many.ms)} ms`,
      `opening a draft of ${ROWS} rows ${ms(opening)} ms`,
    ],
    targets: [
      ...typing.flatMap(({ targets }) => targets),
      atMost(`paste of ${ROWS} × ${WIDE_COLUMNS} cells, ms`, many.ms, MOST_PASTE_MS),
      atMost(`opening ${ROWS} rows, ms`, opening, MOST_OPENING_MS),
    ],
  };
};

/** The same rows of the same schema in the app and in each peer. */
const timePeers = async (app: App): Promise<Outcome> => {
  const peers = await openPeers();
  const schema = schemaOf(PEER_COLUMNS);
  const given = JSON.stringify({ schema, rows: rowsOf(PEER_ROWS, PEER_COLUMNS) });
  try {
    await app.publish(NARROW, schema);
    const { id } = await app.paste(NARROW, clipboardOf(PEER_ROWS, PEER_COLUMNS));
    const outcome: Outcome = { lines: [], targets: [] };
    for (const rate of RATES) {
      const mount = await openings(app, id, rate);
      const { letter } = await app.type(PEER_ROWS / 2, rate);
      outcome.lines.push(`${line('Estafeta', rate, letter)} ${ms(mount)}`);
      for (const name of PEERS) {
        const peer = await peers.time(app.context, name, rate, given);
        outcome.lines.push(`${line(name, rate, peer.letter)} ${ms(peer.mount)}`);
        outcome.targets.push(
          atLeast(
            `${name} / Estafeta, a key, ${rate} ×`,
            peer.letter.median / letter.median,
            LEAST_QUICKER_KEY,
          ),
          atLeast(`${name} / Estafeta, mount, ${rate} ×`, peer.mount / mount, LEAST_QUICKER_MOUNT),
        );
      }
    }
    return {
      ...outcome,
      lines: [
        `${`${PEER_ROWS} rows of ${PEER_COLUMNS} fields`.padEnd(41)} median       p95     mount`,
        ...outcome.lines,
      ],
    };
  } finally {
    await peers.stop();
  }
};

/**
 * The form of a table in the built app: typing, pasting, opening, beside a bare table and the form generators people know.
 * `BENCH_PEER_ROWS`: other than 1,000.
 */
export const benchForm = async (): Promise<Outcome> => {
  const app = await openApp();
  try {
    const own = await timeApp(app);
    const beside = await timePeers(app).catch((reason): Outcome => {
      const message = reason instanceof Error ? reason.message : String(reason);
      const [summary] = message.split('\n', 1);
      return { lines: [message], targets: [{ name: `form, peers: ${summary}`, met: false }] };
    });
    return {
      lines: [
        'form, ms: from the event of a key to the task behind its frame',
        ...own.lines,
        '',
        ...beside.lines,
      ],
      targets: [...own.targets, ...beside.targets],
    };
  } finally {
    await app.stop();
  }
};
