import { layoutName } from '../../app/catalogue.ts';
import type { Link } from '../../app/links/link.ts';
import type { LinkFault } from '../../app/links/link-faults.ts';
import { counted, showPeriod } from './units.ts';

/** Fields that hold the number of an earlier delivery. */
export const linkText = {
  noNumber: 'ainda sem número',
  choose: 'Escolher',
  chooseOf: (label: string) => `Escolher a entrega: ${label}`,
  remove: 'Retirar',
  removeOf: (label: string) => `Retirar: ${label}`,
  notHeld: 'A entrega com este número não está guardada neste navegador.',
  title: (label: string) => `Escolher: ${label}`,
  search: 'Procurar por número, objeto ou mês',
  reading: 'Lendo as entregas…',
  found: (count: number) => counted(count, 'encontrada', 'encontradas'),
  more: (count: number) => `Mostrar mais ${count}`,
  none: 'Nada foi encontrado. Se a entrega foi feita fora deste navegador, escreva o número dela no campo.',
  noRoomForPlaceholder:
    'Neste campo o layout limita o número, e por isso só cabem entregas que já têm o seu. Espere a entrega ou escreva o número depois.',
  close: 'Fechar',
  referredByGone: 'Há o que use o número desta entrega, e ele deixa de existir:',
  referredByKept: 'Há o que use o número desta entrega. O número continua o mesmo:',
  andMore: (count: number) => `E mais ${count}.`,
  homologatedOnly: 'Este campo pede uma entrega homologada: o envio espera pela homologação.',
} as const;

const STANDINGS: Record<Link['standing'], (courtId: number | undefined) => string> = {
  'under-way': () => `na fila de envio, ${linkText.noNumber}`,
  delivered: (courtId) => `entrega ${courtId}, homologação não confirmada`,
  homologated: (courtId) => `entrega ${courtId}, homologada`,
  'came-to-nothing': () => 'saiu da fila sem ser entregue',
  gone: (courtId) =>
    courtId === undefined
      ? 'não está mais no tribunal'
      : `entrega ${courtId}, que não está mais no tribunal`,
};

/** So much of an object says which delivery it is. */
const LONGEST = 120;

const cut = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;

/** `Licitação, fase 1: abertura – 12/2024, Merenda (fevereiro de 2024)`. */
export const linkName = (link: Link): string => {
  const summary = link.summary && ` – ${cut(link.summary)}`;
  return `${layoutName(link)}${summary} (${showPeriod(link)})`;
};

/** `entrega 505, homologada`. */
export const linkState = ({ standing, courtId }: Link): string => STANDINGS[standing](courtId);

export const LINK_FAULTS: Record<LinkFault, string> = {
  'link-unknown':
    'O envio de que viria o número não está neste navegador. Escolha a entrega de novo ou escreva o número.',
  'link-came-to-nothing':
    'O envio escolhido foi recusado ou cancelado e não vai ter número. Escolha outro: o mesmo, se ele voltou à fila.',
  'link-gone': 'A entrega escolhida não está mais no tribunal. Escolha outra.',
  'link-of-another': 'A entrega escolhida é de outra representação. Escolha uma desta.',
};
