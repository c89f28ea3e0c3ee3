import type { PlatformFault } from '../../app/pen/platform.ts';

/** Why nothing was heard of Tramita GOV.BR, for whoever asked it and for what asks again by itself. */
export const NO_ANSWER = {
  'no-network': 'Sem internet, ou o Tramita GOV.BR não respondeu.',
  'not-the-server': 'Quem respondeu não foi o Tramita GOV.BR.',
  'server-unavailable': 'O Tramita GOV.BR não está atendendo.',
} as const;

/** `what`: what the person in the office may not do. */
export const roleLacks = (what: string): string =>
  `A sua função neste órgão não inclui ${what}. Peça a quem a define.`;

/** Why Tramita GOV.BR gave no answer, for whoever asked it. */
export const PLATFORM_FAULTS: Record<PlatformFault, string> = {
  'not-entered': 'Entre no órgão para falar com o Tramita GOV.BR.',
  'role-missing': roleLacks('isto'),
  'reader-elsewhere':
    'Outro navegador está recebendo por este órgão. Só um pode por vez, porque ler muda a situação no Tramita GOV.BR.',
  'no-network': `${NO_ANSWER['no-network']} Confira a rede e tente de novo.`,
  'not-the-server': `${NO_ANSWER['not-the-server']} Confira a rede.`,
  'server-unavailable': `${NO_ANSWER['server-unavailable']} Tente mais tarde.`,
  'platform-refused':
    'O Tramita GOV.BR não aceitou o pedido. Se continuar assim, avise quem cuida do Estafeta no seu órgão.',
};
