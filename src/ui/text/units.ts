import { showNumber } from '../../base/brazilian-number.ts';
import { showInstant } from '../../base/civil-date.ts';

const MONTHS = [
  'janeiro',
  'fevereiro',
  'março',
  'abril',
  'maio',
  'junho',
  'julho',
  'agosto',
  'setembro',
  'outubro',
  'novembro',
  'dezembro',
] as const;

/** `fevereiro de 2019`. */
export const showPeriod = ({ mes, ano }: { mes: number; ano: number }): string =>
  `${MONTHS[mes - 1] ?? mes} de ${ano}`;

/** `Fevereiro`, for a list of months; `mes` 1 to 12. */
export const monthName = (mes: number): string => {
  const name = MONTHS[mes - 1] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** `123.456.789-09`; anything that is not 11 digits is given back as it is. */
export const showCpf = (cpf: string): string =>
  cpf.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4');

/** `12.345.678/0001-95`; anything else is given back as it is. */
export const showCnpj = (cnpj: string): string =>
  cnpj.replace(/^(.{2})(.{3})(.{3})(.{4})(\d{2})$/, '$1.$2.$3/$4-$5');

/** `1 arquivo`, `2.000 arquivos`. */
export const counted = (count: number, one: string, many: string): string =>
  `${showNumber(count)} ${count === 1 ? one : many}`;

/** `às 14:12`, of another day `em 23/11/2026 às 14:12`; epoch ms. */
export const atTime = (instant: number, now: number): string => {
  const [day, time] = showInstant(instant).split(' ');
  return showInstant(now).startsWith(`${day} `) ? `às ${time}` : `em ${day} às ${time}`;
};

/** `das 14:12`, of another day `de 23/11/2026 às 14:12`; epoch ms. */
export const ofTime = (instant: number, now: number): string =>
  atTime(instant, now).replace(/^às/, 'das').replace(/^em/, 'de');

/** The first whole minute that is not before an instant, for times told to the minute; epoch ms. */
export const wholeMinute = (instant: number): number => Math.ceil(instant / 60_000) * 60_000;

/** `7 minutos`, `1 hora e 5 minutos`; ms. */
export const showDuration = (ms: number): string => {
  const minutes = Math.round(ms / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours && counted(hours, 'hora', 'horas'), rest && counted(rest, 'minuto', 'minutos')]
    .filter(Boolean)
    .join(' e ');
};
