import type { Ambiente } from '../base/environment.ts';
import { isJsonObject, type Json, parseJson } from '../base/json.ts';
import { type Pointer, pointerTo } from '../base/json-pointer.ts';
import { type Statement, statementOf } from './statement.ts';
import type { DeliveredFile, Delivery } from './types.ts';

/** What the printed receipt shows, in its order; labels are chosen from the names. */
export interface PrintView {
  statement: Statement;
  ambiente: string;
  facts: {
    recibo: string;
    courtId: number;
    statusEnvio: string;
    period: Pick<Delivery, 'spc' | 'slp' | 'mes' | 'ano'>;
    representacao: number;
    deliveredAt: number;
    confirmedAt: number | undefined;
    /** Who signed the homologation, where it was signed here. */
    signedBy: { name: string; cpf: string | undefined } | undefined;
  };
  /** The data that were sent, one row per value, in the order of the canonical JSON. */
  content: { pointer: Pointer; value: string | number | boolean | null }[];
  files: DeliveredFile[];
  hashes: {
    body: string;
    layout: string;
    pdf: string | undefined;
    signedPdf: string | undefined;
    log: string;
  };
}

export const printView = (delivery: Delivery, { tipo, nome }: Ambiente): PrintView => {
  const { spc, slp, mes, ano, homologation } = delivery;
  const holder = homologation?.signedBy?.holder;
  return {
    statement: statementOf(delivery, tipo),
    ambiente: nome,
    facts: {
      recibo: delivery.recibo,
      courtId: delivery.courtId,
      statusEnvio: delivery.statusEnvio,
      period: { spc, slp, mes, ano },
      representacao: delivery.representacao,
      deliveredAt: delivery.deliveredAt,
      confirmedAt: delivery.confirmedAt,
      signedBy: holder && { name: holder.name, cpf: holder.cpf },
    },
    content: leaves('', parseJson(delivery.body.text) ?? null),
    files: delivery.files,
    hashes: {
      body: delivery.body.sha256,
      layout: delivery.layoutSha256,
      pdf: homologation?.pdfSha256,
      signedPdf: homologation?.signedPdfSha256,
      log: delivery.logHead,
    },
  };
};

const leaves = (pointer: Pointer, value: Json): PrintView['content'] => {
  if (Array.isArray(value)) {
    return value.flatMap((element, index) => leaves(pointerTo(pointer, index), element));
  }
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([name, member]) =>
      leaves(pointerTo(pointer, name), member),
    );
  }
  return [{ pointer, value }];
};
