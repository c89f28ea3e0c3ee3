import type { CertificateSummary } from '../../app/form.ts';
import { civilDateOf, toBrazilianDate } from '../../base/civil-date.ts';

const day = (instant: number): string => toBrazilianDate(civilDateOf(instant));

export const certificateText = {
  title: 'Certificados',
  lead: 'O certificado A1 (.pfx ou .p12) com que você assina. A chave fica só na memória, enquanto estiver aberta.',
  importTitle: 'Importar um certificado',
  file: 'Arquivo do certificado (.pfx ou .p12)',
  password: 'Senha do certificado',
  open: 'Abrir certificado',
  opening: 'Abrindo o certificado…',
  openingLong: 'Se o arquivo for muito protegido, pode levar um minuto. A página continua livre.',
  stop: 'Parar',
  noIntegrity:
    'Este arquivo não tem o selo que mostra que ninguém mexeu nele depois de feito. Se ele veio direto da certificadora, pode abrir. Se não sabe de onde veio, cancele e copie-o de novo do lugar de origem.',
  several: 'O arquivo tem mais de um certificado. Com qual deles você assina?',
  candidate: ({ issuer, notBefore, notAfter }: CertificateSummary) =>
    `Emitido por ${issuer}, vale de ${day(notBefore)} até ${day(notAfter)}.`,
  openAnyway: 'Abrir mesmo assim',
  openThis: 'Abrir este certificado',
  noFile: 'Escolha o arquivo do certificado.',
  none: 'Nenhum certificado importado neste navegador.',
  known: 'Certificados conhecidos',
  holder: 'Titular',
  cpf: 'CPF',
  cnpj: 'CNPJ',
  issuer: 'Emitido por',
  validity: 'Vale de',
  until: 'até',
  openState: 'Aberto',
  lockedState: 'Bloqueado',
  lock: 'Bloquear agora',
  remove: 'Esquecer',
  removeTitle: 'Esquecer este certificado?',
  removeBody:
    'O certificado (e a chave guardada, se houver) sai deste navegador. O arquivo .pfx continua onde está.',
  cancel: 'Cancelar',
  unlockTitle: 'Abrir o certificado',
  unlockWithPassphrase: 'Frase secreta',
  unlockPassphraseHelp: 'A frase que você escolheu quando mandou guardar a chave.',
  unlock: 'Abrir',
  otherFile: 'Usar o arquivo do certificado',
  keepTitle: 'Guardar a chave neste computador',
  keepLead:
    'Se quiser, a chave fica guardada aqui, cifrada com uma frase secreta sua. Sem isso, o arquivo .pfx é pedido de novo a cada vez. A senha do .pfx nunca é guardada.',
  keepPassphrase: 'Frase secreta (ao menos 12 caracteres)',
  keepRepeat: 'Repita a frase',
  keep: 'Guardar a chave cifrada',
  kept: 'A chave está guardada aqui, cifrada com a sua frase secreta.',
  tooShort: 'A frase precisa ter ao menos 12 caracteres.',
  notEqual: 'As duas frases são diferentes.',
  demoTitle: 'Certificados para treinar',
  demoLead:
    'Estes arquivos são do simulador: pessoas inventadas, sem nenhum valor. A senha é senha123.',
} as const;
