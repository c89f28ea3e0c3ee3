import { counted } from './units.ts';

/** How near the end of a certificate is; days, negative once it is over. */
export const sayValidity = (days: number): string => {
  if (days < 0) return 'vencido';
  if (days === 0) return 'vence hoje';
  return `${days === 1 ? 'falta' : 'faltam'} ${counted(days, 'dia', 'dias')}`;
};
