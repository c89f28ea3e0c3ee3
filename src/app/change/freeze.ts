import type { JsonObject } from '../../base/json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { idsWithin } from '../../draft/ids-within.ts';
import type { Draft, DraftPurpose } from '../../draft/types.ts';
import type { Earlier, RecepcaoFrozen } from '../../protocol/recepcao/types.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { entries } from '../state.ts';
import { stores } from '../stores.ts';
import { giveUpHomologation } from './give-up.ts';
import { type Hindrance, hindranceOf } from './hindrance.ts';
import { requestUnderWay } from './rectifications.ts';
import { wayToReopen } from './way-to-reopen.ts';

export type ChangeFault =
  | Hindrance
  /** What was delivered is not kept here any more. */
  | 'content-not-held';

/** What a draft's purpose adds to what is frozen, and in whose name it goes. */
export interface FrozenChange {
  representacao?: number;
  frozen: Pick<RecepcaoFrozen, 'errand' | 'after' | 'keptFiles'>;
}

const NOTHING: FrozenChange = { frozen: {} };

/**
 * The errand of a draft that changes a delivery; what waited to homologate that delivery as it is, is given up. Of what
 * is homologated only a request that opens it again lets it be altered: the alteration waits for that.
 */
export const freezeChange = async (
  { ambiente, purpose }: Pick<Draft, 'ambiente' | 'purpose'>,
  payload: JsonObject,
): Promise<Result<FrozenChange, ChangeFault>> => {
  if (!purpose) return ok(NOTHING);
  const delivery = await stores.deliveries.load(purpose.deliveryId);
  if (!delivery) return err('content-not-held');
  const { representacao, files } = delivery;
  if (purpose.kind === 'rectify') return ok({ representacao, frozen: {} });
  const target = await stores.courtDeliveries.load(ambiente, purpose.courtId);
  if (!target) return err('content-not-held');
  const way = await wayTo(target);
  if (!way.ok) return way;
  const given = await giveUpHomologation(target);
  if (!given.ok) return given;
  const named = new Set(idsWithin(payload));
  const keptFiles = files.filter(({ courtId }) => named.has(courtId));
  const { after, homologated } = way.value;
  return ok({
    representacao,
    frozen: {
      errand: { kind: 'alter', ...idOf(purpose), ...(homologated && { homologated }) },
      ...(after && { after }),
      ...(keptFiles.length > 0 && { keptFiles }),
    },
  });
};

const idOf = ({ courtId, recibo }: DraftPurpose) => ({ courtId, recibo });

interface Way {
  after?: Earlier[];
  homologated?: true;
}

const wayTo = async (target: CourtDelivery): Promise<Result<Way, Hindrance>> => {
  const hindrance = hindranceOf(target, entries.value);
  if (hindrance !== 'homologated') return hindrance ? err(hindrance) : ok({});
  if ((await wayToReopen(target)) === 'put') return ok({ homologated: true });
  const request = await requestUnderWay(target);
  return request ? ok({ after: [{ entryId: request.id, until: 'homologated' }] }) : err(hindrance);
};
