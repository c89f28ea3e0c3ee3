import type { MotivoDaRecusa } from './messages.ts';

/** A component that is to be downloaded. */
export type WantedComponent = {
  /** Number of the process it is asked for under, as the platform names the trâmite. */
  protocolo: string;
  /** Number of the attached process that its document belongs to: every second try goes under it. */
  attached?: string;
  /** SHA-256: base64 as the wire names it, hexadecimal as the store does. */
  hash: string;
  sha256: string;
  nome: string;
  /** Bytes, as the sender stated them. */
  size: number;
  /** The platform still expected it to be downloaded when this was listed. */
  pending: boolean;
};

/** What the person, or the setting, answers to a trâmite. */
export type ReceiveAnswer =
  | { kind: 'accept' }
  | { kind: 'refuse'; motivo: MotivoDaRecusa; justificativa: string };

/** What the person says: an answer, or that what is missing or damaged is to be fetched once more. */
export type PersonsWord = ReceiveAnswer | { kind: 'fetch-again' };

/** What speaks against taking it in; codes of `src/process/receive-checks.ts`. */
export type FoundProblem = { code: string; ordem?: number; what?: string };

/** What became of receiving a trâmite so far. */
export type ReceiveProgress = {
  /** SHA-256 of the metadata, JSON text as the platform gave it; it lies among the files. */
  metadataSha256?: string;
  /** Name of the sender's unit, as the platform knows it. */
  remetente?: string;
  /** Bytes of a part, and so often a file is tried: as they were set when it began. */
  partSize?: number;
  mostTries?: number;
  /** Frozen before the first download: as they come, the platform's own list grows shorter. */
  wanted?: WantedComponent[];
  /** By SHA-256: the parts that lie in the file store, in order (their own SHA-256, and bytes so far). */
  parts?: Record<string, { sha256s: string[]; bytes: number }>;
  /** SHA-256 of parts that nothing wants any more: they are dropped before the next file is asked for. */
  spent?: string[];
  /** By SHA-256: how often it came otherwise than announced, or was refused. */
  tries?: Record<string, number>;
  /** SHA-256 of what is complete, and of what came to nothing after the most tries. */
  complete?: string[];
  corrupt?: string[];
  missing?: string[];
  problems?: FoundProblem[];
  answer?: ReceiveAnswer;
  /** What the platform said when it did not take the last answer. */
  answerRefused?: string;
  /** How often the person was asked before, and it came to nothing. */
  askedBefore?: number;
  /** What the receipt states, and its signature (base64): both go out exactly so. `isLast`: no other files may be meant. */
  receipt?: {
    dataDeRecebimento: string;
    /** Of the files it names (base64). */
    hashes: string[];
    hashDaAssinatura: string;
    isLast: boolean;
  };
  /** Receipts that the platform did not take, each over other files. */
  receiptsRefused?: number;
  /** Epoch ms UTC at which the platform took the answer. */
  answeredAt?: number;
};
