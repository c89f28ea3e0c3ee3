import type { Result } from '../../base/result.ts';
import { announcedIn } from '../../protocol/pen/announced.ts';
import { checkTramiteDossier } from '../../receipt/pen/check-dossier.ts';
import { clock } from '../stores.ts';
import { trustOf } from '../trust/trust.ts';
import type { DossierFault, TramiteDossierReport, Watch } from './types.ts';

/** Checks the dossier of a trâmite with what is trusted here now. Throws `signal.reason` where it was ended. */
export const checkTramiteHere = async (
  file: Blob,
  watch: Watch,
): Promise<Result<TramiteDossierReport, DossierFault>> =>
  checkTramiteDossier(file, { announcedIn, trust: await trustOf(), at: clock.now() }, watch);
