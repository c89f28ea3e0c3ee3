import type { SettingsFault } from '../../app/pen/settings.ts';
import type { TablesFault } from '../../app/pen/tables.ts';
import { STORAGE_FULL } from './armazenamento.ts';
import { PLATFORM_FAULTS } from './pen-faults.ts';

export const penSettingsText = {
  title: 'Ajustes dos processos',
  lead: (body: string) => `Como ${body} envia e recebe processos. Valem para este navegador.`,
  noBody: 'Escolha primeiro o órgão, na tela Processos.',
  toProcesses: 'Processos',
  readOnly: 'Só quem entrou no órgão e pode mudar a configuração altera estes ajustes.',
  enter: 'Entrar no órgão',
  add: 'Acrescentar',
  remove: 'Tirar',
  removeOf: (what: string) => `Tirar ${what}`,
  save: 'Guardar',
  saved: 'Guardado.',
  actions: 'Ações',
  none: 'Nada aqui ainda.',
  choose: 'Escolha',

  tables: 'Tabelas do Tramita GOV.BR',
  tablesLead:
    'Tipos de documento, hipóteses legais, motivos de urgência e repositórios são do Tramita GOV.BR. Ficam guardados aqui para preparar processos sem internet.',
  species: 'Tipos de documento',
  grounds: 'Hipóteses legais em vigor',
  reasons: 'Motivos de urgência',
  repositories: 'Repositórios de unidades',
  readAt: (when: string) => `Lidas do Tramita GOV.BR em ${when}. São lidas de novo todo dia.`,
  neverRead:
    'Ainda não foram lidas do Tramita GOV.BR. Os tipos de documento vieram com o programa; as hipóteses legais só o Tramita GOV.BR informa.',
  refresh: 'Atualizar agora',
  refreshing: 'Atualizando…',
  refreshed: 'Tabelas atualizadas.',

  limits: 'Limites',
  largest: 'Maior arquivo que se envia, em MB',
  largestReceived: 'Maior arquivo que se recebe, em MB',
  largestReceivedHelp:
    'O que chegar com um arquivo maior espera uma pessoa, que decide se aceita ou recusa.',
  part: 'Tamanho de cada parte enviada, em MB',
  partHelp: 'De 1 a 200. Uma parte que se perde é enviada de novo inteira.',
  tries: 'Tentativas por arquivo, antes de perguntar à pessoa',
  badNumber: (from: number, to: number) => `Informe um número inteiro de ${from} a ${to}.`,
  email:
    'Avisos por e-mail não existem: o Estafeta não tem servidor de correio. Os processos recebidos aparecem na tela Processos.',

  processTypes: 'Tipos de processo',
  processTypesLead:
    'Um processo que chega com um destes nomes fica com ele; os outros ficam com o tipo padrão.',
  processType: 'Tipo de processo',
  defaultProcessType: 'Tipo padrão do que chega',
  emptyName: 'Informe um nome.',
  emptyChoice: 'Escolha na lista.',

  answering: 'Resposta ao que chega',
  acceptsAlone: 'Aceitar sozinho o que chegar sem nenhum problema',
  acceptsAloneHelp:
    'O recibo é assinado com a chave do órgão e entregue sem que ninguém veja o processo antes, e isso não pode ser desfeito. O que tiver algum problema continua esperando uma pessoa. As assinaturas que vieram nos documentos não são conferidas antes: veja-as depois, em cada documento.',

  receivingUnit: 'Unidade que recebe',
  receivingUnitLead:
    'Um processo mandado a uma unidade que o órgão não tem aqui fica com esta unidade.',
  noReceivingUnit: 'Nenhuma escolhida: o que for mandado a outra unidade é recusado.',
  dropReceivingUnit: 'Recusar o que for mandado a outra unidade',

  sentTypes: 'Tipos de documento ao enviar',
  sentTypesLead:
    'Com que tipo do Tramita GOV.BR vai cada tipo de documento deste órgão. Os que têm o mesmo nome no Tramita GOV.BR não precisam estar aqui.',
  localType: 'Tipo neste órgão',
  platformType: 'Tipo no Tramita GOV.BR',
  suggestion: (name: string) => `Sugestão pelo nome: ${name}.`,
  otherTypes: 'Os que não têm tipo no Tramita GOV.BR',
  refuseToSend: 'Perguntar à pessoa, sem tipo padrão',

  receivedTypes: 'Tipos de documento ao receber',
  receivedTypesLead:
    'Com que nome fica aqui cada tipo do Tramita GOV.BR. Quando o documento sai de novo, leva o tipo com que chegou.',
  defaultReceived: 'Nome dos que não estão na lista e vêm sem nome',
  defaultReceivedHelp:
    'Os que não estão na lista ficam com o nome que o outro órgão lhes deu. Deixe vazio para recusar o processo que trouxer um deles.',

  sentGrounds: 'Hipóteses legais ao enviar',
  sentGroundsLead: 'Como este órgão chama cada uma. Sem lista, valem os nomes do Tramita GOV.BR.',
  localGround: 'Nome neste órgão',
  platformGround: 'Hipótese no Tramita GOV.BR',
  noGrounds: 'Atualize as tabelas do Tramita GOV.BR para ver as hipóteses legais.',
  receivedGrounds: 'Hipóteses legais ao receber',
  receivedGroundsLead:
    'Que hipótese fica aqui no lugar da que chega. Quando sai de novo, o processo leva a que ficou aqui; cada documento, a com que chegou.',
  groundCame: 'A que chega',
  groundHere: 'A que fica',
  defaultGround: 'No lugar das que não se conhece',
  refuseGround: 'Recusar o processo',
  groundNumber: (id: number) => `Hipótese ${id}`,

  allowed: 'Para onde se pode enviar',
  allowedLead: 'Sem lista, para qualquer unidade do Tramita GOV.BR.',
  partial: 'Envio parcial',
  partialLead:
    'Quem está nesta lista recebe só os arquivos que ainda não tem. Use apenas com quem confirmou que aceita.',
  largestThere: 'Limites de outros órgãos',
  largestThereLead:
    'Unidades que recusam arquivos maiores. A conferência avisa antes de enviar a elas.',
  limitMb: 'Maior arquivo, em MB',
  mb: (mb: number) => `${mb} MB`,
  wholeRepository: 'todas as unidades',
  allUnits: 'Acrescentar o repositório inteiro',

  file: 'Levar a outro navegador',
  fileLead: 'Os ajustes valem só neste navegador. Guarde-os num arquivo e traga-os nos outros.',
  saveFile: 'Guardar em arquivo',
  fileName: 'ajustes-dos-processos.json',
  takeFile: 'Trazer de um arquivo',
  takeFileHelp: 'Os ajustes do arquivo ficam no lugar dos daqui.',
  taken: 'Ajustes trazidos do arquivo.',

  repository: 'Repositório de unidades',
  unit: 'Unidade',
  unitSearch: 'Nome ou número da unidade',
  search: 'Procurar',
  searching: 'Procurando…',
  nothingFound: 'Nenhuma unidade encontrada.',
  offlineUnits: 'Abaixo, só as unidades já procuradas antes.',
  unitName: (name: string, number: string) => `${name} (${number})`,
  chooseUnit: (name: string) => `Escolher ${name}`,
  pick: 'Escolher',
  cannotReceive: 'não recebe processos',
} as const;

export const SETTINGS_FAULTS: Record<SettingsFault | 'not-settings', string> = {
  'not-settings': 'Este arquivo não tem ajustes dos processos. Nada mudou.',
  'not-allowed': penSettingsText.readOnly,
  'storage-full': STORAGE_FULL,
};

export const TABLES_FAULTS: Record<TablesFault, string> = {
  ...PLATFORM_FAULTS,
  'storage-full': STORAGE_FULL,
};
