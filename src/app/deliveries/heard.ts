import { sha256Hex, utf8 } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { HOMOLOGADO, type ReceivedDelivery } from '../../protocol/recepcao/messages.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';

/** The canonical JSON of what the court holds, and its SHA-256. */
export const contentOf = async ({ jsonNode }: ReceivedDelivery): Promise<CourtContent> => {
  const text = canonicalJson(jsonNode);
  return { text, sha256: await sha256Hex(utf8(text)) };
};

export interface CourtContent {
  text: string;
  sha256: string;
}

/** What is known of a delivery once the court showed it. `sha256`: of the content it showed; `at`: epoch ms UTC. */
export const afterLook = (
  known: CourtDelivery,
  { statusEnvio }: ReceivedDelivery,
  sha256: string,
  at: number,
): CourtDelivery => {
  const { goneAt: _, confirmedAt, ...kept } = known;
  const isOurs = sha256 === known.bodySha256;
  // Open again, or of another content: what was confirmed is not what is there now.
  const isConfirmed = isOurs && statusEnvio === HOMOLOGADO;
  return {
    ...kept,
    ...{ statusEnvio, heardAt: at },
    ...(isConfirmed && { confirmedAt: confirmedAt ?? at }),
    look: { at, ...(!isOurs && { differs: sha256 }) },
  };
};

/** What is known of a delivery that the court does not know any more. */
export const afterAbsence = (known: CourtDelivery, at: number): CourtDelivery => {
  // Nothing was compared: should it be there again, the last look says nothing of it.
  const { look: _, ...kept } = known;
  return { ...kept, heardAt: at, goneAt: known.goneAt ?? at };
};
