import type { OneDelivery } from '../../../app/deliveries/one-delivery.ts';
import { SaveDossier } from '../../dossier/save-dossier.tsx';
import { StartFromDelivery } from '../../intake/start-from-delivery.tsx';
import { Button } from '../../parts/button.tsx';
import { dossierText } from '../../text/dossie.ts';
import { deliveriesText as text } from '../../text/entregas.ts';

/** What can be done with a delivery. */
export const DeliveryActions = ({ delivery }: OneDelivery) => (
  <div class="screen-head-actions actions">
    <StartFromDelivery delivery={delivery} />
    {delivery.origin !== 'taken-in' && <SaveDossier id={delivery.id} label={dossierText.save} />}
    <Button look="primary" onClick={() => print()}>
      {text.print}
    </Button>
  </div>
);
