import type { Check, CheckLevel } from '../../app/form.ts';
import { sayEnd } from './fim-do-certificado.ts';
import { counted } from './units.ts';

export const CHECK_LEVELS: Record<CheckLevel, string> = {
  ok: 'Certo',
  warn: 'Atenção',
  stop: 'Impede',
};

export const preflightText = {
  title: 'Antes de assinar',
  checking: 'Conferindo o certificado…',
} as const;

const clockOff = (minutes: number): string => {
  const how = minutes > 0 ? 'atrasado' : 'adiantado';
  const amount = counted(Math.abs(minutes), 'minuto', 'minutos');
  return `O relógio deste computador está ${how} ${amount} em relação ao do tribunal. Acerte a data e a hora: a assinatura leva a hora daqui.`;
};

/** The sentence of a check before a signature. */
export const sayCheck = (check: Check): string => {
  switch (check.code) {
    case 'valid':
      return 'O certificado está no prazo de validade.';
    case 'ends-soon':
      return sayEnd(check.days);
    case 'expired':
      return sayEnd(-1);
    case 'not-yet-valid':
      return 'O certificado ainda não começou a valer. Confira também a data do computador.';
    case 'use-allowed':
      return 'Foi emitido para assinar.';
    case 'use-not-allowed':
      return 'Não foi emitido para assinar documentos.';
    case 'is-seal':
      return 'É um selo eletrônico: mostra de onde veio o documento, mas não vale como assinatura de alguém (Resolução 211/2024).';
    case 'is-application':
      return 'Foi emitido para um programa, não para uma pessoa.';
    case 'key-strong':
      return 'A chave é forte.';
    case 'key-weak':
      return 'A chave é fraca e não é mais aceita. É preciso emitir um certificado novo.';
    case 'chain-complete':
      return 'Vem de uma autoridade aceita neste ambiente.';
    case 'issuer-missing':
      return `Falta o certificado da autoridade “${check.issuer}”, e sem ele não dá para saber se este é aceito. Carregue-o em “Certificados”.`;
    case 'chain-untrusted':
      return 'Não vem de uma autoridade aceita neste ambiente.';
    case 'no-anchors':
      return 'As autoridades aceitas neste ambiente não estão carregadas; a origem do certificado não foi conferida. Carregue-as em “Certificados”.';
    case 'not-revoked':
      return 'Não foi revogado, segundo a lista que está carregada.';
    case 'revoked':
      return 'Foi revogado: não vale mais. É preciso emitir um novo.';
    case 'revocation-unchecked':
      return 'Não se sabe se foi revogado: nenhuma lista atual de revogados está carregada.';
    case 'cpf-matches':
      return 'O CPF é o mesmo do acesso ao tribunal.';
    case 'cpf-differs':
      return 'O CPF não é o do acesso ao tribunal. Veja se é mesmo esta pessoa quem deve assinar.';
    case 'cpf-missing':
      return 'O certificado não traz CPF para comparar com o do acesso ao tribunal.';
    case 'clock-right':
      return 'O relógio do computador está certo.';
    case 'clock-off':
      return clockOff(check.minutes);
    case 'clock-unknown':
      return 'O relógio do computador ainda não foi comparado com o do tribunal.';
  }
};
