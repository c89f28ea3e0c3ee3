import type { PdfReadFault } from '../../pdf/refusal.ts';

/** Why a PDF cannot be signed: also where an earlier signature locks it (DocMDP, FieldMDP). */
export type PdfFault = PdfReadFault | 'pdf-locked';
