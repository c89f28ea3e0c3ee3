import type { BlockLine, BlockState } from '../../app/pen/blocks.ts';
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
  notKept: 'Não há espaço neste computador para guardar o bloco.',
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
  findings: 'Não foi: há algo a corrigir no processo',
  'file-missing': 'Não foi: falta um arquivo neste computador',
  'storage-full': 'Não foi: não há espaço neste computador',
};

export const sayLine = ({ state }: BlockLine): string => {
  switch (state.kind) {
    case 'open':
      return 'Em aberto';
    case 'fault':
      return FAULTS[state.fault] ?? 'Não foi';
    case 'queue':
      return state.entry === 'rejected' ? 'A plataforma não aceitou' : 'Na fila';
    case 'tramite':
      return SITUACOES.sent[state.situacao];
  }
};
