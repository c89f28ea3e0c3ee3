import type { ScreenName } from '../router.ts';
import { counted } from './units.ts';

/** Names of the screens in the navigation. */
export const SCREEN_NAMES: Record<ScreenName, string> = {
  inicio: 'Início',
  rascunhos: 'Rascunhos',
  fila: 'Fila de envio',
  entregas: 'Entregas',
  assinar: 'Assinar',
  processos: 'Processos',
  layouts: 'Layouts',
  certificados: 'Certificados',
  ajustes: 'Ajustes',
};

/** What the browser calls its window while a screen is shown. */
export const titled = (screen: string): string => `${screen} · Estafeta`;

export const frameText = {
  skip: 'Ir para o conteúdo',
  navigation: 'Telas',
  strip: 'Situação agora',
  noAmbiente: 'Sem ambiente de envio',
  ambiente: (nome: string) => `Ambiente: ${nome}`,
  reachUnknown: 'Tribunal: ainda não consultado',
  reached: (time: string) => `Tribunal respondeu em ${time}`,
  notReached: (time: string) => `Tribunal sem resposta desde ${time}`,
  token: (time: string) => `Acesso válido até ${time}`,
  noToken: 'Sem acesso ao tribunal',
  keyNone: 'Nenhum certificado',
  keyLocked: (name: string) => `Certificado bloqueado: ${name}`,
  keyUnlocked: (name: string) => `Certificado aberto: ${name}`,
  room: (used: string, quota: string) => `Espaço: cerca de ${used} de ${quota}`,
  roomScarce: 'acabando',
  roomFull: 'sem espaço para guardar',
  notPersisted: 'pode ser apagado',
  waiting: (count: number) =>
    count === 0
      ? 'Nada espera por você'
      : `${counted(count, 'envio espera', 'envios esperam')} por você`,
  processesWait: (count: number) =>
    `${counted(count, 'processo espera', 'processos esperam')} por você`,
  offlineReady: 'Pronto para usar sem internet',
  offlinePreparing: 'Preparando para usar sem internet…',
  offlineUnavailable: 'Não funciona sem internet neste navegador',
  update: 'Há uma versão nova do Estafeta.',
  updateNow: 'Atualizar agora',
  workMissing:
    'Uma parte do Estafeta não pôde ser carregada. Esta janela não envia nada e não faz cópias de segurança. Confira a internet e recarregue.',
  partMissing:
    'Esta parte do programa não pôde ser carregada. O que já foi guardado continua guardado.',
  reload: 'Recarregar',
};
