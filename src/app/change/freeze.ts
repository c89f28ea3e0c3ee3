import { err, ok, type Result } from '../../base/result.ts';
import type { Earlier, RecepcaoFrozen } from '../../protocol/recepcao/types.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { type DraftSession, keptFilesOf } from '../drafts/draft-session.ts';
import { knownEntries } from '../queue/queue-records.ts';
import { stores } from '../stores.ts';
import { type Hindrance, hindranceOf } from './hindrance.ts';
import { requestUnderWay } from './rectifications.ts';
import { wayToReopen } from './way-to-reopen.ts';

export type ChangeFault =
  | Hindrance
  /** What was delivered is not kept here any more. */
  | 'content-not-held';

/** What a draft's purpose adds to what is frozen. */
type FrozenChange = Pick<RecepcaoFrozen, 'errand' | 'after' | 'keptFiles'>;

/**
 * The errand of a draft that changes a delivery. Of what is homologated only a request that opens it again lets it be
 * altered: the alteration waits for that.
 */
export const freezeChange = async (
  session: Pick<DraftSession, 'draft' | 'payload' | 'keptFiles'>,
): Promise<Result<FrozenChange, ChangeFault>> => {
  const { ambiente, purpose } = session.draft.value;
  if (purpose?.kind !== 'alter') return ok({});
  const { courtId, recibo, deliveryId } = purpose;
  const target = await stores.courtDeliveries.load(ambiente, courtId);
  const content = await stores.deliveries.load(deliveryId);
  if (!target || !content) return err('content-not-held');
  const way = await wayTo(target);
  if (!way.ok) return way;
  const keptFiles = keptFilesOf(session);
  const { after, homologated } = way.value;
  const instead = content.body.sha256;
  return ok({
    errand: { kind: 'alter', courtId, recibo, instead, ...(homologated && { homologated }) },
    ...(after && { after }),
    ...(keptFiles.length > 0 && { keptFiles }),
  });
};

interface Way {
  after?: Earlier[];
  homologated?: true;
}

const wayTo = async (target: CourtDelivery): Promise<Result<Way, Hindrance>> => {
  const hindrance = hindranceOf(target, knownEntries());
  if (hindrance !== 'homologated') return hindrance ? err(hindrance) : ok({});
  if ((await wayToReopen(target)) === 'put') return ok({ homologated: true });
  const request = await requestUnderWay(target);
  if (!request) return err(hindrance);
  const hasCome = request.progress.confirmedAt !== undefined;
  return ok(hasCome ? {} : { after: [{ entryId: request.id, until: 'homologated' }] });
};
