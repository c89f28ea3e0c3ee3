import type { PenUnit } from '../../base/pen-unit.ts';
import type { Entry } from '../../outbox/types.ts';
import type { ReceiveProgress } from './receive-progress.ts';

/** `Entry.protocol` of what goes through the Barramento. */
export const PEN = 'pen';

/** A file of a process as it goes out. */
export type SendComponent = {
  nome: string;
  /** Number of the process, under which it is sent where the platform asks for it under no other one. */
  protocolo: string;
  /** Place of its document in the process. */
  documento: number;
  /** SHA-256 of its bytes: hexadecimal as the store finds them, and base64 as the wire names them. */
  sha256: string;
  hash: string;
  /** Bytes. */
  size: number;
  /** Written in the app: it goes whole, not in parts. */
  whole: boolean;
};

/** One process to one unit. */
export type SendErrand = {
  kind: 'send';
  processId: string;
  protocolo: string;
  nre?: string;
  /** Who put it on the queue, where somebody was in the office then. */
  usuario?: string;
  remetente: PenUnit;
  destinatario: PenUnit;
  /** SHA-256 of the metadata (JSON text of `ProcessToSend`) that goes byte for byte; it lies among the files. */
  metadataSha256: string;
  /** Each hash once, in the order of the documents; withdrawn documents are not among them. */
  components: SendComponent[];
  /** Trâmites of this process that were known when it was queued: none of them is this one. */
  known: number[];
  /** The process came out of a copy, and no sending of it has ended here since: what is found of it was sent elsewhere. */
  fromCopy?: boolean;
  /** Bytes. */
  partSize: number;
  /** So often a component is tried before the person is asked. */
  mostTries: number;
};

/** What became of a sending so far, besides the trâmite's numbers. */
export type SendProgress = {
  /** Trâmites that the process had right before the POST: none of them is this one. */
  known?: number[];
  /** The permit to send contents; absent where the trâmite was found by asking, which gives none. */
  ticket?: string;
  /** As the platform wrote it. */
  registeredAt?: string;
  /** Hashes (base64) that the platform asked for at first. */
  asked?: string[];
  /** The numbers it asked under for those that belong to an attached process, by hash. */
  askedUnder?: Record<string, string>;
  /** Hashes that it still wants; absent: not asked since they may have changed. */
  wanted?: string[];
  /** Bytes of each component (by hash) that were taken in parts without its end being signalled. */
  sent?: Record<string, number>;
  /** Refusals of each component in a row, by hash. */
  tries?: Record<string, number>;
  /** Trâmites of ours that were given back because they could not be gone on with. */
  withdrawn?: number[];
  /** The answer of recibo-de-envio as it came. */
  recibo?: string;
  /** All has arrived, and the platform gives no recibo de envio now. */
  unreceipted?: boolean;
};

/** One trâmite to be taken in. */
export type ReceiveErrand = { kind: 'receive'; idt: number };

/** What an errand does at the platform. */
export type PenErrand = SendErrand | ReceiveErrand;

/** What is frozen when a process is put on the queue, or a trâmite is to be taken in. */
export type PenFrozen = {
  /** Id of the body whose office login it wants. */
  orgao: string;
  errand: PenErrand;
};

/** What became of the errand so far. */
export interface PenProgress {
  /** Of the trâmite, once the platform registered it. */
  idt?: number;
  nre?: string;
  /** The process the errand made or changed, once there is one. */
  processId?: string;
  send?: SendProgress;
  receive?: ReceiveProgress;
}

export type PenEntry = Entry<PenFrozen, PenProgress>;
