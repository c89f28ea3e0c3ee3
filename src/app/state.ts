import { computed, signal } from '@preact/signals';
import type { Ambiente } from '../base/environment.ts';
import type { CachedLayout } from '../layout/types.ts';
import type { Token } from '../protocol/recepcao/token.ts';
import type { RecepcaoOutline } from '../protocol/recepcao/types.ts';
import type { CertificateSummary } from '../signing/signer.ts';

/** What the screens look at. Only `src/app` writes here. */

export const ambientes = signal<Ambiente[]>([]);
/** Whether the environments were told by the gateway that serves this page. */
export const ambientesFromGateway = signal(false);
export const ambiente = signal<Ambiente | undefined>(undefined);

/** When the court's own server last answered, or last did not (epoch ms UTC). */
export type Reach = { kind: 'unknown' } | { kind: 'reached' | 'not-reached'; at: number };
export const reach = signal<Reach>({ kind: 'unknown' });
/** How far the court's clock was ahead of this machine's when it last said (`Date`, RFC 9110 §6.6.1), ms. */
export const clockSkew = signal<number | undefined>(undefined);

export const token = signal<Token | undefined>(undefined);

/** The certificate in use: imported, and whether its key is in memory now. */
export type KeyState =
  | { kind: 'none' }
  | { kind: 'locked'; certificate: CertificateSummary; wrapped: boolean }
  | { kind: 'unlocked'; certificate: CertificateSummary; wrapped: boolean };
export const key = signal<KeyState>({ kind: 'none' });
/** Minutes without a touch after which the key is forgotten. */
export const idleMinutes = signal(30);

/** This browser's room for the app; bytes. `persisted`: the browser promised not to clear it by itself. */
export interface Room {
  used: number;
  quota: number;
  persisted: boolean;
}
export const room = signal<Room | undefined>(undefined);

/** `ready` only when a service worker that holds every file of this version controls the page. */
export type OfflineState = 'preparing' | 'ready' | 'unavailable';
export const offlineState = signal<OfflineState>('preparing');
/** A newer version is waiting to be started. */
export const updateWaiting = signal(false);

/** Whether what works behind the screens did not start: this window sends and copies nothing. */
export const workMissing = signal(false);

/** Whether it was read what was copied last, with which keys, and where copies go. */
export const copiesKnown = signal(false);

/** Counts what was written of drafts, here and in other windows: who shows drafts reads them again, in pages. */
export const draftsWritten = signal(0);
/** The same of the deliveries at the court. */
export const deliveriesWritten = signal(0);
/** The same of what the office decided of its deadlines, in this window. */
export const deadlinesWritten = signal(0);

const allEntries = signal<RecepcaoOutline[]>([]);
export const layouts = signal<CachedLayout[]>([]);
/** Layouts of which the court gave another version while this window was open, until the person read it. */
export const newVersions = signal<readonly CachedLayout[]>([]);

/** Of the environment in use, what goes on or came to nothing; of what is done, only what those wait for. */
export const entries = computed(() =>
  allEntries.value.filter((entry) => entry.ambiente === ambiente.value?.id),
);

export const records = { entries: allEntries };
