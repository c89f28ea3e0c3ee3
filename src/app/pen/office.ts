import { computed, signal } from '@preact/signals';
import type { PenOrgao, PenPapel, PenSession } from '../../base/environment.ts';
import type { BodyHere } from '../../store/pen-lists.ts';
import { ambiente } from '../state.ts';

/** A session, and the environment whose gateway gave it. */
export type OfficeSession = PenSession & { ambiente: string };

// In the memory of this window only: a session is never stored.
const session = signal<OfficeSession | undefined>(undefined);

/** Who works in the office of a body now; `undefined` where nobody came in, or in another environment. */
export const office = computed<OfficeSession | undefined>(() =>
  session.value?.ambiente === ambiente.value?.id ? session.value : undefined,
);

/** The body of that office, as the environment names it. */
export const officeBody = computed<PenOrgao | undefined>(() =>
  ambiente.value?.pen?.orgaos.find(({ id }) => id === office.value?.orgao),
);

/** Whether the last session ended without the person having left. */
export const sessionEnded = signal(false);

/** Who reads for the body, as far as this window was told: this browser, or another by its name; until `ate`, epoch ms UTC. */
export type Reader =
  | { kind: 'unknown' }
  | { kind: 'here'; ate: number }
  | { kind: 'elsewhere'; nome: string };
export const reader = signal<Reader>({ kind: 'unknown' });

/** How far the platform's clock was ahead of this machine's when it last said, ms. */
export const penClockSkew = signal<number | undefined>(undefined);

/** Whether the person in the office may do this. */
export const hasRole = (papel: PenPapel): boolean => office.value?.papeis.includes(papel) ?? false;

/** Whether the office somebody is in is that of this body. */
export const isInOfficeOf = ({ ambiente, orgao }: BodyHere): boolean =>
  office.value?.ambiente === ambiente && office.value.orgao === orgao;

/** Begins, changes or (without `next`) ends the session of this window. */
export const changeSession = (next: OfficeSession | undefined): void => {
  session.value = next;
  sessionEnded.value = false;
  reader.value = { kind: 'unknown' };
};

/** The session is over by the gateway's word, whose clock alone counts. */
export const endSession = (): void => {
  if (!session.value) return;
  changeSession(undefined);
  sessionEnded.value = true;
};
