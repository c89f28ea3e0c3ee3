import type { Client, InArgs } from '@libsql/client';
import type { PenBodyId } from './bodies.ts';
import type { Tramite } from './tramite.ts';

/** The trâmites in the sandbox's database. Who changes one does so in turn (`bus.ts`). */
export interface TramiteStore {
  /** The IDT of the next one. */
  nextIdt(): Promise<number>;
  save(tramite: Tramite): Promise<void>;
  find(idt: number): Promise<Tramite | undefined>;
  byTicket(ticket: number): Promise<Tramite[]>;
  byNre(nre: string): Promise<Tramite[]>;
  /** Those a body sends or receives, the oldest first. */
  ofBody(body: PenBodyId): Promise<Tramite[]>;
  all(): Promise<Tramite[]>;
  /** Those in situação 1 to 4 since before an instant (epoch ms). */
  stuckSince(instant: number): Promise<Tramite[]>;
}

export const openTramiteStore = (database: Client): TramiteStore => {
  const query = async (where: string, args: InArgs): Promise<Tramite[]> => {
    const sql = `SELECT record FROM pen_tramite WHERE ${where} ORDER BY idt`;
    const { rows } = await database.execute({ sql, args });
    return rows.map(({ record }) => JSON.parse(String(record)) as Tramite);
  };
  return {
    nextIdt: async () => {
      const { rows } = await database.execute('SELECT MAX(idt) AS last FROM pen_tramite');
      return Number(rows[0]?.last ?? 0) + 1;
    },
    save: async (tramite) => {
      const { idt, nre, ticket, sender, receiver, situacao, changes } = tramite;
      const since = Date.parse(changes.at(-1)?.dataHora ?? '');
      await database.execute({
        sql: `INSERT OR REPLACE INTO pen_tramite
                (idt, nre, ticket, sender, receiver, situacao, since, record)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        args: [idt, nre, ticket, sender, receiver, situacao, since, JSON.stringify(tramite)],
      });
    },
    find: async (idt) => (await query('idt = ?', [idt]))[0],
    byTicket: (ticket) => query('ticket = ?', [ticket]),
    byNre: (nre) => query('nre = ?', [nre]),
    ofBody: (body) => query('sender = ? OR receiver = ?', [body, body]),
    all: () => query('1', []),
    stuckSince: (instant) => query('situacao BETWEEN 1 AND 4 AND since < ?', [instant]),
  };
};
