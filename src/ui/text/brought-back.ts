import type { SigningFault } from '../../app/faults.ts';
import type { BroughtBackFault as FileFault } from '../../app/signing/brought-back.ts';
import { ELSEWHERE_FAULTS } from './assinar.ts';
import { SIGNING_FAULTS } from './faults.ts';

/** Why a file that another program signed is not taken for a draft or for the homologation. */
export type BroughtBackFault = FileFault | SigningFault | 'pdf-wanted';

export const BROUGHT_BACK_FAULTS: Record<BroughtBackFault, string> = {
  ...SIGNING_FAULTS,
  ...ELSEWHERE_FAULTS,
  'pdf-wanted':
    'Para homologar, o tribunal quer a assinatura dentro do PDF. Assine de novo e escolha PDF (PAdES), não P7S.',
};

/** How the PDF of the court is handed out: only a signature inside it will do. */
export const homologationElsewhere = {
  saveFirst: 'Salve o PDF de homologação que o tribunal gerou.',
  save: () => 'Salvar o PDF do tribunal',
  signThere:
    'Assine dentro do PDF (PAdES), sem abrir nem converter, com o programa que quiser e um certificado ICP-Brasil (em token, cartão ou nuvem). A assinatura do gov.br não é aceita aqui.',
};
