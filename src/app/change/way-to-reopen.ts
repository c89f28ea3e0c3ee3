import type { Result } from '../../base/result.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { StorageFault } from '../../store/database.ts';
import { stores } from '../stores.ts';
import { tellChanged } from '../tabs.ts';
import { RECTIFICATION } from './rectifications.ts';

/** How homologated acts of personnel and payrolls are changed: the court's rule is lost, so the office says. */
export const PERSONNEL_WAYS = ['ticket', 'put'] as const;
export type PersonnelWay = (typeof PERSONNEL_WAYS)[number];

/**
 * How what is homologated is opened again. `request`: by a delivery of its own (LIC). `put`: altered as it is, if the
 * court takes that. `ticket`: asked for outside of Recepção.
 */
export type WayToReopen = 'request' | PersonnelWay;

const PERSONNEL = ['ATOSDEPESSOAL', 'FOLHAPAGAMENTO'];

const settingOf = (ambiente: string) => `retificacaoPessoal/${ambiente}`;

/** What the office chose for an environment. */
export const personnelWay = async (ambiente: string): Promise<PersonnelWay> =>
  (await stores.settings.get(settingOf(ambiente))) === 'put' ? 'put' : 'ticket';

export const choosePersonnelWay = async (
  ambiente: string,
  way: PersonnelWay,
): Promise<Result<void, StorageFault>> => {
  const saved = await stores.settings.set(settingOf(ambiente), way);
  if (saved.ok) tellChanged('settings');
  return saved;
};

export const wayToReopen = async ({
  ambiente,
  spc,
}: Pick<CourtDelivery, 'ambiente' | 'spc'>): Promise<WayToReopen> => {
  if (spc === RECTIFICATION.spc) return 'request';
  return PERSONNEL.includes(spc) ? personnelWay(ambiente) : 'ticket';
};
