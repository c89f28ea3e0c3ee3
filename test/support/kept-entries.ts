import type { Page } from 'playwright';
import { sha256Hex, utf8 } from '../../src/base/bytes.ts';
import { canonicalJson } from '../../src/base/canonical-json.ts';
import { chainRow } from '../../src/outbox/log.ts';
import type { LogRow } from '../../src/outbox/types.ts';
import type { RecepcaoEntry } from '../../src/protocol/recepcao/types.ts';
import { type KnownEntry, recepcaoEntryOf } from './recepcao-entry.ts';

interface Kept {
  entry: RecepcaoEntry;
  row: LogRow;
}

/** An entry of the simulator with a log of one row, which bears it out as far as the start looks. */
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
  const row = await chainRow(frozenSha256, {
    ...{ entryId: id, seq: 1, at, event: 'queued', state: entry.state.kind },
    ...{ step: null, attempt: null, requestSha256: null, answerSha256: null, meaning: null },
  });
  const times = { createdAt: at, changedAt: at };
  const kept = { ...entry, ...times, id, representacao: 21, frozen, frozenSha256 };
  return { entry: { ...kept, logHead: row.hash }, row };
};

/**
 * Puts entries into the page's database as the program would have left them: a number of states together on one screen
 * that would take hours to come about. Shown after the next start.
 */
export const keepEntries = async (page: Page, known: readonly KnownEntry[]): Promise<void> => {
  const kept = await Promise.all(known.map(keptOf));
  await page.evaluate(async (text) => {
    const records: { entry: { id: string; rev: number }; row: object }[] = JSON.parse(text);
    const opening = indexedDB.open('estafeta');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = database.transaction(['entries', 'log'], 'readwrite');
    for (const { entry, row } of records) {
      const sealed = { codec: 'plain', rev: entry.rev, record: entry };
      transaction.objectStore('entries').put(sealed, entry.id);
      const sealedRow = { codec: 'plain', rev: 0, record: row };
      transaction.objectStore('log').put(sealedRow, [entry.id, 1]);
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
  }, JSON.stringify(kept));
};
