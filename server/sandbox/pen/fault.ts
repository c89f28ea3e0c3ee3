import { ours } from '../tcmgo/messages.ts';

/** An error as the Barramento answers it (pen.md A.4): `{codigoErro, mensagem}`. */
export interface PenFault {
  status: number;
  codigoErro: string;
  mensagem: string;
}

/**
 * Codes where the documentation gives none: those from 9000 on are the sandbox's own. The documented ones are 0001 (fields),
 * 0044 (a trâmite is under way), 0047 (documents differ) and 0055 (unit of another repository).
 */
const OWN_CODES = {
  'certificate-unknown': '9001',
  'not-understood': '9002',
  'not-found': '9003',
  'not-yours': '9004',
  'not-in-this-state': '9005',
  'part-beyond-size': '9006',
  'hash-differs': '9007',
  'components-missing': '9008',
  'receipt-signature': '9009',
  'receipt-missing': '9010',
} as const;

type OwnFault = keyof typeof OWN_CODES;

const STATUS: Partial<Record<OwnFault, number>> = {
  'certificate-unknown': 403,
  'not-found': 404,
  'not-yours': 403,
};

/** A fault with a sentence that a source quotes, but without its code. */
export const quoted = (fault: OwnFault, mensagem: string): PenFault => ({
  status: STATUS[fault] ?? 400,
  codigoErro: OWN_CODES[fault],
  mensagem,
});

/** A fault whose sentence is the sandbox's own, and says so. */
export const own = (fault: OwnFault, sentence: string): PenFault => quoted(fault, ours(sentence));

export const documentedFault = (codigoErro: string, mensagem: string): PenFault => ({
  status: 400,
  codigoErro,
  mensagem,
});

export const NOT_UNDERSTOOD = own('not-understood', 'Pedido não compreendido.');

export const NO_CERTIFICATE = own(
  'certificate-unknown',
  'Transação não autorizada: nenhum certificado foi apresentado.',
);

/** What was told once of the integrity of a certificate (pen.md A.1). */
export const certificateUnknown = (commonName: string): PenFault =>
  quoted(
    'certificate-unknown',
    `Transação não autorizada por falta de integridade do certificado com common name ${commonName}.`,
  );

/** Fields that do not hold (0001); they were seen with status 500. */
export const fieldsFault = (lines: string[]): PenFault => ({
  status: 500,
  codigoErro: '0001',
  mensagem: [
    'Os seguintes erros de validação de campos foram identificados:',
    ...lines.map((line) => `- ${line}`),
    'Devido aos erros a operação não foi concluída.',
  ].join('\n'),
});

export const faultAnswer = ({ status, codigoErro, mensagem }: PenFault): Response =>
  Response.json({ codigoErro, mensagem }, { status });
