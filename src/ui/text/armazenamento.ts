import type { StartFault } from '../../app/storage/start-fault.ts';
import { STORAGE_FULL } from './faults.ts';

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

export const damageText = {
  title: 'Alguns dados guardados aqui não estão como deveriam',
  lead: 'Isto pode acontecer depois de uma queda de energia ou de um defeito no disco. Nada foi apagado nem consertado às escondidas.',
  unreadable: {
    draft: (count: number) =>
      count === 1
        ? 'Um rascunho não pode ser lido e ficou de fora da lista.'
        : `${count} rascunhos não podem ser lidos e ficaram de fora da lista.`,
    attachment: (count: number) =>
      count === 1
        ? 'Um anexo de rascunho não pode ser lido. Anexe o arquivo de novo.'
        : `${count} anexos de rascunhos não podem ser lidos. Anexe os arquivos de novo.`,
    entry: (count: number) =>
      count === 1
        ? 'Um envio da fila não pode ser lido e não será enviado. Consulte no tribunal se ele já foi entregue.'
        : `${count} envios da fila não podem ser lidos e não serão enviados. Consulte no tribunal se já foram entregues.`,
    delivery: (count: number) =>
      count === 1
        ? 'Uma entrega não pode ser lida e ficou de fora da lista. No tribunal nada mudou.'
        : `${count} entregas não podem ser lidas e ficaram de fora da lista. No tribunal nada mudou.`,
  },
  leftovers: (count: number) =>
    count === 1
      ? 'Há restos de um rascunho que não existe mais.'
      : `Há restos de ${count} rascunhos que não existem mais.`,
  dropLeftovers: 'Apagar os restos',
  dropTitle: 'Apagar os restos?',
  dropBody:
    'As mudanças e os anexos que sobraram serão apagados deste navegador. Não dá para desfazer.',
  cancel: 'Voltar',
  historyGap: (what: string) =>
    `${what}: faltam mudanças no meio do histórico. Confira o rascunho campo a campo antes de usá-lo.`,
  documentMissing: (what: string) =>
    `${what}: o que foi digitado neste rascunho não está mais guardado e ele não abre. Procure uma cópia de segurança.`,
  log: (what: string) =>
    `${what}: o registro do envio não combina com o que foi guardado. Este envio está parado para não ser feito duas vezes. Consulte no tribunal se ele já foi entregue e avise o suporte.`,
  fileMissing: (name: string, of: string) => `Falta o arquivo “${name}” (${of}).`,
  of: { draft: 'de um rascunho', entry: 'de um envio da fila', delivery: 'de uma entrega' },
};
