import { checkHere } from '../../../app/dossier/check-dossier.ts';
import { checkTramiteHere } from '../../../app/dossier/check-tramite-dossier.ts';
import type { Watch } from '../../../app/dossier/types.ts';
import { DossierChecker } from '../../dossier/dossier-checker.tsx';
import { TramiteDossierView } from '../../dossier/tramite-dossier-view.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { hrefOf } from '../../router.ts';
import { appTrust, dossierText as text } from '../../text/dossie.ts';
import { deliveriesText } from '../../text/entregas.ts';

const showTramite = async (file: File, watch: Watch) => {
  const checked = await checkTramiteHere(file, watch);
  return <TramiteDossierView checked={checked} />;
};

/** Checks any dossier, also one of another office, without network. */
export const CheckDossierScreen = () => (
  <div class="receipt">
    <ScreenHead
      title={text.checkTitle}
      lead={text.checkLead}
      above={
        <a class="small no-print" href={hrefOf({ screen: 'entregas' })}>
          ← {deliveriesText.back}
        </a>
      }
    />
    <DossierChecker check={checkHere} trust={appTrust} ofTramite={showTramite} />
  </div>
);
