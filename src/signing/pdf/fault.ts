import type { PdfReadFault } from '../../pdf/refusal.ts';

/** Why a PDF cannot be signed: also where an earlier signature forbids any change (DocMDP, P=1). */
export type PdfFault = PdfReadFault | 'pdf-locked';
