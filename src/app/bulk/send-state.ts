import { computed, signal } from '@preact/signals';
import type { CertificateSummary, SignatureForm } from '../../signing/signer.ts';
import type { OpenFault } from '../drafts/draft-session.ts';
import type { QueueFault } from '../drafts/put-on-queue.ts';
import type { SigningFault } from '../drafts/sign-files.ts';
import type { AgreedDraft } from './agreement.ts';

/** Why a draft was not put on the queue. */
export type SendFault =
  | OpenFault
  | SigningFault
  | QueueFault
  /** Another window holds it. */
  | 'elsewhere'
  /** It is not what the person was shown and agreed to. */
  | 'changed-since'
  | 'unexpected';

/** What the person agreed to at once: these drafts, signed with this certificate and put on the queue. */
export interface Sending {
  /** `elsewhere`: another window puts drafts of a batch on the queue. */
  phase: 'running' | 'paused' | 'locked' | 'elsewhere' | 'ended';
  drafts: readonly AgreedDraft[];
  /** How PDFs are signed; everything else becomes a P7S. */
  pdfForm: SignatureForm;
  /** Whose certificate; none where there was nothing to sign. */
  certificate: CertificateSummary | undefined;
  /** Where the drafts go and in whose name, whatever is in use by then. */
  ambiente: string;
  representacao: number | undefined;
  /** How many are done with, well or not. */
  done: number;
}

export const sending = signal<Sending | undefined>(undefined);
/** A draft was not put on the queue as it was then. */
export interface Refused {
  fault: SendFault;
  /** Of the draft. */
  rev: number;
}

/** By the ids of drafts, until they are tried again. */
export const sendFaults = signal<ReadonlyMap<string, Refused>>(new Map());

export const isSending = computed(
  () => sending.value !== undefined && sending.value.phase !== 'ended',
);
