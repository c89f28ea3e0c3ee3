import type { Line } from '../../app/bulk/lines.ts';
import { plainCsv } from '../../app/table/plain-csv.ts';
import { LINE_STATE_NAMES } from '../text/lote.ts';
import { wordsOf } from './line-words.ts';

const HEAD = [
  'Nº',
  'Arquivo',
  'Tamanho (bytes)',
  'Prestação de contas',
  'Layout',
  'Mês',
  'Ano',
  'Situação',
  'Explicação',
  'Número da entrega',
  'Recibo',
  'Situação no tribunal',
  'SHA-256 do arquivo',
  'SHA-256 do que foi enviado',
  'Identificação do rascunho',
  'Identificação do envio',
];

/** So many errors of a draft are told in a cell, which says how many more there are: a payroll may have thousands. */
const EVERY_ERROR = 200;

/** The report on a batch as a table: a line for each file that was brought. */
export const reportCsv = (lines: readonly Line[]): Blob => plainCsv([HEAD, ...lines.map(rowOf)]);

const rowOf = (line: Line): string[] => {
  const { item, state, entry, draftId } = line;
  const { what } = item;
  const delivery = entry?.progress.delivery;
  return [
    String(item.n + 1),
    item.path,
    String(item.size),
    what?.spc ?? '',
    what?.slp ?? '',
    what ? String(what.mes) : '',
    what ? String(what.ano) : '',
    LINE_STATE_NAMES[state],
    wordsOf(line, EVERY_ERROR).join(' '),
    delivery ? String(delivery.id) : '',
    delivery?.recibo ?? '',
    delivery?.statusEnvio ?? '',
    item.sha256 ?? '',
    entry?.progress.finalBody?.sha256 ?? '',
    draftId ?? '',
    entry?.id ?? '',
  ];
};
