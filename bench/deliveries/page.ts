import { newId } from '../../src/base/ids.ts';
import type { CourtDelivery } from '../../src/receipt/court-delivery.ts';
import { firstKnown } from '../../src/receipt/court-delivery.ts';
import type { Delivery } from '../../src/receipt/types.ts';
import { seal } from '../../src/store/codec.ts';
import { listedDelivery } from '../../src/store/court-delivery-lists.ts';
import { openDatabase } from '../../src/store/database.ts';
import { listedEntry } from '../../src/store/entry-records.ts';
import { recepcaoEntryOf } from '../../test/support/recepcao-entry.ts';

const LAYOUTS = ['REG_LICITACAO', 'LICITACAOFASE1', 'CONTRATO_INI', 'SITUACAO_PROCED'];
const HOUR_MS = 3_600_000;
const START = Date.UTC(2020, 0, 15);
const BODY = { text: JSON.stringify({ objeto: 'x'.repeat(2_000) }), sha256: '' };

/** What was sent as the number-th: every third is not homologated yet. */
const deliveryOf = (number: number, id: string): Delivery => {
  const deliveredAt = START + number * HOUR_MS;
  const month = new Date(deliveredAt);
  const isHomologated = number % 3 !== 0;
  return {
    ...{ id, ambiente: 'simulado', representacao: 21, schemaVersion: 1, rev: 9 },
    ...{ createdAt: deliveredAt, changedAt: deliveredAt, layoutSha256: '', files: [], logHead: '' },
    ...{ spc: 'LIC', slp: LAYOUTS[number % LAYOUTS.length] ?? '', mes: month.getUTCMonth() + 1 },
    ...{ ano: month.getUTCFullYear(), courtId: number, recibo: newId(), deliveredAt, body: BODY },
    statusEnvio: isHomologated ? 'HOMOLOGADO' : 'NAO_HOMOLOGADO',
    ...(isHomologated && { confirmedAt: deliveredAt + 1 }),
  };
};

const entryOf = ({ id, createdAt, spc, slp, mes, ano }: Delivery) => {
  const entry = recepcaoEntryOf({ state: { kind: 'done' } });
  const frozen = { ...entry.frozen, draftId: newId(), spc, slp, mes, ano };
  return { ...entry, id, ambiente: 'simulado', createdAt, changedAt: createdAt, frozen };
};

/** Some at a time: the transaction of all would take the memory of the browser. */
const AT_ONCE = 500;

/** Leaves behind what so many deliveries leave: what is known of them, what was sent, and the entries that are done. */
const fill = async (count: number): Promise<void> => {
  const database = openDatabase();
  for (let from = 1; from <= count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from + 1) }, (_, n) => from + n);
    const made = await Promise.all(numbers.map(recordsOf));
    await database.write(
      ['courtDeliveries', 'deliveries', 'entries', 'doneDrafts'],
      'relaxed',
      async (transaction) => {
        const at = transaction.objectStore.bind(transaction);
        await Promise.all(
          made.flatMap(({ known, sent, entry }) => [
            at('courtDeliveries').put(known, [known.record.ambiente, known.record.courtId]),
            at('deliveries').put(sent, sent.record.id),
            at('entries').put(entry, entry.record.id),
            at('doneDrafts').put(entry.record.id, entry.record.frozen.draftId),
          ]),
        );
      },
    );
  }
  await database.close();
};

const recordsOf = async (number: number) => {
  const sent = deliveryOf(number, newId());
  const known: CourtDelivery = firstKnown(sent, sent.confirmedAt ?? sent.deliveredAt);
  const entry = entryOf(sent);
  return {
    known: listedDelivery(known, await seal(known, 1)),
    sent: await seal(sent, sent.rev),
    entry: listedEntry(entry, await seal(entry, entry.rev)),
  };
};

declare global {
  var deliveriesBench: { fill: typeof fill };
}

globalThis.deliveriesBench = { fill };
