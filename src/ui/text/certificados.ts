import type { CertificateFacts, CertificateSummary } from '../../app/form.ts';
import { civilDateOf, toBrazilianDate } from '../../base/civil-date.ts';

const day = (instant: number): string => toBrazilianDate(civilDateOf(instant));

export const certificateText = {
  title: 'Certificados',
  lead: 'O certificado A1 (.pfx ou .p12) com que você assina. A chave fica na memória enquanto estiver aberta, e só é guardada aqui, cifrada, se você pedir. Onde o acesso ao tribunal passa pelo servidor deste programa nesta máquina, ele recebe a chave só para entrar e não a guarda.',
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
  responsible: 'Responsável',
  kind: 'Tipo',
  technical: 'Parte técnica',
  uses: 'Usos da chave',
  anyUse: 'sem restrição',
  policy: 'Política',
  keyKind: 'Chave',
  otherKey: 'outra',
  serial: 'Número de série',
  fingerprint: 'Identificação (SHA-256)',
  lists: 'Listas de revogados',
  online: 'Consulta de revogação',
  issuerFile: 'Certificado do emissor',
  a1Ends:
    'Os certificados em arquivo (A1) estão sendo extintos (Resolução 211/2024 da ICP-Brasil). Se o próximo for em cartão, token ou nuvem, assine com outro programa e traga o arquivo assinado: o Estafeta aceita.',
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
} as const;

/** Whom a certificate stands for. */
export const KINDS: Record<CertificateFacts['kind'], string> = {
  person: 'Pessoa (e-CPF)',
  company: 'Empresa ou órgão (e-CNPJ)',
  seal: 'Selo eletrônico',
  application: 'Programa de computador',
  'timestamp-authority': 'Autoridade de carimbo do tempo',
  authority: 'Autoridade certificadora',
  other: 'Outro',
};

/** Uses of a key (RFC 5280 §4.2.1.3). */
export const USAGES: Record<CertificateFacts['usages'][number], string> = {
  digitalSignature: 'assinatura digital',
  nonRepudiation: 'não repúdio',
  keyEncipherment: 'cifrar chaves',
  dataEncipherment: 'cifrar dados',
  keyAgreement: 'combinar chaves',
  keyCertSign: 'assinar certificados',
  cRLSign: 'assinar listas de revogados',
  encipherOnly: 'só cifrar',
  decipherOnly: 'só decifrar',
};

/** Types of DOC-ICP-04, by the number after 2.16.76.1.2 in the policy. */
const TYPES: Record<string, string> = {
  1: 'A1',
  2: 'A2',
  3: 'A3',
  4: 'A4',
  201: 'SE-S',
  202: 'SE-H',
  203: 'AE-S',
  204: 'AE-H',
  303: 'T3',
  304: 'T4',
};

/** The type a policy of ICP-Brasil stands for, such as `A1`. */
export const typeOfPolicy = (policy: string): string | undefined =>
  TYPES[/^2\.16\.76\.1\.2\.(\d+)\./.exec(policy)?.[1] ?? ''];
