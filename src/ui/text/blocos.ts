import type { BlockLine, BlockState } from '../../app/pen/blocks.ts';
import { STORAGE_FULL } from './armazenamento.ts';
import { QUEUE_PROCESS_FAULTS } from './destination.ts';
import { SITUACOES } from './tramites.ts';
import { counted } from './units.ts';

export const blocksText = {
  title: 'Blocos de trâmite',
  lead: 'Vários processos que vão juntos para a mesma unidade. Se um não puder ir, os outros vão assim mesmo.',
  back: 'Processos em trâmite externo',
  create: 'Criar bloco',
  name: 'Nome do bloco',
  nameHelp: 'Até 250 caracteres.',
  nameMissing: 'Dê um nome ao bloco.',
  none: 'Nenhum bloco.',
  noneHelp: 'Dê um nome ao bloco, crie e acrescente os processos que vão para a mesma unidade.',
  count: (count: number) => counted(count, 'processo', 'processos'),
  add: 'Acrescentar processo',
  choose: 'Escolha o processo',
  addNow: 'Acrescentar',
  remove: 'Tirar',
  removeOf: (number: string) => `Tirar o processo ${number}`,
  send: 'Enviar todos',
  sendRest: 'Enviar os que faltam',
  notKept: STORAGE_FULL,
  sendTitle: (name: string) => `Enviar o bloco ${name}`,
  sending: 'Pondo na fila…',
  cancel: 'Cancelar',
  drop: 'Apagar o bloco',
  dropHelp: 'Para apagar o bloco, tire antes os processos dele.',
  sentTo: (unit: string, when: string) => `Enviado a ${unit} em ${when}.`,
} as const;

export const BLOCK_STATES: Record<BlockState, string> = {
  open: 'Aberto',
  waiting: 'Aguardando',
  concluded: 'Concluído',
  partly: 'Concluído em parte',
};

const FAULTS: Record<string, string> = {
  ...QUEUE_PROCESS_FAULTS,
  findings: 'Abra o processo: há algo a corrigir nele.',
};

export const sayLine = ({ state }: BlockLine): string => {
  switch (state.kind) {
    case 'open':
      return 'Em aberto';
    case 'fault':
      return `Não foi enviado. ${FAULTS[state.fault] ?? ''}`;
    case 'queue':
      return state.entry === 'rejected' ? 'O Tramita GOV.BR não aceitou' : 'Na fila';
    case 'tramite':
      return SITUACOES.sent[state.situacao];
  }
};
