import type { PenUnit } from '../../base/pen-unit.ts';
import type { RecordHead, Writings } from '../../base/record.ts';
import type { Situacao } from '../../base/situacao.ts';

export interface SituacaoChange {
  situacao: Situacao;
  /** Epoch ms UTC. */
  at: number;
}

/** A receipt as the platform gave it, and what was found of it. */
export interface KeptReceipt {
  /** The JSON text of the answer, byte for byte. */
  raw: string;
  /** Epoch ms UTC when it was fetched. */
  fetchedAt: number;
  verdict: ReceiptVerdict;
}

/** What may be said of a receipt, never more than was checked. `code`: why; `signer`: common name of the certificate in it. */
export type ReceiptVerdict =
  /** Its text is signed by a certificate whose chain ends in what is trusted here; nobody asked whose it should be, or for revocation. */
  | { kind: 'trusted'; signer: string }
  /** Its text is signed by the certificate in it, of which nothing is known here. */
  | { kind: 'signer-unknown'; signer: string; code: string }
  /** It was changed, or is about something else. */
  | { kind: 'invalid'; code: string }
  /** It could not be checked. */
  | { kind: 'unverifiable'; code: string };

/** The receipt of conclusion that this body gave; with IDT and NRE of the trâmite all that was signed. */
export interface GivenReceipt {
  /** As it stands in the text that was signed. */
  dataDeRecebimento: string;
  /** Base64 of SHA-256 of the components that were downloaded. */
  hashes: string[];
  /** Base64 of the RSA signature. */
  hashDaAssinatura: string;
  /** Epoch ms UTC at which the platform took it. */
  givenAt: number;
}

/** Why the other body refused: code of the platform (`01`–`04`, `99`), and its words. */
export interface Refusal {
  motivo: string;
  justificativa: string;
}

/**
 * One sending of a process from one body to another, as far as it is known here. `id`:
 * `${ambiente}/${orgao}/${idt}`. Instants are epoch ms UTC.
 */
export interface Tramite extends RecordHead {
  /** Id of the body here, sender or receiver. */
  orgao: string;
  idt: number;
  nre: string;
  /** The process here; absent while a received one is not taken in. */
  processId?: string;
  direction: 'sent' | 'received';
  protocolo: string;
  /** Who sent or answered it, where that is known. */
  usuario?: string;
  remetente: PenUnit;
  destinatario: PenUnit;
  /** As the platform said last, and when. */
  situacao: Situacao;
  heardAt: number;
  /** The oldest first. */
  changes: SituacaoChange[];
  /** Bytes that went over so far, and those that were asked for. */
  bytes?: { moved: number; asked: number };
  reciboDeEnvio?: KeptReceipt;
  reciboDeTramite?: KeptReceipt;
  reciboEntregue?: GivenReceipt;
  recusa?: Refusal;
  cienciaAt?: number;
  cancelledAt?: number;
  /** Kept by the store. */
  writings?: Writings;
}

/** The id a trâmite is kept under. */
export const tramiteId = (ambiente: string, orgao: string, idt: number): string =>
  `${ambiente}/${orgao}/${idt}`;
