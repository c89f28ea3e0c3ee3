const STEPS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

const shown = new Intl.NumberFormat('pt-BR', { maximumFractionDigits: 1 });

/** Bytes as a person reads them, in steps of 1024, as the court's limits are meant: `1,5 MB`. */
export const showBytes = (bytes: number): string => {
  let value = bytes;
  let step = 0;
  while (value >= 1024 && step < STEPS.length - 1) {
    value /= 1024;
    step++;
  }
  return `${shown.format(value)} ${STEPS[step]}`;
};

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

/** `1 arquivo`, `2 arquivos`. */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
