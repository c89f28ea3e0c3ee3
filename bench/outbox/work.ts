import type { Bytes } from '../../src/base/bytes.ts';
import { canonicalJson } from '../../src/base/canonical-json.ts';
import type { JsonObject } from '../../src/base/json.ts';

/** The deliveries of the benchmark, the same for both sides: each its own payload and file. */

const PAYLOAD_BYTES = 20_000;
const FILE_BYTES = 200_000;
const TEXT_FIELDS = [
  'artigoRegulamentouParticipExclusivaMEEPP',
  'artigoProcSubContratacaoMEEPP',
  'artigoEmpenhoPagamentoMEEPP',
  'artigoPercObjetoContratacaoMEEPP',
];
const SENTENCE = 'Aplica-se às contratações do município, no que couber, o disposto neste artigo. ';

export const PERIOD = { spc: 'LIC', slp: 'REG_LICITACAO', mes: 2, ano: 2019 };

/** REG_LICITACAO with long articles. `fileId`: a local id, or the court's. */
export const payloadOf = (number: number, fileId: string): JsonObject => {
  const share = Math.floor(PAYLOAD_BYTES / TEXT_FIELDS.length / SENTENCE.length);
  const article = (field: string) => `${number} ${field}: ${SENTENCE.repeat(share)}`;
  return {
    codTipoEnvio: 1,
    codTipoRegulamentacao: 1,
    existeRegulamentacaoMunicipal: true,
    numeroDecretoMunicipal: String(number),
    idDocumentoPDF: fileId,
    detalhamentoLc123: {
      regulamentouCriteriosEmpenhoPagamentoMEEPP: true,
      regulamentouParticipExclusivaMEEPP: true,
      regulamentouPercObjetoContratacaoMEEPP: true,
      regulamentouProcSubContratacaoMEEPP: true,
      ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, article(field)])),
    },
  };
};

export const bodyOf = (number: number, fileId: string): string =>
  canonicalJson(payloadOf(number, fileId));

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const RANDOM_AT_ONCE = 65_536;

/** The sandbox takes an image by its first bytes, so that no signature is verified while the clock runs. */
export const newFile = (): Blob => {
  const bytes: Bytes = new Uint8Array(FILE_BYTES);
  for (let at = 0; at < bytes.length; at += RANDOM_AT_ONCE) {
    crypto.getRandomValues(bytes.subarray(at, at + RANDOM_AT_ONCE));
  }
  bytes.set(PNG_SIGNATURE);
  return new Blob([bytes], { type: 'image/png' });
};

export const fileName = (number: number): string => `planta-${number}.png`;
