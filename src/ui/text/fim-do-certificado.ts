import { counted } from './units.ts';

/** Of a certificate that ends in so many days; negative once it is over. */
export const sayEnd = (days: number): string => {
  if (days < 0) return 'O certificado está vencido. É preciso emitir um novo.';
  const end = days === 0 ? 'hoje' : `em ${counted(days, 'dia', 'dias')}`;
  return `O certificado vence ${end}. Providencie um novo.`;
};
