import { computed, signal } from '@preact/signals';
import type { PenOrgao } from '../../base/environment.ts';
import type { BodyHere } from '../../store/pen-lists.ts';
import { office } from '../pen/office.ts';
import { ambiente } from '../state.ts';
import { stores } from '../stores.ts';

const SETTING = 'penBody';

/** The body a person works for while nobody is in its office: preparing needs no network and no login. */
const chosen = signal<string | undefined>(undefined);

/** Bodies of the environment in use; none where it has no PEN. */
export const bodies = computed<readonly PenOrgao[]>(() => ambiente.value?.pen?.orgaos ?? []);

/** The body whose processes are shown: that of the office the person is in, else the chosen one, else the only one. */
export const bodyInUse = computed<PenOrgao | undefined>(() => {
  const id = office.value?.orgao ?? chosen.value;
  return (
    bodies.value.find((body) => body.id === id) ??
    (bodies.value.length === 1 ? bodies.value[0] : undefined)
  );
});

/** How the stores name it. */
export const bodyHere = (): BodyHere | undefined => {
  const where = ambiente.value;
  const body = bodyInUse.value;
  return where && body && { ambiente: where.id, orgao: body.id };
};

export const chooseBody = async (id: string): Promise<void> => {
  chosen.value = id;
  await stores.settings.set(SETTING, id);
};

/** Recalls which body was chosen last. */
export const recallBody = async (): Promise<void> => {
  const kept = await stores.settings.get(SETTING);
  if (typeof kept === 'string') chosen.value ??= kept;
};
