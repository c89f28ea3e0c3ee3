import { PEN_BODY_IDS, PEN_BODY_NAMES, type PenBodyId } from '../pen/bodies.ts';

export type PenHolderId = PenBodyId | 'barramento';

/** Whoever holds a key at the sandbox's Barramento: each body, and the platform itself. */
export interface PenHolder {
  id: PenHolderId;
  nome: string;
}

/** PEM. */
export interface PenIdentity {
  /** The holder's certificate, followed by the intermediates. */
  certificate: string;
  key: string;
}

export const PEN_HOLDERS: readonly PenHolder[] = [
  ...PEN_BODY_IDS.map((id) => ({ id, nome: PEN_BODY_NAMES[id] })),
  { id: 'barramento', nome: 'Barramento de Demonstração' },
];
