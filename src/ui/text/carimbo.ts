import type { Corner } from '../signing/stamp-place.ts';

export const stampText = {
  show: 'Mostrar a assinatura na página',
  showHelp:
    'Um quadro no documento diz quem assinou e quando. A assinatura vale igual, mostrada ou não.',
  none: 'Não mostrar',
  onlyPage: 'Mostrar',
  firstPage: 'Na primeira página',
  lastPage: 'Na última página',
  otherPage: 'Em outra página',
  pageNumber: (count: number) => `Número da página, de 1 a ${count}`,
  noSuchPage: (count: number) =>
    `O documento tem ${count} páginas. Escreva um número de 1 a ${count}.`,
  place: 'Lugar na página',
  otherPlace: 'Outro lugar',
  moveHelp: 'Arraste o quadro no desenho da página, ou escolha-o e use as setas do teclado.',
  stamp: 'Quadro da assinatura',
  stampShort: 'Quadro',
  page: (number: number) => `Página ${number}.`,
  distance: (left: number, bottom: number) =>
    `A ${left} mm da borda esquerda e ${bottom} mm da borda de baixo.`,
} as const;

export const CORNER_NAMES: Record<Corner, string> = {
  'bottom-right': 'Canto inferior direito',
  'bottom-left': 'Canto inferior esquerdo',
  'top-right': 'Canto superior direito',
  'top-left': 'Canto superior esquerdo',
};

const dateAndTime = new Intl.DateTimeFormat('pt-BR', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'America/Sao_Paulo',
});

/**
 * The lines of a stamp: who signs, with the middle of the CPF as public bodies publish it, and when
 * (epoch ms) by the clock of Brasília.
 */
export const stampLines = (
  { name, cpf }: { name: string; cpf?: string },
  instant: number,
): string[] => [
  'Assinado digitalmente por',
  name,
  ...(cpf ? [`CPF ***.${cpf.slice(3, 6)}.${cpf.slice(6, 9)}-**`] : []),
  `${dateAndTime.format(instant)} (horário de Brasília)`,
];
