/** What a conclusion receipt (recibo de conclusão) says, its texts exactly as on the wire. */
export interface ConclusionReceipt {
  IDT: number | string;
  NRE: string;
  /** UTC as `yyyy-MM-ddTHH:mm:ss.SSSZ`; the identical text travels beside the signature. */
  dataDeRecebimento: string;
  /** Base64 SHA-256 of the components downloaded in this trâmite, in any order. */
  hashes: readonly string[];
}

/** What a send receipt (recibo de envio) says, its texts exactly as on the wire. */
export interface SendReceipt {
  IDT: number | string;
  NRE: string;
  dataDeRecebimentoDoUltimoComponenteDigital: string;
  /** Base64 SHA-256 of the components that arrived, in any order. */
  hashes: readonly string[];
}

/**
 * The text that the receiver signs: no XML declaration, no white space, hashes in ascending order of their bytes, empty
 * ones left out (mod-sei-pen `EnviarReciboTramiteRN`, SUAP `utils.monta_recibo`). It is UTF-8 encoded and signed by
 * RSASSA-PKCS1-v1_5 with SHA-256. Nothing is escaped: who signs or believes it has looked at the shape of each text.
 */
export const conclusionReceiptText = ({
  IDT,
  NRE,
  dataDeRecebimento,
  hashes,
}: ConclusionReceipt): string =>
  `<recibo><IDT>${IDT}</IDT><NRE>${NRE}</NRE><dataDeRecebimento>${dataDeRecebimento}</dataDeRecebimento>${components(hashes)}</recibo>`;

/** The text that the platform signs for the sender: the first element of the receipt that mod-sei-pen offers for download. */
export const sendReceiptText = ({
  IDT,
  NRE,
  dataDeRecebimentoDoUltimoComponenteDigital: date,
  hashes,
}: SendReceipt): string =>
  `<reciboDeEnvio><IDT>${IDT}</IDT><NRE>${NRE}</NRE><dataDeRecebimentoDoUltimoComponenteDigital>${date}</dataDeRecebimentoDoUltimoComponenteDigital>${components(hashes)}</reciboDeEnvio>`;

// Base64 is ASCII, so the default order of JavaScript, by code unit, is that of the bytes.
const components = (hashes: readonly string[]): string =>
  hashes
    .filter((hash) => hash !== '')
    .sort()
    .map((hash) => `<hashDoComponenteDigital>${hash}</hashDoComponenteDigital>`)
    .join('');
