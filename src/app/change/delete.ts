import { newId } from '../../base/ids.ts';
import { isJsonObject, parseJson } from '../../base/json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { enqueue } from '../../outbox/entry.ts';
import type { SaveFault } from '../../outbox/ports.ts';
import { RECEPCAO } from '../../protocol/recepcao/protocol.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { thisBrowser } from '../owner.ts';
import { knownEntries, storeWith } from '../queue/queue-records.ts';
import { queueChanged } from '../queue/verbs.ts';
import { clock, stores } from '../stores.ts';
import type { ChangeFault } from './freeze.ts';
import { givenUpHomologations } from './give-up.ts';
import { hindranceOf } from './hindrance.ts';
import { asOnlyChange } from './one-change.ts';

/**
 * Puts the deletion of a delivery on the queue, which the person has just agreed to: only the very content that is held
 * here is deleted, and only while it is not homologated. Gives the id of the entry.
 */
export const deleteAtCourt = (
  target: CourtDelivery,
): Promise<Result<string, ChangeFault | SaveFault>> =>
  asOnlyChange(target, () => queueDeletion(target));

const queueDeletion = async (
  target: CourtDelivery,
): Promise<Result<string, ChangeFault | SaveFault>> => {
  const hindrance = hindranceOf(target, knownEntries());
  if (hindrance) return err(hindrance);
  const content = await stores.deliveries.load(target.contents.at(-1) ?? '');
  const payload = content && parseJson(content.body.text);
  if (!content || !isJsonObject(payload)) return err('content-not-held');
  const given = await givenUpHomologations(target);
  if (!given.ok) return given;
  const { ambiente, representacao, spc, slp, mes, ano, courtId, recibo } = target;
  const queued = await enqueue(
    {
      ...{ ambiente, representacao },
      protocol: RECEPCAO,
      owner: await thisBrowser(),
      frozen: {
        errand: { kind: 'delete', courtId, recibo },
        // It is made of no draft.
        draftId: newId(),
        ...{ spc, slp, mes, ano, layoutSha256: content.layoutSha256 },
        payload,
        files: [],
      },
      progress: { uploads: {}, consentedAt: clock.now() },
    },
    { store: storeWith(given.value), clock },
  );
  if (!queued.ok) return queued;
  await queueChanged();
  return ok(queued.value.id);
};
