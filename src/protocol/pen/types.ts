import type { Entry } from '../../outbox/types.ts';

/** `Entry.protocol` of what goes through the Barramento. */
export const PEN = 'pen';

/** A component as it is to be at the Barramento. */
export type SendComponent = {
  /** Of its document in the process, and its own in the document. */
  documento: number;
  ordem: number;
  nome: string;
  /** SHA-256 of its bytes: hexadecimal as the store finds them, and base64 as the wire names them. */
  sha256: string;
  hash: string;
  /** Bytes. */
  size: number;
  /** Written in the app: it goes whole, not in parts. */
  whole: boolean;
};

/** One process to one unit, frozen when it was queued. */
export type SendErrand = {
  kind: 'send';
  /** The body the office stands for. */
  orgao: string;
  processId: string;
  protocolo: string;
  nre?: string;
  remetente: { repositorio: number; numero: string; nome: string };
  destinatario: { repositorio: number; numero: string; nome: string };
  /** SHA-256 of the metadata text (JSON of `ProcessToSend`) that is sent byte for byte; it lies among the files. */
  metadataSha256: string;
  /** Each hash once, in the order of the documents; withdrawn documents are not among them. */
  components: SendComponent[];
  /** Trâmites of this process that were known when it was queued: none of them is this one. */
  known: number[];
  /** Bytes. */
  partSize: number;
  /** So often a component is tried before the person is asked. */
  mostTries: number;
};

/** What became of a sending so far. */
export type SendProgress = {
  /** Absent before the POST was answered; without `ticket` it was found by asking, which gives none. */
  tramite?: { idt: number; nre: string; ticket?: string; registeredAt: string };
  /** Hashes (base64) that the Barramento still wants; absent: not asked since they may have changed. */
  wanted?: string[];
  /** Bytes of each component (by hash) that were taken in parts without its end being signalled. */
  sent?: Record<string, number>;
  /** Refusals of each component in a row, by hash. */
  tries?: Record<string, number>;
  /** Trâmites of ours that were given back because they could not be gone on with. */
  withdrawn?: number[];
  /** The answer of recibo-de-envio as it came. */
  recibo?: string;
};

/** One trâmite to be received. */
export type ReceiveErrand = { kind: 'receive'; orgao: string; idt: number };

export type ReceiveProgress = Record<string, never>;

/** What is frozen of either errand. */
export type PenFrozen = SendErrand | ReceiveErrand;

/** Only the notes of the entry's own errand are there. */
export type PenProgress = { send?: SendProgress; receive?: ReceiveProgress };

export type PenEntry = Entry<PenFrozen, PenProgress>;
