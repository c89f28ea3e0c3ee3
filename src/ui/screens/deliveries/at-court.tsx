import type { CourtDelivery } from '../../../app/deliveries/delivery-list.ts';
import { lookAtCourt } from '../../../app/deliveries/look.ts';
import type { OneDelivery } from '../../../app/deliveries/one-delivery.ts';
import { takeInContent } from '../../../app/deliveries/take-in.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { goTo } from '../../router.ts';
import { atCourtText as text } from '../../text/entregas-no-tribunal.ts';
import { AskFault } from './ask-fault.tsx';
import { CourtDifference } from './court-difference.tsx';
import { StateChip } from './state-chip.tsx';
import { useCourt } from './use-court.ts';

interface AtCourtProps extends Pick<OneDelivery, 'contents'> {
  known: CourtDelivery;
}

/** What the court said of a delivery, and when; beside what is held here where that differs. */
export const AtCourt = ({ known, contents }: AtCourtProps) => {
  const { ask, isAsking, fault } = useCourt();
  const takeIn = async () => {
    const held = await ask((signal) => takeInContent(known, signal));
    const id = held?.contents.at(-1);
    if (id) goTo({ screen: 'entregas', id });
  };
  const { look, statusEnvio, heardAt } = known;
  const last = contents.find(({ id }) => id === known.contents.at(-1));
  return (
    <section class="card stack" aria-labelledby="no-tribunal">
      <h2 id="no-tribunal">
        {text.title} <StateChip delivery={known} />
      </h2>
      <p>{text.saysAt(statusEnvio, showInstant(heardAt))}</p>
      <LookSaid known={known} comparedAt={last?.confirmedAt ?? last?.comparedAt} />
      {look?.differs !== undefined && last && <CourtDifference known={known} held={last} />}
      {fault && <AskFault fault={fault} />}
      <div class="actions no-print">
        <Button
          disabled={isAsking}
          onClick={() => void ask((signal) => lookAtCourt(known, signal))}
        >
          {isAsking ? text.looking : text.look}
        </Button>
        {look?.differs !== undefined && (
          <AskFirst
            look="secondary"
            label={text.takeIn}
            title={text.takeInTitle}
            cancel={text.cancel}
            disabled={isAsking}
            onConfirm={() => void takeIn()}
          >
            <p>{text.takeInBody}</p>
          </AskFirst>
        )}
      </div>
    </section>
  );
};

interface LookSaidProps {
  known: CourtDelivery;
  /** When it was read back while it was delivered (epoch ms). */
  comparedAt: number | undefined;
}

const LookSaid = ({ known: { look, goneAt }, comparedAt }: LookSaidProps) => {
  if (goneAt !== undefined) return <Notice tone="danger">{text.gone(showInstant(goneAt))}</Notice>;
  if (!look) return <p>{comparedAt ? text.equal(showInstant(comparedAt)) : text.neverLooked}</p>;
  const at = showInstant(look.at);
  return look.differs === undefined ? (
    <Notice tone="success">{text.equal(at)}</Notice>
  ) : (
    <Notice tone="danger">{text.differs(at)}</Notice>
  );
};
