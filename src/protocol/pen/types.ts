import type { PenUnit } from '../../base/pen-unit.ts';
import type { Entry } from '../../outbox/types.ts';

/** A file of a process as it goes out. Hashes are SHA-256 in lower-case hexadecimal. */
export type PenFrozenFile = {
  sha256: string;
  /** Bytes. */
  size: number;
  nome: string;
  /** Number of the process (or attached process) it belongs to, as the platform asks for it. */
  protocolo: string;
};

/** What an errand does at the platform. */
export type PenErrand =
  | {
      kind: 'send';
      processId: string;
      protocolo: string;
      destinatario: PenUnit;
      /** JSON text of `{cabecalho, processo}`, as it is posted. */
      metadata: string;
      files: PenFrozenFile[];
    }
  | { kind: 'receive'; idt: number };

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
}

export type PenEntry = Entry<PenFrozen, PenProgress>;
