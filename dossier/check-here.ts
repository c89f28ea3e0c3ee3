import { bytesOf } from '../src/base/bytes.ts';
import { checkDossier } from '../src/receipt/dossier/check.ts';
import type { Watch } from '../src/receipt/dossier/digest.ts';
import type { Examine } from '../src/receipt/dossier/examine-signed.ts';
import { readSignedData } from '../src/signing/cms/signed-data.ts';
import { examineP7s } from '../src/signing/examine/examine-p7s.ts';
import { examinePdf } from '../src/signing/examine/examine-pdf.ts';
import { icpBrasilRoots } from '../src/signing/trust/icp-brasil.ts';

/**
 * Chains end in the roots of ICP-Brasil alone: those that this page brings, and those pinned here by their hash that a
 * file holds. What the dossier says of its environment changes nothing of that.
 */
const examine: Examine = async (content, kind) => {
  const bytes = await bytesOf(content);
  const now = Date.now();
  if (kind === 'pdf')
    return examinePdf(bytes, { anchors: icpBrasilRoots([]), intermediates: [] }, { now });
  const anchors = icpBrasilRoots(readSignedData(bytes)?.certificates ?? []);
  return examineP7s(bytes, { anchors, intermediates: [] }, { now });
};

/** Checks a dossier in the page itself. Throws `signal.reason` where it was ended. */
export const checkHere = (file: Blob, watch: Watch) => checkDossier(file, examine, watch);
