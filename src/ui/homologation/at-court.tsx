import { useEffect, useState } from 'preact/hooks';
import { layoutName } from '../../app/catalogue.ts';
import {
  type CourtDelivery,
  type PrepareFault,
  prepare,
  withoutEntry,
} from '../../app/homologation/at-court.ts';
import { representacaoInUse } from '../../app/session/represented.ts';
import { ambiente, deliveriesWritten, entries } from '../../app/state.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { PREPARE_FAULTS, homologateText as text } from '../text/homologar.ts';
import { showPeriod } from '../text/units.ts';

const nameOf = (delivery: CourtDelivery): string =>
  `${layoutName(delivery)}, ${showPeriod(delivery)}, ${text.number(delivery.courtId)}`;

/** What the court holds without homologation and nothing here is about, to be brought into the list. */
export const AtCourt = () => {
  const [{ found, more }, setFound] = useState<Awaited<ReturnType<typeof withoutEntry>>>({
    found: [],
    more: false,
  });
  const [fault, setFault] = useState<PrepareFault>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    let current = true;
    void withoutEntry().then((read) => current && setFound(read));
    return () => {
      current = false;
    };
  }, [entries.value, deliveriesWritten.value, ambiente.value, representacaoInUse.value]);
  if (found.length === 0 && !fault) return null;
  const bring = async (deliveries: readonly CourtDelivery[]) => {
    setBusy(true);
    setFault(await prepare(deliveries).finally(() => setBusy(false)));
  };
  return (
    <section class="card stack" aria-labelledby="homologar-no-tribunal">
      <h2 id="homologar-no-tribunal">{text.atCourt}</h2>
      <p>{text.atCourtLead}</p>
      {fault && <Notice tone="danger">{PREPARE_FAULTS[fault]}</Notice>}
      <ul class="plain-list stack">
        {found.map((delivery) => (
          <li key={delivery.courtId} class="actions">
            <span>{nameOf(delivery)}</span>
            <Button
              aria-label={text.prepareOf(nameOf(delivery))}
              disabled={isBusy}
              onClick={() => void bring([delivery])}
            >
              {text.prepare}
            </Button>
          </li>
        ))}
      </ul>
      {more && <p class="soft">{text.atCourtMore}</p>}
      {found.length > 1 && (
        <div class="actions">
          <Button disabled={isBusy} onClick={() => void bring(found)}>
            {text.prepareAll(found.length)}
          </Button>
        </div>
      )}
    </section>
  );
};
