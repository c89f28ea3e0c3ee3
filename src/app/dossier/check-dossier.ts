import type { Result } from '../../base/result.ts';
import { checkDossier } from '../../receipt/dossier/check.ts';
import { examine } from '../signing/verifying-client.ts';
import type { DossierFault, DossierReport, Watch } from './types.ts';

/** Checks a dossier with what is trusted here now. Throws `signal.reason` where it was ended. */
export const checkHere = (file: Blob, watch: Watch): Promise<Result<DossierReport, DossierFault>> =>
  checkDossier(
    file,
    (content, kind) => examine(content, kind, watch.signal && { signal: watch.signal }),
    watch,
  );
