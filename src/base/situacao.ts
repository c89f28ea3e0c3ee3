/**
 * Where a trâmite of PEN stands: 0 not begun, 1 registered, 2 all files at the platform, 3 metadata read by the other
 * body, 4 files read by it, 5 its receipt at the platform, 6 receipt read by the sender (concluded), 7 cancelled,
 * 8 refused, 9 refusal acknowledged, 10 cancelled by the platform.
 */
export type Situacao = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** Whether a number is one of them. */
export const isSituacao = (value: unknown): value is Situacao =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10;

const FINAL: ReadonlySet<Situacao> = new Set<Situacao>([6, 7, 9, 10]);

/** Whether nothing comes after it. */
export const isFinalSituacao = (situacao: Situacao): boolean => FINAL.has(situacao);
