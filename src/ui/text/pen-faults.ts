import type { PlatformFault } from '../../app/pen/platform.ts';

/** Why Tramita GOV.BR gave no answer, for whoever asked it. */
export const PLATFORM_FAULTS: Record<PlatformFault, string> = {
  'not-entered': 'Entre no órgão para falar com o Tramita GOV.BR.',
  'role-missing': 'A sua função neste órgão não inclui isto. Peça a quem a define.',
  'reader-elsewhere':
    'Outro navegador está recebendo por este órgão. Só um pode por vez, porque ler muda a situação no Tramita GOV.BR.',
  'no-network': 'Sem internet, ou o Tramita GOV.BR não respondeu. Confira a rede e tente de novo.',
  'not-the-server': 'Quem respondeu não foi o Tramita GOV.BR. Confira a rede.',
  'server-unavailable': 'O Tramita GOV.BR não está atendendo agora. Tente mais tarde.',
  'platform-refused': 'O Tramita GOV.BR não aceitou o pedido.',
};
