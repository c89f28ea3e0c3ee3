import type { SignatureFault } from '../../../src/signing/verification.ts';

/** Messages the court documents, word for word (colare-doc, sections on upload and sending). */
export const documented = {
  invalidToken:
    'O Token enviado é inválido! Para maiores informações acesse: https://testes.tcm.go.gov.br/colare-doc',
  wrongFileType: 'Só será aceito arquivos do tipo application/pdf ou application/pkcs7-signature',
  unsigned: 'Arquivo enviado não está assinado digitalmente!',
  subcontracting:
    'O percentual estabelecido para subcontrtação de ME e EPP não pode ser maior que 10%.',
} as const;

const MARK = '(mensagem do simulador)';

/** Where the court documents no sentence, ours says so itself. */
export const ours = (sentence: string): string => `${sentence} ${MARK}`;

/** Why a signed file is refused; only the unsigned file has a documented sentence. */
export const signatureMessage: Record<SignatureFault, string> = {
  'no-signature': documented.unsigned,
  'not-signed-data': documented.unsigned,
  detached: ours(
    'Não é aceita a assinatura apenas do hash do arquivo: envie um único arquivo assinado que contenha o conteúdo.',
  ),
  'digest-mismatch': ours('O conteúdo do arquivo foi alterado depois de assinado.'),
  'signature-mismatch': ours('A assinatura digital do arquivo não confere.'),
  'attributes-invalid': ours('Os atributos assinados da assinatura digital são inválidos.'),
  'weak-algorithm': ours('A assinatura digital usa um algoritmo que não é mais aceito.'),
  'unsupported-algorithm': ours('A assinatura digital usa um algoritmo não suportado.'),
  'signer-certificate-missing': ours('A assinatura não contém o certificado do signatário.'),
  'chain-incomplete': ours('Não foi possível montar a cadeia do certificado do signatário.'),
  'chain-untrusted': ours('O certificado do signatário não pertence a uma cadeia confiável.'),
  'certificate-expired': ours('O certificado do signatário estava vencido na data da assinatura.'),
  'certificate-not-yet-valid': ours(
    'O certificado do signatário ainda não era válido na data da assinatura.',
  ),
  'certificate-not-for-signing': ours('O certificado do signatário não serve para assinar.'),
  'pdf-broken': ours('O arquivo PDF está corrompido.'),
  'pdf-encrypted': ours('Arquivos PDF protegidos por senha não são aceitos.'),
  'pdf-not-fully-covered': ours('A assinatura digital não cobre o arquivo PDF inteiro.'),
};
