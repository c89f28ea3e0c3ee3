import type { FileKind } from '../../attachment/types.ts';
import type { JsonObject } from '../../base/json.ts';
import type { Entry } from '../../outbox/types.ts';
import type { CertificateSummary } from '../../signing/signer.ts';

/** A file of the delivery as it goes to the court. */
export type FrozenFile = {
  /** UUID that stands for it in the payload until the court gives its own. */
  localId: string;
  /** SHA-256 of the file the person chose, hexadecimal. */
  sha256: string;
  /** SHA-256 of the bytes that are sent: the P7S or signed PDF, or the chosen file itself for images. */
  sentSha256: string;
  /** Name sent to the court. */
  name: string;
  kind: FileKind;
  /** Bytes. */
  size: number;
};

/** A file of an altered delivery that the court has already: the payload names it by the court's id. */
export type KeptFile = Pick<FrozenFile, 'sha256' | 'sentSha256' | 'name' | 'size'> & {
  /** UUID the court gave. */
  courtId: string;
  signatarios: Signatario[];
};

/** What an errand does at the court. `courtId`, `recibo`: the delivery it changes. */
export type RecepcaoErrand =
  | { kind: 'deliver' }
  /**
   * PUT, with the payload in the place of what is there, and homologated like a new one. `homologated`: also where what
   * is there is homologated, which then the court alone decides. `instead`: SHA-256 of the content that the person saw
   * there (canonical JSON); another is not altered.
   */
  | { kind: 'alter'; courtId: number; recibo: string; homologated?: true; instead?: string }
  /**
   * The payload is what is to be there, with the court's file ids; no files. It was sent before, or (`takenIn`) by another
   * program, and what the court showed was taken in.
   */
  | { kind: 'homologate'; courtId: number; recibo: string; takenIn?: true }
  /** The payload is what is to be there, with the court's file ids; no files. */
  | { kind: 'delete'; courtId: number; recibo: string };

/** What an earlier entry has to bring about first. */
export type Earlier = {
  entryId: string;
  until: 'delivered' | 'homologated';
  /** Where in the payload the court's id of that delivery goes (JSON Pointer). */
  fills?: string;
};

/** What is frozen at "Pôr na fila" (D3). */
export type RecepcaoFrozen = {
  /** Absent: `deliver`, as in what was frozen before there was anything else; read through `errandOf`. */
  errand?: RecepcaoErrand;
  /** Absent: it waits for nothing. */
  after?: Earlier[];
  /** The draft it was made of. */
  draftId: string;
  spc: string;
  slp: string;
  /** 1–12. */
  mes: number;
  ano: number;
  /** SHA-256 of the layout's schema the payload was checked with. */
  layoutSha256: string;
  /** With local file ids. */
  payload: JsonObject;
  files: FrozenFile[];
  /** Files that are not sent again; absent: none. */
  keptFiles?: KeptFile[];
};

/** Who signed an uploaded file, as the court read it. `data`: epoch ms UTC. */
export type Signatario = { nome: string; cpf: string; data: number };

/** What became of the errand so far. */
export interface RecepcaoProgress {
  /** By `localId`. */
  uploads: Record<string, { courtId: string; signatarios: Signatario[] }>;
  /** The second freeze: canonical JSON with the court's file ids, written before the POST. */
  finalBody?: { text: string; sha256: string };
  delivery?: RecepcaoDelivery;
  /** Deliveries at the court that equal this one besides the first: a second POST was applied. */
  extras?: { id: number; recibo: string }[];
  /** Epoch ms of the look for them after a stated absence. */
  extrasSoughtAt?: number;
  /** What the person decided about them. */
  onExtras?: 'delete' | 'keep';
  /** SHA-256 of the canonical JSON of what the court held before it was altered. */
  oldSha256?: string;
  /** Epoch ms of the answer or the last look by which the delivery was gone. */
  deletedAt?: number;
  /** Epoch ms of the GET by id that equalled the final body. */
  comparedAt?: number;
  /** Epoch ms. */
  consentedAt?: number;
  homologation?: {
    /** SHA-256 of the PDF the court issued, and of the signed one. */
    pdfSha256: string;
    signedPdfSha256?: string;
    signedBy?: CertificateSummary;
    /** Epoch ms of the court's answer that took it; absent where HOMOLOGADO was only read. */
    acceptedAt?: number;
    /** Epoch ms of a look without a trace of a PUT that was not answered: one that comes late counts. */
    unansweredAt?: number;
  };
  /** Epoch ms of the GET by id that said HOMOLOGADO with our content. */
  confirmedAt?: number;
}

export interface RecepcaoDelivery {
  id: number;
  /** UUID. */
  recibo: string;
  /** As last read from the court; NAO_HOMOLOGADO, HOMOLOGADO, and whatever else it may say. */
  statusEnvio: string;
  /** Epoch ms when we learned of it. */
  deliveredAt: number;
}

export type RecepcaoEntry = Entry<RecepcaoFrozen, RecepcaoProgress>;

/**
 * An entry without the contents of its delivery, which are most of its size: what may be held of a whole queue.
 * Only a rejected one keeps its payload, for the draft to be held against what the court refused.
 */
export type RecepcaoOutline = Entry<
  Omit<RecepcaoFrozen, 'payload'> & Partial<Pick<RecepcaoFrozen, 'payload'>>,
  Omit<RecepcaoProgress, 'finalBody'> & { finalBody?: { sha256: string } }
>;
