import type { Page } from 'playwright';
import { sha256Hex, utf8 } from '../../src/base/bytes.ts';
import { canonicalJson } from '../../src/base/canonical-json.ts';
import { chainRow } from '../../src/outbox/log.ts';
import type { EntryState, LogRow } from '../../src/outbox/types.ts';
import { isDelivered, type ListedEntry, listedEntry } from '../../src/store/entry-records.ts';
import { type KnownEntry, recepcaoEntryOf } from './recepcao-entry.ts';

interface Kept {
  listed: ListedEntry;
  isDelivered: boolean;
  rows: LogRow[];
}

type Event = [event: string, state: EntryState['kind'], attempt: number | null];

/** How an entry may have come to where it stands, in the machine's own arrows. */
const historyOf = (state: EntryState): Event[] => {
  if ('attempt' in state) {
    const { attempt, kind } = state;
    const earlier = Array.from({ length: attempt - 1 }, (_, n): Event[] => [
      ['begun', 'running', n + 1],
      ['applied', 'ready', n + 1],
    ]).flat();
    const lost: Event[] = [
      ['begun', 'running', attempt],
      ['unknown', 'uncertain', attempt],
    ];
    const asked: Event[] =
      kind === 'needs-person' ? [['still-unknown', 'needs-person', attempt]] : [];
    return [...earlier, ...lost, ...asked];
  }
  switch (state.kind) {
    case 'needs-person':
      return [[state.what === 'takeover' ? 'disowned' : 'lacking', 'needs-person', null]];
    case 'waiting':
      return [['lacking', 'waiting', null]];
    case 'paused':
      return [['postponed', 'paused', null]];
    case 'cancelled':
      return [['cancel', 'cancelled', null]];
    default:
      return [];
  }
};

/** An entry of the simulator with a log that bears it out. */
const keptOf = async (known: KnownEntry, number: number): Promise<Kept> => {
  const entry = recepcaoEntryOf(known);
  const id = `e${number}`;
  const frozen = {
    ...entry.frozen,
    slp: 'REG_LICITACAO',
    draftId: `d${number}`,
    mes: 2,
    ano: 2019,
  };
  const frozenSha256 = await sha256Hex(utf8(canonicalJson(frozen)));
  const at = Date.now() - number * 60_000;
  const events: Event[] = [['queued', 'ready', null], ...historyOf(entry.state)];
  const rows: LogRow[] = [];
  for (const [n, [event, state, attempt]] of events.entries()) {
    const row = await chainRow(rows.at(-1)?.hash ?? frozenSha256, {
      ...{ entryId: id, seq: n + 1, at, event, state, attempt },
      ...{ step: null, requestSha256: null, answerSha256: null, meaning: null },
    });
    rows.push(row);
  }
  const kept = {
    ...{ ...entry, id, representacao: 21, frozen, frozenSha256 },
    ...{ createdAt: at, changedAt: at, rev: rows.length, logSize: rows.length },
    attempts: 'attempt' in entry.state ? entry.state.attempt : 0,
    logHead: rows.at(-1)?.hash ?? '',
  };
  const sealed = { codec: 'plain', rev: kept.rev, record: kept } as const;
  return { listed: listedEntry(kept, sealed), isDelivered: isDelivered(kept), rows };
};

/**
 * Puts entries into the page's database as the program would have left them: a number of states together on one screen
 * that would take hours to come about. Shown after the next start.
 */
export const keepEntries = async (page: Page, known: readonly KnownEntry[]): Promise<void> => {
  const kept = await Promise.all(known.map(keptOf));
  await page.evaluate(async (text) => {
    const records: {
      listed: { record: { id: string; frozen: { draftId: string } } };
      isDelivered: boolean;
      rows: object[];
    }[] = JSON.parse(text);
    const opening = indexedDB.open('estafeta');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = database.transaction(['entries', 'log', 'doneDrafts'], 'readwrite');
    for (const { listed, isDelivered, rows } of records) {
      const { id, frozen } = listed.record;
      transaction.objectStore('entries').put(listed, id);
      if (isDelivered) transaction.objectStore('doneDrafts').put(id, frozen.draftId);
      for (const [n, row] of rows.entries()) {
        const sealedRow = { codec: 'plain', rev: 0, record: row };
        transaction.objectStore('log').put(sealedRow, [id, n + 1]);
      }
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
  }, JSON.stringify(kept));
};
