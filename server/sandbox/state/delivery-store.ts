import type { Client, Row } from '@libsql/client';
import { newId } from '../../../src/base/ids.ts';

/** Which layout, of which month: the four path variables of Recepção. */
export interface Period {
  spc: string;
  slp: string;
  mes: number;
  ano: number;
}

type StatusEnvio = 'NAO_HOMOLOGADO' | 'HOMOLOGADO';

export interface Delivery extends Period {
  id: number;
  representacao: number;
  /** UUID. */
  recibo: string;
  statusEnvio: StatusEnvio;
  /** The JSON text as it was received. */
  text: string;
  /** When this text was received, epoch ms. */
  receivedAt: number;
  /** Counts the contents this delivery has had; a homologation PDF belongs to one of them. */
  version: number;
  /** SHA-256 of the homologation PDF issued for this version. */
  pdfSha256?: string;
  /** Id of the signed homologation PDF. */
  arquivoHomologacao?: string;
}

export interface DeliveryStore {
  insert(period: Period, representacao: number, text: string, at: number): Promise<Delivery>;
  find(id: number): Promise<Delivery | undefined>;
  findByRecibo(recibo: string): Promise<Delivery | undefined>;
  /** What a representação delivered of a layout and month, the newest first. */
  listOf(period: Period, representacao: number): Promise<Delivery[]>;
  all(): Promise<Delivery[]>;
  /** `undefined` where the delivery is homologated (or gone) and so was left as it is. */
  replace(id: number, text: string, at: number): Promise<Delivery | undefined>;
  /** False where the delivery is homologated (or gone). */
  remove(id: number): Promise<boolean>;
  /** Binds an issued PDF to the version it shows, unless that version has one already. */
  bindPdf(delivery: Delivery, pdfSha256: string): Promise<void>;
  /**
   * Homologates this version and, with it, opens the delivery `reopens` again. `undefined` where it
   * is homologated already or its content changed meanwhile.
   */
  homologate(delivery: Delivery, fileId: string, reopens?: number): Promise<Delivery | undefined>;
}

const OPEN = `status = 'NAO_HOMOLOGADO'`;

const toDelivery = (row: Row): Delivery => ({
  id: Number(row.id),
  spc: String(row.spc),
  slp: String(row.slp),
  mes: Number(row.mes),
  ano: Number(row.ano),
  representacao: Number(row.representacao),
  recibo: String(row.recibo),
  statusEnvio: row.status as StatusEnvio,
  text: String(row.body),
  receivedAt: Number(row.received_at),
  version: Number(row.version),
  ...(row.pdf_sha256 === null ? {} : { pdfSha256: String(row.pdf_sha256) }),
  ...(row.homologation_file === null ? {} : { arquivoHomologacao: String(row.homologation_file) }),
});

export const openDeliveryStore = (database: Client): DeliveryStore => {
  const query = async (sql: string, ...args: (string | number)[]) =>
    (await database.execute({ sql, args })).rows.map(toDelivery);
  const change = async (sql: string, ...args: (string | number)[]) =>
    (await database.execute({ sql, args })).rowsAffected === 1;

  return {
    insert: async (period, representacao, text, at) => {
      const { spc, slp, mes, ano } = period;
      const [delivery] = await query(
        `INSERT INTO delivery
           (spc, slp, mes, ano, representacao, recibo, status, body, version, received_at)
         VALUES (?, ?, ?, ?, ?, ?, 'NAO_HOMOLOGADO', ?, 1, ?) RETURNING *`,
        ...[spc, slp, mes, ano, representacao, newId(), text, at],
      );
      if (!delivery) throw new Error('the database gave no row for a new delivery');
      return delivery;
    },
    find: async (id) => (await query('SELECT * FROM delivery WHERE id = ?', id))[0],
    findByRecibo: async (recibo) =>
      (await query('SELECT * FROM delivery WHERE recibo = ?', recibo.toLowerCase()))[0],
    listOf: ({ spc, slp, mes, ano }, representacao) =>
      query(
        `SELECT * FROM delivery
         WHERE spc = ? AND slp = ? AND mes = ? AND ano = ? AND representacao = ? ORDER BY id DESC`,
        ...[spc, slp, mes, ano, representacao],
      ),
    all: () => query('SELECT * FROM delivery ORDER BY id'),
    replace: async (id, text, at) =>
      (
        await query(
          `UPDATE delivery
           SET body = ?, received_at = ?, version = version + 1, pdf_sha256 = NULL
           WHERE id = ? AND ${OPEN} RETURNING *`,
          text,
          at,
          id,
        )
      )[0],
    remove: (id) => change(`DELETE FROM delivery WHERE id = ? AND ${OPEN}`, id),
    bindPdf: async (delivery, pdfSha256) => {
      await change(
        'UPDATE delivery SET pdf_sha256 = ? WHERE id = ? AND version = ? AND pdf_sha256 IS NULL',
        pdfSha256,
        delivery.id,
        delivery.version,
      );
    },
    homologate: async ({ id, version }, fileId, reopens) => {
      const homologate = {
        sql: `UPDATE delivery SET status = 'HOMOLOGADO', homologation_file = ?
              WHERE id = ? AND version = ? AND ${OPEN} RETURNING *`,
        args: [fileId, id, version],
      };
      const reopen = {
        sql: `UPDATE delivery SET status = 'NAO_HOMOLOGADO', homologation_file = NULL
              WHERE id = ? AND changes() = 1`,
        args: [reopens ?? 0],
      };
      const [homologated] = await database.batch([homologate, reopen], 'write');
      return homologated?.rows.map(toDelivery)[0];
    },
  };
};
