import type { StartFault } from '../../app/storage/start-fault.ts';

export const STORAGE_FULL =
  'Não há mais espaço no navegador para guardar isto. Nada se perdeu do que está na tela. Libere espaço no computador ou apague rascunhos e arquivos que não usa mais, e tente de novo.';

export const storageText = {
  room: 'Espaço neste navegador',
  roomLead: (used: string, quota: string, share: number) =>
    `Cerca de ${used} em uso (${share}%), de cerca de ${quota} que o navegador oferece. Os números são uma estimativa do próprio navegador.`,
  scarce:
    'O espaço está acabando. Apague rascunhos que não usa mais ou libere espaço no disco do computador.',
  full: STORAGE_FULL,
  fullTitle: 'Sem espaço para guardar.',
  fullGoesOn: 'Assim que houver espaço, o Estafeta guarda e continua sozinho.',
  persisted: 'O navegador prometeu não apagar estes dados por conta própria.',
  notPersisted: 'O navegador pode apagar estes dados se faltar espaço no computador.',
  notAsked:
    'Ele ainda não foi consultado: o Estafeta pede para guardar quando o primeiro rascunho é criado.',
  refused: 'O navegador não aceitou o pedido. Instalar o aplicativo costuma ajudar.',
  persist: 'Pedir para guardar',
  persistAgain: 'Pedir de novo para guardar',
  outdated:
    'O Estafeta foi atualizado em outra janela. Esta janela não consegue mais guardar nada: recarregue-a para continuar.',
  outdatedUnsaved:
    'O que não foi guardado pode ser salvo em um arquivo antes, no próprio rascunho.',
  reload: 'Recarregar',
  waitsForWindow:
    'O Estafeta está aberto em outra janela com a versão anterior. Feche as outras janelas e abas do Estafeta; esta continua sozinha.',
  saveDraft: 'Salvar o rascunho em um arquivo',
  saveEverything: 'Salvar tudo em um arquivo',
  savingEverything: 'Juntando…',
  saveEverythingHelp:
    'O arquivo leva os rascunhos, anexos, envios e entregas que ainda podem ser lidos. Ele não é cifrado: guarde-o em lugar seguro.',
  saveFailed: 'Não foi possível ler os dados para salvá-los.',
};

/** Why the app did not open, and what to do. */
export const START_FAULTS: Record<StartFault, string> = {
  'update-failed':
    'O Estafeta não conseguiu passar seus dados para a versão nova e desfez a mudança. Nada se perdeu: os dados estão como na versão anterior. Salve tudo em um arquivo, avise o suporte e abra de novo quando houver uma correção.',
  'newer-data':
    'Os dados deste navegador são de uma versão mais nova do Estafeta. Recarregue a página com a internet ligada para abrir a versão nova. Nada se perdeu.',
  'storage-full':
    'O Estafeta não pôde abrir porque não há espaço no disco deste computador. Libere espaço e abra de novo. O que já estava guardado continua guardado.',
  'no-storage':
    'O Estafeta não pôde abrir porque este navegador não deixa guardar dados. Saia da janela anônima ou permita o armazenamento para este endereço, e abra de novo.',
  fault:
    'O Estafeta não pôde abrir por um defeito do próprio programa. O que estava guardado continua guardado. Tente recarregar; se não adiantar, salve tudo em um arquivo e avise o suporte.',
};
