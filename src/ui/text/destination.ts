import type { QueueProcessFault } from '../../app/pen/queue-process.ts';
import { STORAGE_FULL } from './armazenamento.ts';
import { processText } from './process.ts';
import { counted } from './units.ts';

/** To whom a process is sent. */
export const destinationText = {
  title: (number: string) => `Enviar o processo ${number}`,
  lead: 'Escolha a unidade que vai receber o processo.',
  repository: 'Repositório de unidades',
  unit: 'Unidade de destino',
  unitHelp: 'Parte do nome, a sigla ou o número da unidade.',
  search: 'Procurar',
  searching: 'Procurando…',
  found: (count: number) => counted(count, 'unidade encontrada', 'unidades encontradas'),
  nothing: 'Nenhuma unidade com estas palavras. Tente outra parte do nome, ou outro repositório.',
  atHand: 'Unidades já usadas neste computador',
  usedBelow: 'As unidades já usadas estão na lista abaixo.',
  noneAtHand: 'Nenhuma ainda. Para procurar é preciso internet e ter entrado no órgão.',
  unitNumber: (initials: string, number: string) =>
    [initials, `nº ${number}`].filter(Boolean).join(', '),
  receivesNothing: 'Não recebe processos por aqui.',
  chosen: 'Vai para:',
  notSaved: 'O que foi digitado por último ainda não está guardado. Tente de novo.',
  urgent: 'Urgente',
  reason: 'Motivo da urgência',
  chooseReason: 'Escolha o motivo',
  will: 'O processo vai para a fila e é enviado assim que houver internet e acesso ao órgão. A partir daí ele só pode ser lido, até o outro órgão receber ou recusar.',
  send: 'Enviar',
  sending: 'Pondo na fila…',
  cancel: 'Cancelar',
} as const;

export const QUEUE_PROCESS_FAULTS: Record<Extract<QueueProcessFault, string>, string> = {
  'process-unknown': processText.notFound,
  'body-unknown':
    'Este ambiente não tem mais este órgão. Quem configura o servidor de apoio pode trazê-lo de volta.',
  'file-missing':
    'Um arquivo ou uma assinatura deste processo não está mais neste computador. Traga o arquivo de novo.',
  'storage-full': STORAGE_FULL,
};
