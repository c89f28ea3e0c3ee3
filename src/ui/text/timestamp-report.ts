import { provesTime, type Reason, type TimestampReport } from '../../app/files-to-sign/report.ts';
import { showInstant } from '../../base/civil-date.ts';
import { REASONS } from './signature-report.ts';

/** Where the words about a signature do not fit a time stamp. */
const OWN: Partial<Record<Reason, string>> = {
  'not-signed-data': 'O carimbo do tempo não está inteiro.',
  'digest-mismatch':
    'O carimbo foi feito sobre outra coisa, ou o que ele carimba foi mudado depois.',
  'signature-mismatch':
    'O carimbo não foi feito com o certificado que ele indica, ou foi alterado.',
  'attributes-invalid': 'O carimbo está malfeito: o que ele diz de si não combina.',
  'weak-algorithm': 'O carimbo usa um método antigo, que hoje pode ser falsificado.',
  'unsupported-algorithm': 'O carimbo usa um método que este programa não conhece.',
  'signer-certificate-missing': 'O certificado de quem carimbou não está no arquivo.',
  'chain-incomplete':
    'Falta o certificado de uma autoridade entre quem carimbou e a raiz conhecida.',
  'chain-untrusted': 'O certificado de quem carimbou não vem de uma autoridade aceita.',
  'certificate-expired': 'Pela hora que o carimbo indica, o certificado dele já tinha vencido.',
  'certificate-not-yet-valid': 'O certificado de quem carimbou ainda não valia na hora indicada.',
  'certificate-not-for-signing': 'O certificado usado não serve para carimbos do tempo.',
  'pdf-not-fully-covered': 'O carimbo deixa de fora uma parte do PDF que ele devia proteger.',
  revoked: 'O certificado de quem carimbou já estava revogado.',
  'revoked-no-proof-of-time':
    'O certificado de quem carimbou está revogado, e nada prova que o carimbo é anterior.',
  'expired-no-proof-of-time':
    'O certificado de quem carimbou já venceu, e nada prova que o carimbo é anterior.',
  'changed-afterwards': 'O documento foi mudado depois deste carimbo.',
};

/** Why a time stamp is worth no more. */
export const sayOfStamp = (reason: Reason): string => OWN[reason] ?? REASONS[reason].what;

/** What a time stamp is shown as: only one that holds proves a time. */
export const stampName = (timestamp: TimestampReport): string =>
  provesTime(timestamp) ? 'Hora provada' : 'Carimbo do tempo que não confere';

/** The time that a stamp proves, or that one that does not hold bears. */
export const stampSentence = (timestamp: TimestampReport): string => {
  const { time, authority } = timestamp;
  const by = authority ? ` de ${authority.holder.name}` : '';
  return provesTime(timestamp)
    ? `${showInstant(time)} por carimbo do tempo${by}`
    : `Um carimbo do tempo${by} indica ${showInstant(time)}, mas não prova essa hora.`;
};

/** What the signer's own clock said; nothing is said to be missing where a stamp proves the time. */
export const claimedSentence = (time: number | undefined, stamp?: TimestampReport): string => {
  if (time === undefined) return 'A assinatura não declara a hora.';
  const isProven = stamp !== undefined && provesTime(stamp);
  return `${showInstant(time)} (do relógio de quem assinou${isProven ? '' : '; nada a prova'})`;
};
